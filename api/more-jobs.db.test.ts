import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasPost } from '#domain/people/may.ts'
import { textPdf } from '#papers/digitising/bad-files.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aHall, type Hall } from '#work/a-hall.ts'
import { newId } from '#work/chance.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import { FoundCopies, SeenHeldCopies, SeenScan, SeenScans } from './answers/copies.ts'
import { Accesses, Receipt, SeenDossier } from './answers/dossier.ts'
import { ReceivedBatch } from './batches.ts'
import { Delegations } from './delegations.ts'
import { formOf, type House, testHouse } from './test-house.ts'

/** What only pages did before: digitising, batches, delegating. */

let opened: TestCentre
let hall: Hall
let house: House

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  house = testHouse(hall)
})
afterAll(async () => {
  expect(await checkCentre(opened.centre)).toEqual([])
  expect(house.faults).toEqual([])
  await opened.close()
})

const NUMBER = '022188009876'
const applicant = {
  kind: 'citizen',
  name: 'Nguyễn Thị Hoà',
  idNumber: NUMBER,
  phone: null,
  address: null,
} as const
const pdf = (pages: number) => new Uint8Array(textPdf(pages))
const told = ({ status, body }: { status: number; body: unknown }) => Object.assign({ status }, body)

test('a paper is scanned, compared and certified, found again by the number, and stands for the paper next time', async () => {
  const first = Receipt.parse(
    (await house.send('clerk', 'POST', '/dossiers', await house.toReceive({ applicant }))).body,
  )
  const at = `/dossiers/${first.code}`
  const given = await house.toReceive({ applicant })
  const component = given.components[0]?.component ?? ''
  const about = { id: newId(), component, declaredPages: 4 }
  const digitise = (files: readonly Uint8Array<ArrayBuffer>[]) =>
    house.send('clerk', 'POST', `${at}/scans`, formOf(about, files))
  const made = SeenScan.parse((await digitise([pdf(1), pdf(2)])).body)
  expect(made).toMatchObject({
    id: about.id,
    component,
    mediaType: 'application/pdf',
    by: expect.any(String),
  })
  expect(made.copy).toMatchObject({
    pages: 3,
    certified: null,
    findings: [{ fault: 'other-page-count', declared: 4, pages: 3 }],
  })
  expect((await digitise([pdf(1), pdf(2)])).body).toEqual(made)
  expect(told(await digitise([pdf(3)]))).toMatchObject({ status: 409, code: 'command-id-reused' })

  const certify = (more: object) =>
    house.send('clerk', 'POST', `${at}/scans/certify`, { scan: about.id, ...more })
  expect(told(await certify({}))).toMatchObject({ status: 422, code: 'findings-unanswered' })
  expect(told(await certify({ validUntil: '10000-01-01' }))).toMatchObject({ code: 'invalid-content' })
  const certified = SeenScan.parse((await certify({ note: 'Bản giấy chỉ có 3 trang' })).body)
  expect(certified.copy?.certified).toMatchObject({ note: 'Bản giấy chỉ có 3 trang' })
  const seen = SeenScans.parse((await house.send('handler', 'GET', `${at}/scans`)).body)
  expect(seen.papers.find(({ key }) => key === component)?.status).toBe(1)
  expect(seen.mayDigitise).toBe(false)

  const { copies } = FoundCopies.parse(
    (await house.send('clerk', 'POST', '/held-copies', { placeOfReceipt: 'HCC-TN', idNumber: NUMBER })).body,
  )
  expect(copies).toMatchObject([{ scan: about.id, code: first.code, component, whyNot: null }])
  const components = given.components.map((one) =>
    one.component === component
      ? { component, original: 0, certified: 0, copy: 0, insteadOfPaper: null, heldCopy: about.id }
      : one,
  )
  const second = Receipt.parse(
    (await house.send('clerk', 'POST', '/dossiers', { ...given, components })).body,
  )
  const third = Receipt.parse(
    (await house.send('clerk', 'POST', '/dossiers', await house.toReceive({ applicant }))).body,
  )
  const held = SeenHeldCopies.parse(
    (await house.send('clerk', 'GET', `/dossiers/${third.code}/held-copies`)).body,
  )
  expect(held.copies.map(({ scan }) => scan)).toContain(about.id)
  const reuse = { id: newId(), from: about.id, component, purpose: 'Cải chính hộ tịch' }
  for (let n = 0; n < 2; n += 1)
    expect(
      SeenScan.parse(
        (await house.send('clerk', 'POST', `/dossiers/${third.code}/held-copies/reuse`, reuse)).body,
      ).copy?.reused,
    ).toMatchObject({ code: first.code, component })
  for (const { code } of [second, third]) {
    const scans = SeenScans.parse((await house.send('clerk', 'GET', `/dossiers/${code}/scans`)).body)
    expect(scans.papers.find(({ key }) => key === component)?.status).toBe(2)
  }
  const accesses = Accesses.parse((await house.send('director', 'GET', `${at}/accesses`)).body)
  const kinds = new Set(
    Object.values(accesses)
      .flat()
      .map(({ what }) => what),
  )
  expect([kinds.has('see-held-copies'), kinds.has('see-paper')]).toEqual([true, true])
})

