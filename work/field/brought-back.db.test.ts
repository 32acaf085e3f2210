import { afterAll, beforeAll, expect, test } from 'vitest'
import { appointmentsOn, hasPost } from '#domain/people/may.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { CashSheetToClose } from '#shapes/cash.ts'
import { HomeVisitChange, HomeVisitToAsk } from '#shapes/outreach.ts'
import { sha256Of } from '#shapes/field/sealed-packet.ts'
import { holdDossier } from '#store/dossiers.ts'
import { packetById } from '#store/field-packets.ts'
import { homeRequestById } from '#store/home-requests.ts'
import { hasScan } from '#store/scans.ts'
import { aHall, allowed, commandAt, type Hall, received, SIGNED_FOR } from '../a-hall.ts'
import { filedAnswers } from '../answering/filed-answers.ts'
import { bookOf, centreLawOf } from '../centre-book.ts'
import { changeDossier } from '../change-dossier.ts'
import { checkCentre } from '../checks/check-centre.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { closeCashSheet } from '../money/close-cash-sheet.ts'
import { askHomeVisit } from '../outreach/ask-home-visit.ts'
import { changeHomeVisit } from '../outreach/change-home-visit.ts'
import { aDevice, aFieldOffice, anIntake, PICTURE, type TestDevice } from './a-device.ts'
import { allPapers, aSaturday, FRIDAY, MONDAY } from './a-saturday.ts'
import { decidePacket } from './decide-packet.ts'
import type { FieldOffice } from './field-office.ts'
import { seeMoneyBrought, takeAllBrought } from './money-brought.ts'
import { seePacketAtDesk, seePackets } from './see-packets.ts'

let opened: TestCentre
let hall: Hall
let field: FieldOffice
let device: TestDevice
let outing: Awaited<ReturnType<typeof aSaturday>>

/** A cashier of the counter who receives as well, as small teams have. */
const both = (now = FRIDAY): Desk => {
  return { ...hall.deskOf('clerk', 'HCC-TN', now), field }
}
const openDesk = (now: Temporal.Instant): Desk => ({
  centre: opened.centre,
  now,
  actor: { kind: 'public' },
  field,
})
const idOf = ({ actor }: Desk) => (actor.kind === 'staff' ? actor.id : '')

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  // The officer who goes keeps a till.
  hall = await aHall(opened.centre)
  await opened.ownerCentre.db
    .insertInto('appointment')
    .values({
      id: newId(),
      staff_id: idOf(both()),
      post: 'cashier',
      unit: 'HCC-TN',
      from_on: '2018-01-01',
      until_on: null,
    })
    .execute()
  hall = await aHall(opened.centre)
  field = await aFieldOffice()
  outing = await aSaturday(hall, [idOf(both())])
  device = await aDevice(both(), openDesk)
})
afterAll(() => opened.close())

/** Copies certified at 2,000 đ a page. */
const CERTIFIED = '2.000815'
let used = 0

async function paid(fee: { dong: number; taken: boolean; slip: string | null }, by: TestDevice) {
  const provision = allowed(await by.provision(outing, FRIDAY))
  const said = anIntake(provision, (used += 1))
  const [version] = (await bookOf(opened.centre)).procedures.get(CERTIFIED) ?? []
  const chosen = version?.cases.find(({ fee: of }) => of.any.kind !== 'free')
  if (!version || !chosen) throw new Error('nothing to pay for')
  const components = chosen.components
    .filter((one) => one.isRequired && one.original + one.certified + one.copy > 0)
    .map(({ key, original, certified, copy }) => ({ component: key, original, certified, copy }))
  const dossier = { ...said.dossier, procedure: CERTIFIED, case: chosen.key, components, pages: 1 }
  const packet = { ...said, procedureVersion: version.version, dossier, fee }
  return { code: said.code ?? '', sealed: await by.seal(packet, provision) }
}

