import { afterAll, beforeAll, expect, test } from 'vitest'
import { HomeVisitToAsk } from '#shapes/outreach.ts'
import { aHall, allowed, EIGHT, received } from '#work/a-hall.ts'
import { newId } from '#work/chance.ts'
import { aCitizen, aDraft, citizenDesk } from '#work/filing/a-filing.ts'
import { submitFiling } from '#work/filing/submit-filing.ts'
import { sendFeedback } from '#work/opinions/send-feedback.ts'
import { askHomeVisit } from '#work/outreach/ask-home-visit.ts'
import { cookieOf, type Sent, testHouse, type TestHouse, typedForm } from './test-house.ts'

/** Whoever guesses learns nothing: what is another's is answered as what there is not, in the same words and time. */
let house: TestHouse
/** A citizen who is signed in, and a browser that is nobody's. */
let citizen = ''
/** What there is, of others. */
const there = { dossier: '', feedback: '', homeVisit: '', filing: '', draft: '', upload: '' }
const NOT_THERE: typeof there = {
  dossier: '000.00.12.H49-190305-9999',
  feedback: 'PA-190305-2222',
  homeVisit: 'TN-190305-2222',
  filing: '01a21c5d-ced0-7392-b143-bb5b0124be34',
  draft: '01a21c5d-ced0-7392-b143-bb5b0124be35',
  upload: '01a21c5d-ced0-7392-b143-bb5b0124be36',
}
const EXTRACT = '2.000635'
const PAPER = 'p.van-ban-uy-quyen-neu-nop'
const TUS = { 'tus-resumable': '1.0.0' }

beforeAll(async () => {
  house = await testHouse(EIGHT)
  const hall = await aHall(house.centre)
  const desk = { centre: house.centre, now: EIGHT, actor: { kind: 'public' } } as const
  there.dossier = (await received(hall)).code
  const given = { kind: 'remark', text: 'Chờ lâu', dossier: null, name: 'Lê Thị Cúc' } as const
  const remark = { ...given, id: newId(), contact: null, address: null }
  there.feedback = allowed(await sendFeedback(desk, remark, null)).code
  const request = {
    id: newId(),
    askedBy: 'person',
    name: 'Nguyễn Thị Sáu',
    born: '1932',
    phone: '0912345678',
    commune: 'X07075',
    hamlet: 'Thôn Chí Linh',
    address: 'Nhà cạnh đình',
    wish: 'Cần chứng thực giấy ủy quyền.',
  }
  there.homeVisit = allowed(await askHomeVisit(desk, HomeVisitToAsk.parse(request))).code
  const other = { desk: citizenDesk(desk, await aCitizen(hall)), browser: null }
  there.filing = allowed(await submitFiling(other, await aDraft(other))).id
  there.draft = await aDraft(other)
  const begun = await house.send('POST', `/nop/${EXTRACT}`, { body: typedForm({ id: newId() }) })
  const draft = (begun.headers.get('location') ?? '').split('/')[3] ?? ''
  const announced = { ...TUS, 'upload-length': '100', 'upload-metadata': `filename ${btoa('giay.pdf')}` }
  const upload = await house.send('POST', `/nop/${EXTRACT}/${draft}/${PAPER}/tep`, {
    cookie: cookieOf(begun),
    headers: announced,
  })
  there.upload = upload.headers.get('location') ?? ''
  expect(there.upload).not.toBe('')
  citizen = await house.signIn('0911000010')
}, 120_000)
afterAll(() => house.close())

type What = keyof typeof there
type Asked = readonly [method: string, path: string, sent: Sent]

/** Each question as a stranger asks it, of something that is there and of something that is not. */
const ASKED: readonly (readonly [string, What, (id: string) => Asked])[] = [
  ['a dossier with a wrong key', 'dossier', (ma) => form('/tra-cuu', { ma, khoa: 'ABCDE23456' })],
  ['a dossier without a key', 'dossier', (ma) => form('/tra-cuu', { ma, khoa: '' })],
  ['a dossier at the rating page', 'dossier', (code) => own(`/toi/ho-so/${code}/danh-gia`)],
  ['a dossier in the account', 'dossier', (code) => own(`/toi/ho-so/${code}`)],
  ['the result of a dossier', 'dossier', (code) => own(`/toi/ho-so/${code}/ket-qua.tep`)],
  ['who looked at a dossier', 'dossier', (code) => own(`/toi/ai-da-xem?ma=${code}`)],
  ['feedback with a wrong key', 'feedback', (ma) => form('/gop-y/theo-doi', { ma, khoa: 'ABCDE23456' })],
  ['feedback in the account', 'feedback', (code) => own(`/toi/gop-y/${code}`)],
  [
    'a visit at home with a wrong key',
    'homeVisit',
    (ma) => form('/tai-nha/theo-doi', { ma, khoa: 'ABCDE23456' }),
  ],
  ['a filing in the account', 'filing', (id) => own(`/nop/ho-so/${id}`)],
  ['a filing by nobody', 'filing', (id) => ['GET', `/nop/ho-so/${id}`, {}]],
  ['the slip of a filing', 'filing', (id) => own(`/nop/ho-so/${id}/phieu`)],
  ['a draft', 'draft', (id) => own(`/nop/${EXTRACT}/${id}/kiem-tra`)],
  ['a draft by nobody', 'draft', (id) => ['GET', `/nop/${EXTRACT}/${id}/kiem-tra`, {}]],
  ['filing a draft', 'draft', (id) => own(`/nop/${EXTRACT}/${id}/kiem-tra`, { lam: 'nop' })],
  ['throwing a draft away', 'draft', (id) => own(`/nop/${EXTRACT}/${id}/kiem-tra`, { lam: 'xoa' })],
  [
    'an upload',
    'upload',
    (id) => [
      'HEAD',
      id.startsWith('/') ? id : `/nop/${EXTRACT}/${NOT_THERE.draft}/${PAPER}/tep/${id}`,
      { headers: TUS },
    ],
  ],
]

