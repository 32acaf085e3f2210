import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasPost, type Post, type Staff } from '#domain/people/may.ts'
import { isRefusal } from '#domain/outcome.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aCompleteDossier, aHall, allowed, EIGHT, type Hall } from '#work/a-hall.ts'
import { aDraft, EXTRACT } from '#work/filing/a-filing.ts'
import { seeDraft } from '#work/filing/see-draft.ts'
import { receiveDossier } from '#work/intake/receive-dossier.ts'
import { smallCentre } from '../../e2e/small-centre.ts'
import { addDesk } from './desk-app.ts'
import { DESK_PAGES } from './pages.ts'

/** Every page of the desk opened by everybody: a page that is not here fails the walk. */
const ORIGIN = 'http://127.0.0.1:3000'
const UNIT = 'TCKH'
const PEOPLE = {
  clerk: ['clerk', 'HCC-TN'],
  cashier: ['cashier', 'HCC-TN'],
  handler: ['handler', UNIT],
  approver: ['approver', UNIT],
  head: ['head', UNIT],
  'seal-keeper': ['seal-keeper', 'HCC-VT'],
  director: ['director', 'HCC'],
  administrator: ['administrator', 'HCC'],
  'handler-elsewhere': ['handler', 'TNMT'],
  'commune-clerk': ['clerk', 'X07075'],
  'commune-head': ['head', 'X07075'],
  former: ['clerk', 'HCC-TN'],
} as const satisfies { readonly [name: string]: readonly [Post, string] }
type Person = keyof typeof PEOPLE
const EVERYBODY = Object.keys(PEOPLE).filter((name): name is Person => name in PEOPLE)
const IN_POST = EVERYBODY.filter((name) => name !== 'former')
/** Of the unit of the dossier, or of the hall; nobody of a commune. */
const SEES = IN_POST.filter(
  (name) => !['handler-elsewhere', 'administrator', 'commune-clerk', 'commune-head'].includes(name),
)