test('a fee taken outside is a payment of the officer’s till, with the book’s own number', async () => {
  const asked = await paid({ dong: 0, taken: false, slip: null }, device)
  const free = allowed(await device.send(asked.sealed, MONDAY))
  expect(free).toMatchObject({ stage: 'taken-in' })
  const owed = (await holdDossier(opened.centre, asked.code))?.dossier.feeDong ?? 0
  expect(owed).toBeGreaterThan(0)
  const one = await paid({ dong: owed, taken: true, slip: 'x' }, device)
  expect(allowed(await device.send(one.sealed, MONDAY))).toMatchObject({ stage: 'taken-in', code: one.code })
  const held = await holdDossier(opened.centre, one.code)
  expect(held?.dossier.payments).toMatchObject([
    { dong: owed, way: 'cash', state: 'taken', receiptNumber: '2019/0000001', till: idOf(both()) },
  ])
  expect((await packetById(opened.centre, one.sealed.id))?.tasks).toEqual([])
  allowed(await device.send(one.sealed, MONDAY))
  expect((await holdDossier(opened.centre, one.code))?.dossier.version).toBe(held?.dossier.version)
  const other = await paid({ dong: owed + 1000, taken: true, slip: 'x' }, device)
  allowed(await device.send(other.sealed, MONDAY))
  expect((await packetById(opened.centre, other.sealed.id))?.tasks).toEqual(['fee-differs'])
  expect((await holdDossier(opened.centre, other.code))?.dossier.payments ?? []).toEqual([])
})

test('whose officer keeps no till is handed over to a cashier, who books it', async () => {
  const clerk = hall.staff.find(
    (one) =>
      hasPost(one, 'clerk', 'HCC-TN', '2019-03-09') &&
      !appointmentsOn(one, '2019-03-09').some(({ post }) => post === 'cashier'),
  )
  if (!clerk) throw new Error('no clerk without a till')
  const own: Desk = { ...both(), actor: clerk }
  const theirs = await aDevice(own, openDesk)
  const later = await aSaturday(hall, [clerk.id], { opens: '13:30', closes: '16:30' })
  const before = outing
  outing = later
  const one = await paid({ dong: 2000, taken: true, slip: 'x' }, theirs)
  outing = before
  allowed(await theirs.send(one.sealed, MONDAY))
  const { tasks } = (await packetById(opened.centre, one.sealed.id)) ?? { tasks: [] }
  expect(tasks).toHaveLength(1)
  const [task] = tasks
  if (!task) throw new Error('nothing to do')
  const { waiting } = allowed(await seePackets(both(MONDAY)))
  expect(waiting.map(({ id }) => id)).toContain(one.sealed.id)
  const decision = { decision: 'done', task } as const
  expect(await decidePacket(both(MONDAY), one.sealed.id, { ...decision, task: 'form-faulty' })).toMatchObject(
    {
      refused: 'nothing-left-to-do',
    },
  )
  expect(await decidePacket({ ...both(MONDAY), actor: clerk }, one.sealed.id, decision)).toMatchObject({
    refused: 'not-permitted',
  })
  // Who keeps a till and nothing else sees what is brought, and from whom.
  const cashier = hall.deskOf('cashier', 'HCC-TN', MONDAY)
  const ofClerk = async () => (await seeMoneyBrought(cashier)).filter(({ staff }) => staff === clerk.id)
  const brought = await ofClerk()
  expect(brought).toMatchObject([{ code: one.code, staff: clerk.id, takenDong: 2000 }])
  expect(await seeMoneyBrought({ ...cashier, actor: clerk })).toEqual([])
  const all = brought.map(({ packet }) => packet)
  const done = await takeAllBrought(cashier, all, (fault) => {
    throw fault
  })
  expect(done.map(({ outcome }) => outcome)).toEqual([true])
  const again = await takeAllBrought(cashier, all, () => undefined)
  expect(again[0]?.outcome).toMatchObject({ refused: 'nothing-left-to-do' })
  const held = await holdDossier(opened.centre, one.code)
  expect(held?.dossier.payments).toMatchObject([{ till: idOf(cashier), dong: brought[0]?.owedDong }])
  expect((await packetById(opened.centre, one.sealed.id))?.tasks).toEqual([])
  expect(await ofClerk()).toEqual([])
})

test('a fee for a till that was closed meanwhile waits, and the dossier is received all the same', async () => {
  const owed = (await holdDossier(opened.centre, (await lastPaid()).code))?.dossier.feeDong ?? 0
  const one = await paid({ dong: owed, taken: true, slip: 'x' }, device)
  const TUESDAY = MONDAY.add({ hours: 24 })
  allowed(await closeCashSheet(both(TUESDAY), CashSheetToClose.parse({ id: newId(), on: '2019-03-12' })))
  expect(allowed(await device.send(one.sealed, TUESDAY))).toMatchObject({ stage: 'taken-in' })
  expect((await packetById(opened.centre, one.sealed.id))?.tasks).toEqual(['fee-to-book'])
})