function form(path: string, typed: Record<string, string>): Asked {
  return ['POST', path, { body: typedForm(typed) }]
}

function own(path: string, typed?: Record<string, string>): Asked {
  return [typed ? 'POST' : 'GET', path, { cookie: citizen, ...(typed && { body: typedForm(typed) }) }]
}

/** An answer without what was asked for and what is new in each; with how long it took. */
async function answered(id: string, ask: (id: string) => Asked) {
  const [method, path, sent] = ask(id)
  const from = performance.now()
  const response = await house.send(method, path, sent)
  const text = await response.text()
  const took = performance.now() - from
  const said = text
    .replaceAll(id, '')
    .replaceAll(encodeURIComponent(id), '')
    .replace(/[0-9a-f-]{36}/g, '')
  return { took, answer: [response.status, [...response.headers.keys()], said] }
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

test.each(ASKED)('%s is answered like what there is not, as fast', async (_, what, ask) => {
  const times = { there: [] as number[], not: [] as number[] }
  for (let round = 0; round < 7; round += 1) {
    const [one, other] = [await answered(there[what], ask), await answered(NOT_THERE[what], ask)]
    expect(one.answer).toEqual(other.answer)
    expect(one.answer[0]).not.toBe(200)
    times.there.push(one.took)
    times.not.push(other.took)
  }
  // A look into the database is a millisecond or two; what costs more would tell.
  expect(Math.abs(median(times.there) - median(times.not))).toBeLessThan(25)
})

test('guessing codes and keys from one address ends soon, of sessions and visits as of dossiers', async () => {
  const guessed = async (path: string, typed: Record<string, string>, address: string) => {
    for (let n = 0; n < 20; n += 1) {
      const { status } = await house.send('POST', path, { body: typedForm(typed), address })
      if (status === 429) return n
    }
    return null
  }
  expect(await guessed('/luu-dong/dang-ky', { ma: 'ABCDE23456' }, '10.201.0.1')).toBe(10)
  expect(
    await guessed('/tai-nha/theo-doi', { ma: NOT_THERE.homeVisit, khoa: 'ABCDE23456' }, '10.201.0.2'),
  ).toBe(10)
  expect(await guessed('/gop-y/theo-doi', { ma: NOT_THERE.feedback, khoa: 'ABCDE23456' }, '10.201.0.3')).toBe(
    10,
  )
})

test('guessing the key of one dossier from many addresses ends too, whether there is such a dossier or not', async () => {
  for (const ma of ['000.00.12.H49-190305-9998', there.dossier]) {
    let n = 0
    while (n < 60) {
      const { status } = await house.send('POST', '/tra-cuu', { body: typedForm({ ma, khoa: 'ABCDE23456' }) })
      if (status === 429) break
      n += 1
    }
    // Of the one that is there some have been used up above.
    expect(n).toBeLessThanOrEqual(30)
  }
})

test('a telephone and a mailbox nobody has are asked for their code as those that have an account', async () => {
  await house.signIn('0911000011')
  const asked = async (contact: string) => {
    const { took, answer } = await answered(contact, (typed) => form('/toi/dang-nhap', { contact: typed }))
    return { took, answer: JSON.stringify(answer).replace(/value=\\"[^"]*\\"/g, '') }
  }
  const known = await asked('0911000011')
  const unknown = await asked('0922000011')
  expect(known.answer).toBe(unknown.answer)
  expect((await asked('khong-ai@example.vn')).answer).toBe((await asked('khong-co@example.vn')).answer)
  expect(Math.abs(known.took - unknown.took)).toBeLessThan(100)
})