/** Who gets the page. An address that only takes forms leads back to the dossier, which decides for itself. */
const EXPECTED: { readonly [path: string]: readonly Person[] | 'leads-back' } = {
  ...Object.fromEntries(
    [
      'xong-buoc',
      'tiep-nhan-ve',
      'phe-duyet',
      'dong-dau',
      'cap-so',
      'huy-so',
      'co-ket-qua',
      'tra-lai',
      'yeu-cau-bo-sung',
      'nhan-bo-sung',
      'tu-choi',
      'dung',
      'xin-loi',
      'dong-y-xin-loi',
      'ky-xin-loi',
      'gui-xin-loi',
      'bo-xin-loi',
      'lay-y-kien',
      'y-kien-tra-loi',
      'phi',
      'thu-tien',
      'huy-bien-lai',
      'de-nghi-hoan-tien',
      'dong-y-hoan-tien',
      'khong-hoan-tien',
      'sua-lien-he',
      'doi-cach-nhan',
      'de-nghi-sua',
      'dong-y-sua',
      'bo-sua',
      'giay-da-co',
      'thong-bao-nop',
      'rut-thong-bao',
      'chung-tu-nop',
      'xong-phan-viec',
      'tra-phan-viec',
      'yeu-cau-lai',
      'bo-phan-viec',
      'nhan-viec',
      'tra-viec',
      'giao-viec',
      'ghi-chu',
      'nhac-den-lay',
      'bao-tin',
      'nhac-nguoi-nop',
      'du-thao/gop-y',
      'dang-xem',
      'moi-danh-gia',
      'giay-to',
      'giay-to/so-hoa',
      'giay-to/chung-nhan',
    ].map((verb) => [`/ban/ho-so/:code/${verb}`, 'leads-back' as const]),
  ),
  '/ban/buu-chinh': ['clerk', 'director'],
  // No list, parcel or dossier has such a name.
  '/ban/buu-chinh/bang/:id': [],
  '/ban/buu-chinh/bang/:id/bien-ban.pdf': [],
  '/ban/buu-chinh/buu-gui/:id': [],
  '/ban/buu-chinh/buu-gui/:id/phieu-gui.pdf': [],
  '/ban/buu-chinh/gui/:code': ['clerk'],
  '/ban': IN_POST,
  '/ban/danh-sach': IN_POST,
  '/ban/nhac-viec': IN_POST,
  '/ban/so-hoa': ['head', 'director', 'administrator'],
  '/ban/phan-viec': IN_POST,
  '/ban/quy': ['cashier', 'director', 'commune-head'],
  '/ban/doi-soat': ['cashier', 'director'],
  '/ban/doi-soat/ngay': ['cashier', 'director'],
  '/ban/hen-lai': ['head', 'director', 'administrator'],
  '/ban/danh-gia': ['director'],
  '/ban/luu-dong': IN_POST.filter((name) => name !== 'administrator'),
  '/ban/luu-dong/moi': ['clerk', 'director'],
  '/ban/luu-dong/thiet-bi': IN_POST.filter((name) => name !== 'administrator'),
  '/ban/luu-dong/goi-ho-so': ['clerk', 'director'],
  '/ban/luu-dong/goi-ho-so/:id': [],
  '/ban/luu-dong/:id/sua': [],
  '/ban/luu-dong/:id/ket-qua.pdf': [],
  '/ban/luu-dong/:id': [],
  '/ban/tai-nha': ['clerk', 'director'],
  '/ban/tai-nha/moi': ['clerk', 'director', 'commune-clerk'],
  '/ban/tai-nha/lich': IN_POST.filter((name) => name !== 'administrator'),
  '/ban/tai-nha/:code/phieu.pdf': [],
  '/ban/tai-nha/:code': [],
  '/ban/phan-anh': IN_POST,
  // Nobody has written anything in this walk.
  '/ban/phan-anh/:code': [],
  '/ban/phan-anh/:code/tep': [],
  '/ban/hom-nay': ['head', 'director', 'administrator'],
  '/ban/bao-cao': ['head', 'director', 'administrator', 'commune-head'],
  '/ban/bao-cao/tep/:kind': ['head', 'director', 'administrator', 'commune-head'],
  // Nothing is issued in this walk.
  '/ban/bao-cao/phat-hanh/:id/:kind': [],
  // Of the own commune, or of all of them.
  '/ban/xa-phuong': ['director', 'administrator', 'commune-clerk', 'commune-head'],
  '/ban/tiep-nhan': ['clerk', 'commune-clerk'],
  // Opened by itself it leads to receiving, which asks for itself; no slip is made out in this walk.
  '/ban/tiep-nhan/phieu': 'leads-back',
  '/ban/tiep-nhan/phieu/:id': [],
  // Of another unit than the one that certifies.
  '/ban/so-chung-thuc': ['clerk', 'cashier', 'seal-keeper', 'director'],
  '/ban/so-van-ban': ['seal-keeper', 'approver', 'head', 'director'],
  '/ban/tiep-nhan/nhieu': ['clerk'],
  '/ban/nop-truc-tuyen': ['clerk', 'director'],
  // Nothing was filed in this walk.
  '/ban/nop-truc-tuyen/:id': [],
  '/ban/nop-truc-tuyen/:id/phieu': [],
  '/ban/nop-truc-tuyen/:id/tep/:file': [],
  '/ban/nop-giup/ho-so/:id': [],
  '/ban/nop-giup/:key/:draft/:step': [],
  // No procedure has such a key.
  '/ban/nop-giup/:key': [],
  // No visit has such a name.
  '/ban/tiep-nhan/luot/:visit': [],
  '/ban/tiep-nhan/luot/:visit/giay-tiep-nhan.pdf': [],
  '/ban/tiep-nhan/xong/:code': ['clerk'],
  '/ban/ho-so/:code/giay-tiep-nhan.pdf': ['clerk'],
  '/ban/ho-so/:code/in/:form': SEES,
  '/ban/tiep-nhan/phieu/:id/in': [],
  '/ban/tiep-nhan/huong-dan/:procedure': ['clerk', 'commune-clerk'],
  '/ban/ban-giao-trong-ngay/:form': ['clerk'],
  '/ban/ho-so/:code/giay-da-in': SEES,
  '/ban/giay-da-in': ['head', 'director'],
  // Nothing is printed in this walk.
  '/ban/giay-da-in/:id': [],
  '/ban/tin-chua-den': ['clerk', 'director'],
  // Of the commune its own book.
  '/ban/so-theo-doi': ['clerk', 'director', 'commune-clerk'],
  '/ban/so-theo-doi/quyen': ['clerk', 'director'],
  '/ban/ho-so/:code': SEES,
  '/ban/ho-so/:code/giay-to/da-co': ['clerk'],
  '/ban/ban-quet': ['clerk', 'seal-keeper'],
  '/ban/ban-quet/nhan-lai': 'leads-back',
  '/ban/ban-quet/:id/gan': 'leads-back',
  '/ban/ban-quet/:id/loai': 'leads-back',
  // Nothing is scanned in this walk.
  '/ban/ban-quet/:id/trang.pdf': [],
  '/ban/ban-quet/:id/hinh.jpg': [],
  '/ban/ban-quet/:id/goc/:place': [],
  '/ban/ho-so/:code/giay-to/:scan': [],
  // Nothing is signed in this walk.
  '/ban/ho-so/:code/ket-qua.pdf': [],
  // The procedure of this walk has no result form of its own.
  '/ban/ho-so/:code/du-thao': [],
  '/ban/ho-so/:code/du-thao/so-sanh': [],
  '/ban/ho-so/:code/du-thao/:version/xem.pdf': [],
  '/ban/tai-khoan': EVERYBODY,
  '/ban/ki-ot': EVERYBODY,
  '/ban/cho-ngoi': EVERYBODY,
  '/ban/phim-tat': EVERYBODY,
  // The empty box and the empty list; what is searched or was returned asks again.
  '/ban/tim': EVERYBODY,
  '/ban/tra/da-tra': EVERYBODY,
  '/ban/tim/:handle': [],
  '/ban/tra': ['clerk', 'commune-clerk'],
  '/ban/tra/tim/:handle': [],
  '/ban/tra/nhac': ['clerk', 'commune-clerk'],
  '/ban/tra/moi-ve': ['clerk', 'commune-clerk'],
  '/ban/tra/:code': ['clerk'],
  // Each of the own unit.
  '/ban/phong': ['head', 'director', 'commune-head'],
  '/ban/phong/giao': ['head', 'director', 'commune-head'],
  '/ban/phong/vang': ['head', 'director', 'commune-head'],
  '/ban/phong/uy-quyen': ['head', 'director', 'commune-head'],
  '/ban/nhieu': IN_POST,
  '/ban/ban-giao': IN_POST,
  // No sheet is given in this walk.
  '/ban/ban-giao/:id': [],
}