async function lastPaid() {
  const row = await opened.centre.db
    .selectFrom('field_packet')
    .select('dossier_code as code')
    .where('fee_dong', 'is not', null)
    .limit(1)
    .executeTakeFirstOrThrow()
  return { code: row.code ?? '' }
}

test('a form filled in outside is kept as it was read, and stands in for what is filed online', async () => {
  const { forms } = await centreLawOf(opened.centre)
  const form = [...forms.values()].flat().find(({ fields }) => fields.some(({ type }) => type === 'text'))
  const field_ = form?.fields.find(({ type, isOfficial }) => type === 'text' && !isOfficial)
  if (!form || !field_) throw new Error('no form')
  const by = allowed(await device.provision(outing, FRIDAY))
  const typed = { [field_.name]: 'Tổ hợp tác Chí Linh' }
  const said = anIntake(by, (used += 1), { form: { key: form.key, version: form.version, typed } })
  const components = await allPapers(hall)
  const sealed = await device.seal({ ...said, dossier: { ...said.dossier, components } }, by)
  expect(allowed(await device.send(sealed, MONDAY))).toMatchObject({ stage: 'taken-in' })
  const held = await holdDossier(opened.centre, said.code ?? '')
  if (!held) throw new Error('not received')
  const kept = await filedAnswers(both(MONDAY), held.dossier)
  expect(kept?.form.key).toBe(form.key)
  expect(kept?.answers[field_.name]).toBe('Tổ hợp tác Chí Linh')
  // Other boxes of it are asked for: a person is told.
  expect((await packetById(opened.centre, sealed.id))?.tasks).toEqual(['form-faulty'])
})

/** A result that lies ready for somebody of the commune. */
async function ready() {
  const receipt = await received(hall, {
    applicant: {
      kind: 'citizen',
      name: 'Lê Văn Bình',
      idNumber: '100123456',
      phone: null,
      address: 'Thôn Chí Linh, xã An Sinh',
    },
  })
  const [procedure] = (await bookOf(opened.centre)).procedures.get('1.004979') ?? []
  let lying: { version: number; step: string; isReady: boolean } = { ...receipt, isReady: false }
  while (!lying.isReady) {
    const step = procedure?.steps.find((one) => one.key === lying.step)
    if (!step) throw new Error(`no step ${lying.step}`)
    const changed = allowed(
      await changeDossier(hall.deskOf(step.post, step.unit), receipt.code, commandAt(step, lying)),
    )
    lying = { version: changed.version, step: changed.step, isReady: changed.stage === 'ready' }
  }
  return { code: receipt.code, version: lying.version, step: lying.step }
}

test('a result handed over outside is returned at that moment, with the signature as its proof', async () => {
  const { code, version, step } = await ready()
  const by = allowed(await device.provision(outing, FRIDAY))
  const reference = await sha256Of(PICTURE)
  const proof = { ...SIGNED_FOR, withdrawn: [], acknowledged: { how: 'signed-on-glass' as const, reference } }
  const receiver = { name: 'Lê Văn Bình', idNumber: '100123456' }
  const said = {
    kind: 'hand-back' as const,
    claimedAt: '2019-03-09T03:00:00.000Z',
    code,
    result: { version, step, way: 'counter' as const, receiver, proof },
  }
  const bare = await device.seal({ ...said, id: newId() }, by)
  expect(allowed(await device.send(bare, MONDAY))).toMatchObject({
    stage: 'to-decide',
    why: ['signature-missing'],
  })
  const moved = await device.seal(
    { ...said, id: newId(), result: { ...said.result, version: version - 1 } },
    by,
    { pictures: [{ bytes: PICTURE, what: 'signature' }] },
  )
  expect(allowed(await device.send(moved, MONDAY))).toMatchObject({
    stage: 'to-decide',
    why: ['changed-meanwhile'],
  })
  expect((await holdDossier(opened.centre, code))?.dossier.stage).toBe('ready')
  allowed(await decidePacket(both(MONDAY), moved.id, { decision: 'receive' }))
  const held = await holdDossier(opened.centre, code)
  expect(held?.dossier).toMatchObject({ stage: 'returned', returnedAt: '2019-03-09T03:00:00.000Z' })
  expect(await hasScan(opened.centre, code, reference)).toBe(true)
})

