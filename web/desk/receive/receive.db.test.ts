import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { publishDataSources, raiseLawVersion } from '#store/publish-law.ts'
import { aHall, EIGHT, type Hall, received } from '#work/a-hall.ts'
import { newId } from '#work/chance.ts'
import type { Desk } from '#work/desk.ts'
import { smallCentre } from '../../../e2e/small-centre.ts'
import { addDesk } from '../desk-app.ts'

const ORIGIN = 'http://localhost'
const PAGE = '/ban/tiep-nhan'
const PROCEDURE = '1.004979'
let opened: TestCentre
let hall: Hall
let clerk: ReturnType<typeof browserOf>
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  clerk = browserOf(hall.deskOf('clerk', 'HCC-TN'))
})
afterAll(() => opened.close())

function browserOf(desk: Desk) {
  const { actor } = desk
  if (actor.kind !== 'staff') throw new Error('the public has no desk')
  const app = new Hono()
  const doors = smallCentre({ deskFor: () => Promise.resolve(desk) })
  const staff = { ...doors.staff, deskFor: () => Promise.resolve({ ...desk, actor }) }
  addDesk(app, { ...doors, staff }, async (c) => c.text('too large', 413))
  const said = async (answer: Response) => ({
    status: answer.status,
    html: await answer.text(),
    location: answer.headers.get('location'),
  })
  return {
    open: async (path: string) => said(await app.request(`${ORIGIN}${path}`)),
    send: async (fields: Fields) =>
      said(
        await app.request(`${ORIGIN}${PAGE}`, {
          method: 'POST',
          headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
        }),
      ),
  }
}

type Fields = { readonly [name: string]: string }

/** What the form of a page holds. */
function formIn(html: string): Fields {
  const form = html.slice(html.indexOf('<form method="post" action="/ban/tiep-nhan"'))
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const fields: { [name: string]: string } = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const isBox = ['radio', 'checkbox'].includes(attribute(tag, 'type'))
    if (!isBox || /\schecked(\s|>|\/|=)/.test(tag)) fields[attribute(tag, 'name')] = attribute(tag, 'value')
  }
  return fields
}