let opened: TestCentre
let hall: Hall
let code: string

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  const receipt = await receiveDossier(hall.deskOf('clerk', 'HCC-TN'), await aCompleteDossier(hall))
  if (isRefusal(receipt)) throw new Error(JSON.stringify(receipt))
  code = receipt.code
})
afterAll(() => opened.close())

function staffFor(name: Person): Staff {
  const [post, unit] = PEOPLE[name]
  const found = hall.staff.find((one) => hasPost(one, post, unit, '2019-03-05'))
  if (!found) throw new Error(`nobody is ${post} at ${unit}`)
  // Who has several posts chooses one of them first.
  const inPost = found.appointments.filter((one) => one.post === post && one.unit === unit)
  if (name !== 'former') return { ...found, appointments: inPost }
  return { ...found, appointments: found.appointments.map((one) => ({ ...one, until: '2019-03-05' })) }
}

/** The desk in a browser of one of them, or of nobody. */
function deskApp(name: Person | null): Hono {
  const actor = name && staffFor(name)
  const desk = actor && { centre: opened.centre, now: EIGHT, actor }
  const doors = smallCentre({
    deskFor: async () => ({ centre: opened.centre, now: EIGHT, actor: { kind: 'public' } }),
    staff: { ...smallCentre().staff, deskFor: () => Promise.resolve(desk) },
  })
  const app = new Hono()
  addDesk(app, doors, async (c) => c.text('too large', 413))
  return app
}