test('a visit at home and one that met nobody stand with the request', async () => {
  const slip = allowed(
    await askHomeVisit(
      both(),
      HomeVisitToAsk.parse({
        id: newId(),
        askedBy: 'phone',
        name: 'Nguyễn Thị Sáu',
        born: '1932',
        commune: 'X07075',
        hamlet: 'Thôn Chí Linh',
        address: 'Nhà cạnh đình',
        wish: 'Chứng thực giấy ủy quyền',
      }),
    ),
  )
  const act = async (change: object, version: number) =>
    allowed(
      await changeHomeVisit(both(), slip.code, HomeVisitChange.parse({ id: newId(), version, ...change })),
    )
  await act({ type: 'GrantHomeVisit', ground: 'old', evidenceBy: 'identity-paper', evidence: 'CMND' }, 1)
  await act({ type: 'ScheduleHomeVisit', on: '2019-03-09', team: [idOf(both())] }, 2)
  const row = await opened.centre.db.selectFrom('home_request').select('id').executeTakeFirstOrThrow()
  const visit = { kind: 'home-visit' as const, id: row.id }
  const by = allowed(await device.provision(visit, FRIDAY))
  expect(by.outing.person).toMatchObject({ name: 'Nguyễn Thị Sáu', ground: 'old' })
  const said = { kind: 'contact' as const, request: row.id }
  const away = await device.seal(
    {
      ...said,
      id: newId(),
      claimedAt: '2019-03-09T04:00:00.000Z',
      contact: { outcome: 'not-at-home', note: 'Đi viện' },
    },
    by,
  )
  const met = await device.seal(
    {
      ...said,
      id: newId(),
      claimedAt: '2019-03-09T08:00:00.000Z',
      contact: { outcome: 'visited', consent: 'fingerprint', witness: 'Trần Văn Tám' },
    },
    by,
  )
  for (const one of [away, met, met]) expect(allowed(await device.send(one, MONDAY)).stage).toBe('taken-in')
  expect((await homeRequestById(opened.centre, row.id))?.state).toMatchObject({
    stage: 'visited',
    visited: { at: '2019-03-09T08:00:00.000Z', witness: 'Trần Văn Tám' },
    contacts: [{ outcome: 'not-at-home', at: '2019-03-09T04:00:00.000Z' }],
  })
  const again = await device.seal(
    {
      ...said,
      id: newId(),
      claimedAt: '2019-03-09T08:30:00.000Z',
      contact: { outcome: 'visited', consent: 'signature' },
    },
    by,
  )
  expect(allowed(await device.send(again, MONDAY))).toMatchObject({ why: ['home-visit-not-so-far'] })
})

test('a closing sheet stands as it was written', async () => {
  const by = allowed(await device.provision(outing, FRIDAY))
  const counted = {
    on: '2019-03-09',
    received: 5,
    handedBack: 1,
    contacts: 2,
    cashDong: 40_000,
    slips: 3,
    note: null,
  }
  const sealed = await device.seal(
    { kind: 'closing', id: newId(), claimedAt: '2019-03-09T05:00:00.000Z', ...counted },
    by,
  )
  expect(allowed(await device.send(sealed, MONDAY)).stage).toBe('taken-in')
  expect((await packetById(opened.centre, sealed.id))?.closing).toEqual(counted)
  const { came } = allowed(await seePacketAtDesk(both(MONDAY), sealed.id))
  const packets = await opened.centre.db
    .selectFrom('field_packet')
    .select(['kind', 'device_id as of', 'fee_dong as dong'])
    .execute()
  const ofDevice = (kind: string) => packets.filter((one) => one.kind === kind && one.of === device.id).length
  expect(came).toEqual({
    received: ofDevice('intake'),
    handedBack: ofDevice('hand-back'),
    contacts: ofDevice('contact'),
    cashDong: packets.reduce((sum, one) => sum + (one.of === device.id ? (one.dong ?? 0) : 0), 0),
  })
  expect(came?.cashDong).toBeGreaterThan(0)
  expect(came?.received).toBeGreaterThan(2)
  expect(await checkCentre(opened.centre)).toEqual([])
})