const begun = async () => formIn((await clerk.open(`${PAGE}?thu-tuc=${PROCEDURE}`)).html)
const whole = async (over: Fields = {}): Promise<Fields> => {
  const fields = { ...(await begun()), 'applicant.name': 'Nguyễn Thị Ữ', channel: 'counter', ...over }
  const ticked = await clerk.send({ ...fields, lam: 'du-giay' })
  return { ...fields, ...formIn(ticked.html), lam: 'tiep-nhan' }
}
const dossiers = async () =>
  Number(
    (
      await opened.ownerCentre.db
        .selectFrom('dossier')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

test('the same form sent twice, and at once, is one dossier', async () => {
  const before = await dossiers()
  const fields = await whole()
  const answers = await Promise.all([1, 2, 3].map(() => clerk.send(fields)))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
  expect(await dossiers()).toBe(before + 1)
})

test('numbers are taken however they are grouped', async () => {
  const idNumber = '022 188.000 021'
  const sent = await clerk.send(
    await whole({ 'applicant.idNumber': idNumber, 'applicant.phone': '+84 912-345.678' }),
  )
  expect(sent.status).toBe(303)
  const back = formIn(
    (await clerk.send({ ...(await begun()), 'applicant.idNumber': idNumber, lam: 'tinh' })).html,
  )
  expect([back['applicant.name'], back['applicant.phone']]).toEqual(['Nguyễn Thị Ữ', '0912345678'])
})

test('asking is never done, and never 200 to a form', async () => {
  const before = await dossiers()
  const fields = await begun()
  for (const lam of ['tinh', 'du-giay', 'doc-the', 'doc-the-chu', 'gì đó', ''])
    expect((await clerk.send({ ...fields, lam })).status).toBe(422)
  expect(await dossiers()).toBe(before)
})

describe('what is wrong is said, and what was typed stays', () => {
  test.each([
    ['a name that is missing', { 'applicant.name': '' }, 'Chưa nhập: Họ và tên'],
    ['a number with a letter of Vietnamese', { 'applicant.idNumber': 'Đ22188' }, 'applicant.idNumber'],
    ['a telephone too short', { 'applicant.phone': '0912' }, 'applicant.phone'],
    ['no copies', { copiesWanted: '0' }, 'copiesWanted'],
    ['a paper counted a thousand times', { 'components.0.original': '1000' }, 'components.0.original'],
    ['an owner without a name', { ownerIsOther: 'true', 'owner.name': '' }, 'Chủ hồ sơ: Chưa nhập'],
  ])('%s', async (_, over, says) => {
    const { status, html } = await clerk.send({
      ...(await whole()),
      'applicant.address': 'Số 1 <ngõ 2',
      ...over,
    })
    expect(status).toBe(422)
    expect(html).toContain(says)
    expect(html).toContain('href="#')
    expect(formIn(html)['applicant.address']).toBe('Số 1 &lt;ngõ 2')
  })

  test('a case that has gone from the procedure, a channel not offered and a unit of others are refused', async () => {
    const fields = await whole()
    expect((await clerk.send({ ...fields, case: 'bỏ rồi' })).html).toContain('không có trường hợp')
    expect((await clerk.send({ ...fields, channel: 'fax' })).status).toBe(422)
    expect((await clerk.send({ ...fields, placeOfReceipt: 'TP' })).status).toBe(409)
  })

  test('a paper that the list no longer has is dropped with its count, and the others keep theirs', async () => {
    const fields = await whole()
    const moved = { ...fields, 'components.0.component': 'giay-cu', lam: 'tinh' }
    const back = formIn((await clerk.send(moved)).html)
    expect(back['components.0.component']).toBe(fields['components.0.component'])
    expect(back['components.0.original']).toBe('')
    expect(back['components.1.original']).toBe(fields['components.1.original'])
  })
})

test('an identifier sent again with other content is not taken for the same', async () => {
  const fields = await whole({ id: newId() })
  expect((await clerk.send(fields)).status).toBe(303)
  const other = await clerk.send({ ...fields, 'applicant.name': 'Người khác' })
  expect(other.status).toBe(409)
  expect(other.html).toContain('Mã lệnh này đã dùng')
})

test('the telephone filled in for one person does not go with the next, what was typed by hand does', async () => {
  const applicant = { kind: 'citizen', name: 'Lê Thị Mơ', phone: '0912345678', address: null } as const
  await received(hall, { applicant: { ...applicant, idNumber: '022188000011' } })
  await received(hall, {
    applicant: { ...applicant, idNumber: '022188000012', name: 'Lê Thị Na', phone: null },
  })
  const fields = await begun()
  const mo = formIn((await clerk.send({ ...fields, 'applicant.idNumber': '022188000011', lam: 'tinh' })).html)
  expect([mo['applicant.name'], mo['applicant.phone']]).toEqual(['Lê Thị Mơ', '0912345678'])
  const na = formIn((await clerk.send({ ...mo, 'applicant.idNumber': '022188000012', lam: 'tinh' })).html)
  expect([na['applicant.name'], na['applicant.phone']]).toEqual(['Lê Thị Na', ''])
  const typed = { ...mo, 'applicant.phone': '0987654321', 'applicant.idNumber': '022188000012', lam: 'tinh' }
  expect(formIn((await clerk.send(typed)).html)['applicant.phone']).toBe('0987654321')
  // A field emptied by hand stays empty.
  const emptied = { ...mo, 'applicant.phone': '', lam: 'tinh' }
  expect(formIn((await clerk.send(emptied)).html)['applicant.phone']).toBe('')
})

test('a person found by name is chosen and stands in the form in place of whoever stood there', async () => {
  const owner = {
    kind: 'organisation',
    name: 'Công ty Gốm Ữ',
    idNumber: '5700100201',
    phone: null,
    address: 'Mạo Khê',
  } as const
  const { code } = await received(hall, { owner })
  const typed = {
    ...(await begun()),
    'owner.name': 'gom u',
    'owner.phone': '0912345678',
    ownerIsOther: 'true',
  }
  const found = await clerk.send({ ...typed, lam: 'tim-chu' })
  expect([found.status, found.html.includes(`value="chon owner owner ${code}"`)]).toEqual([422, true])
  const chosen = formIn((await clerk.send({ ...typed, lam: `chon owner owner ${code}` })).html)
  expect(chosen).toMatchObject({
    'owner.kind': 'organisation',
    'owner.name': owner.name,
    'owner.idNumber': owner.idNumber,
    'owner.phone': '',
    'owner.address': 'Mạo Khê',
    'applicant.name': '',
  })
  const none = await clerk.send({ ...typed, 'owner.name': 'không ai', lam: 'tim-chu' })
  expect(none.html).toContain('Chưa có hồ sơ nào của người này')
  expect((await clerk.send({ ...(await begun()), lam: 'tim-nguoi' })).html).toContain(
    'href="#applicant.name"',
  )
  const lost = await clerk.send({ ...typed, lam: 'chon owner owner 000.00.12.H49-190305-9999' })
  expect(formIn(lost.html)['owner.phone']).toBe('0912345678')
})

test('at night it is said beforehand that the next working day counts', async () => {
  const night = browserOf(hall.deskOf('clerk', 'HCC-TN', EIGHT.add({ hours: 12 })))
  expect((await night.open(`${PAGE}?thu-tuc=${PROCEDURE}`)).html).toContain('Đang ngoài giờ tiếp nhận')
  expect((await clerk.open(`${PAGE}?thu-tuc=${PROCEDURE}`)).html).not.toContain('Đang ngoài giờ tiếp nhận')
})

test.each([
  ['handler', 'TCKH'],
  ['director', 'HCC'],
  ['cashier', 'HCC-TN'],
] as const)('%s at %s receives nothing here', async (post, unit) => {
  const { code } = await received(hall)
  const browser = browserOf(hall.deskOf(post, unit))
  for (const path of [PAGE, `${PAGE}?thu-tuc=${PROCEDURE}`, `${PAGE}/xong/${code}`])
    expect((await browser.open(path)).status).toBe(403)
  expect((await browser.send(await whole())).status).toBe(403)
  expect((await browser.send({ ...(await whole()), lam: 'tinh' })).html).not.toContain('Nguyễn Thị Ữ')
})

test('where data must be used the form asks for them, and takes the paper only with a reason', async () => {
  const [paper = ''] = Object.entries(await begun()).flatMap(([name, value]) =>
    name === 'components.0.component' ? [value] : [],
  )
  const told = { name: 'Cơ sở dữ liệu thử', keeper: 'Bộ', ground: 'x', confidence: 'low', source: 'x' }
  const days = { from: '2019-01-01', until: null, dutyFrom: '2019-03-05' }
  await publishDataSources(opened.ownerCentre, [{ key: 'thu', ...told, ...days, components: [paper] }])
  await raiseLawVersion(opened.ownerCentre)
  const refused = await clerk.send(await whole())
  expect([refused.status, refused.html.includes('Không được yêu cầu giấy đã có ở')]).toEqual([409, true])
  const despite = { 'components.0.paperDespiteData.reason': 'incident' }
  const half = await clerk.send({ ...(await whole()), ...despite })
  expect([half.status, half.html.includes('components.0.paperDespiteData.note-fault')]).toEqual([422, true])
  const reason = { ...despite, 'components.0.paperDespiteData.note': 'Mất kết nối' }
  expect((await clerk.send({ ...(await whole()), ...reason })).status).toBe(303)
  const noPaper = Object.fromEntries(
    ['original', 'certified', 'copy'].map((count) => [`components.0.${count}`, '0']),
  )
  const data = { 'components.0.fromData.source': 'thu', 'components.0.fromData.reference': 'YC-12' }
  expect((await clerk.send({ ...(await whole()), ...noPaper, ...data })).status).toBe(303)
})