test('several of one procedure: what is refused for one row keeps no other back; sent again, all are answered alike', async () => {
  const head = {
    id: newId(),
    procedure: '2.000815',
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant,
    returnWish: { way: 'counter' },
    papersSeen: true,
  }
  const rows = [
    { place: 0, pages: 2, copies: 3, subject: 'Bằng tốt nghiệp' },
    { place: 1, ownerName: 'Trần Văn Bình', idNumber: '022188001111', subject: 'Căn cước công dân' },
    { place: 2, ownerName: 'Lê Thị Mai', pages: 1 },
  ]
  const send = (body: object) => house.send('clerk', 'POST', '/batches', body)
  const received = ReceivedBatch.parse((await send({ ...head, rows })).body)
  expect(received.rows.map(({ place, refusal }) => [place, refusal?.code ?? 'received'])).toEqual([
    [0, 'received'],
    [1, 'pages-needed'],
    [2, 'received'],
  ])
  // Put right and sent again, alone or with the others: a row is known by its place.
  const right = rows.map((row) => ({ pages: 1, ...row }))
  const all = ReceivedBatch.parse((await send({ ...head, rows: right })).body)
  expect(all.rows[0]).toEqual(received.rows[0])
  expect(all.rows[2]).toEqual(received.rows[2])
  const alone = ReceivedBatch.parse((await send({ ...head, rows: right.slice(1, 2) })).body)
  expect(alone).toEqual({ visit: received.visit, rows: all.rows.slice(1, 2) })
  const codes = all.rows.map(({ receipt }) => receipt?.code ?? '')
  expect(new Set(codes).size).toBe(3)
  const third = SeenDossier.parse((await house.send('clerk', 'GET', `/dossiers/${codes[2]}`)).body)
  expect([third.owner.name, third.applicant.name]).toEqual(['Lê Thị Mai', applicant.name])

  const wrong = async (over: object) => told(await send({ ...head, id: newId(), rows, ...over }))
  const at = (pointer: string) => ({
    status: 422,
    code: 'invalid-content',
    errors: [expect.objectContaining({ pointer })],
  })
  expect(await wrong({ papersSeen: false })).toMatchObject(at('#/papersSeen'))
  expect(await wrong({ rows: [] })).toMatchObject(at('#/rows'))
  expect(await wrong({ rows: [rows[0], rows[0]] })).toMatchObject(at('#/rows'))
  expect(await wrong({ rows: [{ place: 0, idNumber: '1' }] })).toMatchObject(at('#/rows/0/ownerName'))
  expect(await wrong({ case: 'khac' })).toMatchObject({ status: 422, code: 'no-such-case' })
  expect(await wrong({ procedure: 'khac' })).toMatchObject({ status: 422, code: 'no-such-procedure' })
  // Another person under the visit of the first: each row says so.
  const others = { visit: received.visit, applicant: { ...applicant, idNumber: '022188002222' }, rows: right }
  const other = ReceivedBatch.parse((await send({ ...head, id: newId(), ...others })).body)
  expect(new Set(other.rows.map(({ refusal }) => refusal?.code))).toEqual(new Set(['other-visit']))
})

test('the right to approve is delegated for its days, told, and ended at once', async () => {
  const staff = hall.staff.find((one) => hasPost(one, 'handler', 'TP', '2019-03-05'))?.id
  const given = {
    id: newId(),
    staff,
    from: '2019-03-05',
    last: '2019-03-20',
    form: 'TUQ',
    principal: 'Chủ tịch',
    position: 'Phó trưởng phòng',
    ground: 'QĐ 15/QĐ-TP ngày 04/03/2019',
  }
  const path = '/units/TP/delegations'
  const delegate = (over: object) => house.send('head', 'POST', path, { ...given, ...over })
  expect(told(await delegate({ last: '9999-12-31' }))).toMatchObject({ code: 'invalid-content' })
  expect(told(await delegate({ position: 'x\u0000' }))).toMatchObject({ code: 'invalid-content' })
  expect(told(await delegate({ from: '2019-03-04' }))).toMatchObject({ status: 422, code: 'days-past' })
  expect(told(await delegate({ staff: newId() }))).toMatchObject({ status: 422, code: 'not-in-post' })
  for (let n = 0; n < 2; n += 1) expect(told(await delegate({}))).toMatchObject({ status: 201, id: given.id })
  expect(told(await delegate({ ground: 'khác' }))).toMatchObject({ status: 409, code: 'command-id-reused' })
  expect(told(await delegate({ id: newId() }))).toMatchObject({ status: 409, code: 'already-delegated' })
  const seen = async () => Delegations.parse((await house.send('head', 'GET', path)).body)
  const { delegations, people } = await seen()
  expect(delegations).toMatchObject([
    { id: given.id, staff, last: '2019-03-20', capacity: { form: 'TUQ', principal: 'Chủ tịch' } },
  ])
  expect(people.map(({ id }) => id)).toContain(staff)
  const end = () => house.send('head', 'POST', `/delegations/${given.id}/end`)
  expect(told(await end())).toMatchObject({ status: 200, id: given.id })
  expect(told(await end())).toMatchObject({ status: 404, code: 'no-such-delegation' })
  expect((await seen()).delegations).toEqual([])
})