async function statusFor(
  name: Person | null,
  path: string,
  method: 'GET' | 'POST' = 'GET',
): Promise<Response> {
  const app = deskApp(name)
  const address = path
    .replace(':code', code)
    .replace(':handle', '01940000-0000-7000-8000-000000000000')
    .replace('/in/:form', '/in/phieu_kiem_soat')
    .replace(':form', 'bien_ban_giao_nhan')
    .replace(':procedure', '1.004979')
  const query = path === '/ban/phong/giao' ? `?don-vi=${UNIT}` : ''
  return app.request(`${ORIGIN}${address}${query}`, {
    method,
    ...(method === 'POST' && {
      headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'lam=nothing',
    }),
  })
}

const pages = DESK_PAGES.map((page) => [page.path, page] as const)

test.each(pages)(
  'without a session %s is not shown, and a form sent there is kept for after signing in',
  async (path, page) => {
    if (page.get) {
      const answer = await statusFor(null, path)
      expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([303, '/dang-nhap'])
    }
    if (page.post) expect((await statusFor(null, path, 'POST')).status).toBe(401)
  },
)

test.each(pages.filter(([, page]) => page.get))('who may open %s', async (path) => {
  const expected = EXPECTED[path]
  if (expected === undefined) throw new Error(`nobody said who may open ${path}`)
  for (const name of EVERYBODY) {
    const { status } = await statusFor(name, path)
    if (expected === 'leads-back') {
      expect([name, status]).toEqual([name, 303])
      continue
    }
    const isOpened = status === 200 || (expected.includes(name) && [303, 404, 422].includes(status))
    expect([name, isOpened, status]).toEqual([name, expected.includes(name), status])
  }
})

/** Asked by script while one types or looks: they change nothing of a dossier. */
const ASKED_BY_SCRIPT = ['/ban/tim/goi-y', '/ban/ho-so/:code/dang-xem']

test.each(pages.filter(([path, page]) => page.post && !ASKED_BY_SCRIPT.includes(path)))(
  'nobody does anything at %s by an empty form',
  async (path) => {
    for (const name of EVERYBODY) {
      const { status } = await statusFor(name, path, 'POST')
      expect([name, status, status < 500 && status !== 200]).toEqual([name, status, true])
    }
  },
)

test('files in pieces are taken for a draft from the officer who began it, and from nobody else', async () => {
  const desk = { ...hall.deskOf('clerk', 'HCC-TN'), actor: staffFor('clerk') }
  const own = { desk, browser: null }
  const draft = await aDraft(own)
  const { steps } = allowed(await seeDraft(own, draft))
  const step = steps.find(({ kind }) => kind === 'paper')?.key ?? ''
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-length': '100',
    'upload-metadata': `filename ${Buffer.from('giấy.pdf').toString('base64')}`,
  }
  const path = `${ORIGIN}/ban/nop-giup/${EXTRACT}/${draft}/${encodeURIComponent(step)}/tep`
  for (const name of [null, ...EVERYBODY]) {
    const { status } = await deskApp(name).request(path, { method: 'POST', headers })
    expect([name, status]).toEqual([name, name === 'clerk' ? 201 : 404])
  }
})
