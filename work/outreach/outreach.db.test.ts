import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { hasPost } from '#domain/people/may.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { HomeVisitToAsk, SessionChange, SessionsToPlan, SlotToTake } from '#shapes/outreach.ts'
import { accessesTo } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import { noticesOf } from '#store/notices.ts'
import {
  aCompleteDossier,
  aDossierToReceive,
  aHall,
  allowed,
  commandAt,
  EIGHT,
  type Hall,
} from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { aCitizen } from '../filing/a-filing.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { remindOfSessions } from '../reminding/remind-of-sessions.ts'
import { makeNotices } from '../telling/make-notices.ts'
import type { NoticeOffice } from '../telling/notice-office.ts'
import { askHomeVisit, followHomeVisit, takeBackHomeVisit } from './ask-home-visit.ts'
import { changeHomeVisit } from './change-home-visit.ts'
import { changeSession, recordTold } from './change-session.ts'
import { planSessions } from './plan-sessions.ts'
import { giveBackOwn, seeOwnRegistrations } from './own-registrations.ts'
import { cancelRegistration, followRegistration, registerForSession } from './register.ts'
import { seeHomeChoices, seeHomeRoute, seeHomeVisit, seeHomeVisits } from './see-home-visits.ts'
import { followSession, followSessions, seeCommunes, seeSession, seeSessions } from './see-sessions.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const SATURDAY = Temporal.Instant.from('2019-03-09T01:00:00Z')
const publicDesk = (now = EIGHT): Desk => ({ centre: opened.centre, now, actor: { kind: 'public' } })
const director = (now = EIGHT) => hall.deskOf('director', 'HCC', now)
const clerk = (now = EIGHT) => hall.deskOf('clerk', 'HCC-TN', now)
const clerks = () => hall.staff.filter((one) => hasPost(one, 'clerk', 'HCC-TN', '2019-03-09'))
const idOf = (desk: Desk) => (desk.actor.kind === 'staff' ? desk.actor.id : '')

let used = 0
/** On a day nobody else is planned on, unless said. */
function aPlan(over: object = {}) {
  used += 1
  const on = Temporal.PlainDate.from('2019-06-01').add({ days: used }).toString()
  return SessionsToPlan.parse({
    id: newId(),
    commune: 'X07075',
    place: 'Nhà văn hóa thôn Chí Linh',
    on,
    opens: '07:30',
    closes: '11:30',
    team: [idOf(clerk())],
    slotMinutes: 60,
    perSlot: 2,
    ...over,
  })
}

async function planned(over: object = {}): Promise<string> {
  const [id = ''] = allowed(await planSessions(director(), aPlan(over)))
  return id
}

async function does(id: string, change: object, desk = director()) {
  const { version } = allowed(await seeSession(director(), id))
  return changeSession(desk, id, SessionChange.parse({ id: newId(), version, ...change }))
}

async function published(over: object = {}): Promise<string> {
  const id = await planned(over)
  allowed(await does(id, { type: 'PublishSession' }))
  return id
}

let phones = 0
const aSlot = (over: object = {}) =>
  SlotToTake.parse({
    id: newId(),
    slot: '08:30',
    name: 'Đỗ Thị Mai',
    phone: `09${String(++phones).padStart(8, '0')}`,
    ...over,
  })

/** A dossier whose result lies ready. */
async function ready(applicant: ReturnType<typeof aDossierToReceive>['applicant']): Promise<string> {
  const receipt = allowed(await receiveDossier(clerk(), await aCompleteDossier(hall, { applicant })))
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
  return receipt.code
}

describe('a session', () => {
  test('is planned every Saturday and Sunday but the exceptions, all or none, and once for the same command', async () => {
    const plan = aPlan({
      on: '2019-04-06',
      until: '2019-04-21',
      weekdays: [6, 7],
      except: ['2019-04-14'],
    })
    const [first, again] = await Promise.all([planSessions(director(), plan), planSessions(director(), plan)])
    expect(again).toEqual(first)
    const seen = allowed(await seeSessions(clerk(), { from: '2019-04-01', until: '2019-04-30' }))
    expect(seen.map(({ plan: { on } }) => on)).toEqual([
      '2019-04-06',
      '2019-04-07',
      '2019-04-13',
      '2019-04-20',
      '2019-04-21',
    ])
    const clash = { ...aPlan({ on: '2019-04-12', until: '2019-04-20', weekdays: [5, 6] }), place: 'Nơi khác' }
    expect(await planSessions(director(), clash)).toMatchObject({
      refused: 'in-two-sessions',
      facts: { on: '2019-04-13', place: 'Nhà văn hóa thôn Chí Linh' },
    })
    expect(allowed(await seeSessions(clerk(), { from: '2019-04-12', until: '2019-04-12' }))).toEqual([])
  })

  test('of two who plan the same person at once one does; who heads a division plans none', async () => {
    const one = aPlan({ on: '2019-05-11' })
    const outcomes = await Promise.all([
      planSessions(director(), one),
      planSessions(clerk(), { ...one, id: newId(), place: 'Nơi khác' }),
    ])
    expect(outcomes.filter(isRefusal).map(({ refused }) => refused)).toEqual(['in-two-sessions'])
    const head = hall.deskOf('head', 'TCKH')
    expect(await planSessions(head, aPlan())).toMatchObject({ refused: 'not-permitted' })
    expect(await planSessions(director(), aPlan({ commune: 'TCKH' }))).toMatchObject({
      refused: 'no-such-commune',
    })
  })

  test('the public sees it once it is published, and that it was cancelled; never what was only planned', async () => {
    const id = await planned()
    expect(await followSession(publicDesk(), id)).toMatchObject({ refused: 'no-such-session' })
    allowed(await does(id, { type: 'PublishSession' }))
    const seen = allowed(await followSession(publicDesk(), id))
    expect(seen.procedures.length).toBeGreaterThan(300)
    expect(seen.slots.map(({ minute, room }) => [minute, room])).toEqual([
      [450, 2],
      [510, 2],
      [570, 2],
      [630, 2],
    ])
    allowed(await does(id, { type: 'CancelSession', why: 'Bão' }))
    expect(allowed(await followSession(publicDesk(), id))).toMatchObject({
      stage: 'cancelled',
      why: 'Bão',
      version: 3,
    })
    const never = await planned()
    allowed(await does(never, { type: 'CancelSession', why: 'Đổi lịch' }))
    const known = await followSessions(publicDesk(), {
      commune: 'X07075',
      from: '2019-06-01',
      until: '2019-12-31',
    })
    expect(known.map((one) => one.id)).toContain(id)
    expect(known.map((one) => one.id)).not.toContain(never)
  })

  test('has so many places a slot and no more, however many ask at once; a code sees one and gives it back', async () => {
    const id = await published()
    const asked = [aSlot(), aSlot(), aSlot(), aSlot()]
    const outcomes = await Promise.all(asked.map((one) => registerForSession(publicDesk(), id, one)))
    const full = outcomes.filter(isRefusal)
    expect(full.map(({ refused }) => refused)).toEqual(['slot-full', 'slot-full'])
    const place = outcomes.findIndex((one) => !isRefusal(one))
    const mine = asked[place] ?? aSlot()
    const { code } = allowed(outcomes[place] ?? { code: '' })
    expect(await registerForSession(publicDesk(), id, mine)).toEqual({ code })
    expect(
      await registerForSession(publicDesk(), id, aSlot({ phone: mine.phone, slot: '09:30' })),
    ).toMatchObject({
      refused: 'registered-already',
    })
    const followed = allowed(await followRegistration(publicDesk(), code.toLowerCase()))
    expect([followed.slot, followed.mayCancel, followed.isCancelled]).toEqual([510, true, false])
    expect(JSON.stringify(followed)).not.toContain('Mai')
    expect(await followRegistration(publicDesk(), '0000000000')).toMatchObject({
      refused: 'no-such-registration',
    })
    allowed(await cancelRegistration(publicDesk(), code))
    expect(allowed(await followRegistration(publicDesk(), code)).isCancelled).toBe(true)
    allowed(await registerForSession(publicDesk(), id, aSlot()))
    expect(await registerForSession(clerk(), id, aSlot())).toMatchObject({ refused: 'not-permitted' })
  })

  test('who registered with an account sees it there without the code, gives it back there, and nobody else does', async () => {
    const id = await published({ on: '2019-03-23' })
    const own = { ...publicDesk(), actor: await aCitizen(hall) }
    const other = { ...publicDesk(), actor: await aCitizen(hall) }
    allowed(await registerForSession(own, id, aSlot()))
    const [seen, ...more] = await seeOwnRegistrations(own)
    expect(more).toEqual([])
    expect(seen).toMatchObject({
      session: id,
      on: '2019-03-23',
      slot: 510,
      mayGiveBack: true,
      cancelledWhy: null,
    })
    expect(await seeOwnRegistrations(other)).toEqual([])
    expect(await giveBackOwn(other, seen?.id ?? '')).toMatchObject({ refused: 'no-such-registration' })
    const after = { ...own, now: Temporal.Instant.from('2019-03-24T01:00:00Z') }
    expect(await seeOwnRegistrations(after)).toEqual([])
    const begun = { ...own, now: Temporal.Instant.from('2019-03-23T01:30:00Z') }
    expect(await giveBackOwn(begun, seen?.id ?? '')).toMatchObject({ refused: 'no-such-registration' })
    allowed(await giveBackOwn(own, seen?.id ?? ''))
    expect(await seeOwnRegistrations(own)).toMatchObject([{ isGivenBack: true, mayGiveBack: false }])
    allowed(await registerForSession(own, id, aSlot({ slot: '09:30' })))
    allowed(await does(id, { type: 'CancelSession', why: 'Mất điện' }))
    expect((await seeOwnRegistrations(own)).map(({ cancelledWhy }) => cancelledWhy)).toEqual([
      'Mất điện',
      'Mất điện',
    ])
  })

  test('cancelled, it names who registered, to be told one by one; every look at them is recorded', async () => {
    const id = await published()
    allowed(await registerForSession(publicDesk(), id, aSlot({ procedure: '1.004979' })))
    allowed(await does(id, { type: 'CancelSession', why: 'Mất điện' }))
    const seen = allowed(await seeSession(clerk(), id))
    const [registration] = seen.people?.registrations ?? []
    expect([registration?.name, registration?.toldAt]).toEqual(['Đỗ Thị Mai', null])
    allowed(await recordTold(clerk(), id, registration?.id ?? ''))
    expect(allowed(await seeSession(clerk(), id)).people?.registrations[0]?.toldAt).toBe(
      '2019-03-05T01:00:00.000Z',
    )
    expect((await accessesTo(opened.centre, id, 10)).map(({ what }) => what)).toContain('see-session')
    expect(allowed(await seeSession(hall.deskOf('handler', 'TNMT'), id)).people).toBeNull()
    expect(await recordTold(hall.deskOf('handler', 'TNMT'), id, registration?.id ?? '')).toMatchObject({
      refused: 'not-permitted',
    })
  })

  test('what is received in it carries it: on its day, by its team, through the mobile channel', async () => {
    const team = clerks().slice(0, 1)
    const id = await published({ on: '2019-03-09', team: team.map((one) => one.id) })
    const [member] = team
    const desk = (now: Temporal.Instant): Desk => ({
      centre: opened.centre,
      now,
      actor: member ?? director().actor,
    })
    const complete = await aCompleteDossier(hall)
    const given = (over: object = {}) => ({
      ...complete,
      id: newId(),
      channel: 'mobile' as const,
      takenOut: { kind: 'session' as const, id },
      ...over,
    })
    expect(await receiveDossier(desk(EIGHT), given())).toMatchObject({ refused: 'not-held-now' })
    expect(await receiveDossier(desk(SATURDAY), given({ channel: 'counter' }))).toMatchObject({
      refused: 'taken-out-otherwise',
    })
    const other = clerks().find((one) => one.id !== member?.id)
    if (other)
      expect(
        await receiveDossier({ centre: opened.centre, now: SATURDAY, actor: other }, given()),
      ).toMatchObject({ refused: 'not-of-the-team' })
    const { code, due } = allowed(await receiveDossier(desk(SATURDAY), given()))
    // Received on a Saturday; the first day that counts is Tuesday.
    expect(due?.slice(0, 10)).toBe('2019-03-13')
    expect((await holdDossier(opened.centre, code))?.dossier.takenOut).toEqual({ kind: 'session', id })
    const [line] = allowed(await seeSessions(clerk(), { from: '2019-03-09', until: '2019-03-09' }))
    expect(line?.received).toBe(1)
    expect(allowed(await seeSession(desk(SATURDAY), id)).people?.taken.map((one) => one.code)).toEqual([code])
  })

  test('results that lie ready for people of the commune are to be brought along', async () => {
    const applicant = { ...aDossierToReceive().applicant, address: 'Thôn Chí Linh, xã An Sinh' }
    const code = await ready(applicant)
    const id = await published()
    expect(allowed(await seeSession(clerk(), id)).people?.ready.map((one) => one.code)).toContain(code)
    const elsewhere = await published({ commune: 'P07069' })
    expect(allowed(await seeSession(clerk(), elsewhere)).people?.ready.map((one) => one.code)).not.toContain(
      code,
    )
  })
})

describe('since the communes of 2019 became five wards', () => {
  const NOW = Temporal.Instant.from('2026-03-02T02:00:00Z')
  const SUNDAY = '2026-03-08'

  test('the wards of the day are chosen from, each with what it took in', async () => {
    const then = await seeCommunes(publicDesk())
    expect(then).toHaveLength(21)
    expect(then.find(({ code }) => code === 'X07084')).toMatchObject({ name: 'Xã Việt Dân', before: [] })
    const now = await seeCommunes(publicDesk(NOW))
    expect(now.map(({ name }) => name)).toEqual([
      'Phường An Sinh',
      'Phường Bình Khê',
      'Phường Đông Triều',
      'Phường Hoàng Quế',
      'Phường Mạo Khê',
    ])
    expect(now[0]).toMatchObject({ code: 'X07075', codes: ['X07075', 'X07084', 'X07087', 'X07090'] })
    expect(now[0]?.before).toContain('Xã Việt Dân')
    expect(now.flatMap(({ codes }) => codes)).toHaveLength(21)
  })

  test('a session is in the ward of its day, whichever unit it was planned for, and is found by either', async () => {
    const id = await published({ on: SUNDAY, commune: 'X07084' })
    const asked = { from: SUNDAY, until: SUNDAY }
    for (const commune of ['X07075', 'X07084', null])
      expect(await followSessions(publicDesk(NOW), { ...asked, commune })).toMatchObject([
        { id, communeName: 'Phường An Sinh' },
      ])
    expect(await followSessions(publicDesk(NOW), { ...asked, commune: 'P07069' })).toEqual([])
    const before = await published({ on: '2019-12-29', commune: 'X07084' })
    expect(allowed(await followSession(publicDesk(), before)).communeName).toBe('Xã Việt Dân')
  })

  test('results are brought for addresses of before and of now', async () => {
    const at = (address: string) => ready({ ...aDossierToReceive().applicant, address })
    const codes = [await at('Thôn Tân Thành, xã Việt Dân'), await at('Khu 2, phường An Sinh')]
    const other = await at('Khu 1, phường Kim Sơn')
    const id = await published({ on: '2026-03-15', commune: 'X07075' })
    const people = allowed(await seeSession(clerk(NOW), id)).people?.ready.map((one) => one.code)
    expect(people).toEqual(expect.arrayContaining(codes))
    expect(people).not.toContain(other)
  })

  test('an officer of a commune of before enters requests for the ward it is in, under the own code', async () => {
    const now = allowed(await seeHomeChoices(hall.deskOf('clerk', 'X07075', NOW)))
    expect(now).toMatchObject([{ code: 'X07075', name: 'Phường An Sinh' }])
  })
})

const notices: NoticeOffice = {
  ways: new Map([['sms', async () => ({ kind: 'accepted', reference: null })]]),
  baseUrl: 'https://motcua.example.vn',
  push: null,
  reportSecret: null,
  hearZalo: null,
}

test('whoever registered is told that it is moved or not held, and the day before; not who gave the time back', async () => {
  const on = '2019-03-16'
  const id = await published({ on, commune: 'X07075' })
  const codes: string[] = []
  const ids: string[] = []
  for (let many = 0; many < 2; many += 1) {
    const one = aSlot({ slot: '09:30' })
    ids.push(one.id)
    codes.push(allowed(await registerForSession(publicDesk(), id, one)).code)
  }
  allowed(await cancelRegistration(publicDesk(), codes[1] ?? ''))
  const told = async (now: Temporal.Instant) => {
    await makeNotices({ centre: opened.centre, now, notices })
    const each = await Promise.all(ids.map((one) => noticesOf(opened.centre, one, 10)))
    return each.map((some) => some.map(({ kind }) => kind))
  }
  const telling = { ...director(), notices }
  const plan = aPlan({ on, place: 'Trường học' })
  const { id: _, until: __, weekdays: ___, except: ____, ...moved } = plan
  const { version } = allowed(await seeSession(director(), id))
  allowed(await changeSession(telling, id, { ...moved, id: newId(), version, type: 'ChangeSession' }))
  expect(await told(EIGHT)).toEqual([['session-changed'], []])
  const eve = Temporal.Instant.from('2019-03-15T02:00:00Z')
  expect(await remindOfSessions({ centre: opened.centre, now: eve, notices })).toBe(1)
  expect(await remindOfSessions({ centre: opened.centre, now: eve, notices })).toBe(0)
  expect((await told(eve))[0]).toEqual(['session-soon', 'session-changed'])
  const cancel = { id: newId(), version: version + 1, type: 'CancelSession', why: 'Bão' } as const
  allowed(await changeSession(telling, id, cancel))
  expect((await told(eve.add({ minutes: 1 })))[0]).toEqual([
    'session-cancelled',
    'session-soon',
    'session-changed',
  ])
})

describe('a visit at home', () => {
  const aRequest = (over: object = {}) =>
    HomeVisitToAsk.parse({
      id: newId(),
      askedBy: 'relative',
      name: 'Nguyễn Thị Sáu',
      born: '1932',
      commune: 'X07075',
      hamlet: 'Thôn Chí Linh',
      address: 'Nhà cạnh đình, thôn Chí Linh',
      contactName: 'Nguyễn Văn Bảy',
      contactPhone: '0912 345 678',
      wish: 'Bà không đi lại được, cần chứng thực giấy ủy quyền.',
      ...over,
    })
  async function acts(code: string, change: object, desk = clerk()) {
    const { state } = allowed(await seeHomeVisit(clerk(), code))
    return changeHomeVisit(desk, code, { id: newId(), version: state.version, ...change } as Parameters<
      typeof changeHomeVisit
    >[2])
  }
  const GRANT = {
    type: 'GrantHomeVisit',
    ground: 'old',
    born: null,
    evidenceBy: 'identity-paper',
    evidence: 'CMND',
  }

  test('an officer of a commune asks for people of that commune, and sees nothing more of it', async () => {
    const officer = hall.deskOf('clerk', 'X07075')
    const given = aRequest({ askedBy: 'commune' })
    const slip = allowed(await askHomeVisit(officer, given))
    expect(allowed(await seeHomeChoices(officer)).map(({ code }) => code)).toEqual(['X07075'])
    expect(allowed(await seeHomeVisit(clerk(), slip.code))).toMatchObject({ askedBy: 'commune' })
    expect(await seeHomeVisit(officer, slip.code)).toMatchObject({ refused: 'not-permitted' })
    const elsewhere = aRequest({ askedBy: 'commune', commune: 'P07069' })
    expect(await askHomeVisit(officer, elsewhere)).toMatchObject({ refused: 'not-permitted' })
    expect(await askHomeVisit(hall.deskOf('handler', 'X07075'), aRequest())).toMatchObject({
      refused: 'not-permitted',
    })
  })

  test('whoever asked is told the day, another day, and that nobody comes; by the telephone of who opens the door', async () => {
    const given = aRequest({ phone: null })
    const { code } = allowed(await askHomeVisit(publicDesk(), given))
    allowed(await acts(code, GRANT))
    const telling = { ...clerk(), notices }
    const on = (day: string) => ({ type: 'ScheduleHomeVisit', on: day, place: null, team: [idOf(clerk())] })
    const told = async () => {
      await makeNotices({ centre: opened.centre, now: EIGHT, notices })
      return (await noticesOf(opened.centre, given.id, 10)).map(({ kind, way }) => [kind, way])
    }
    allowed(await acts(code, on('2019-03-12'), telling))
    expect(await told()).toEqual([['visit-scheduled', 'sms']])
    allowed(await acts(code, { ...on('2019-03-12'), place: 2 }, telling))
    allowed(await acts(code, on('2019-03-13'), telling))
    expect((await told()).map(([kind]) => kind).toSorted()).toEqual(['visit-moved', 'visit-scheduled'])
    allowed(await acts(code, { type: 'EndHomeVisit', why: 'Bão số 3' }, telling))
    expect((await told()).map(([kind]) => kind)).toContain('visit-cancelled')
  })

  test('is asked for by anybody, judged by the age, given a day, and made; what is taken there carries it', async () => {
    const given = aRequest()
    const slip = allowed(await askHomeVisit(publicDesk(), given))
    expect(await askHomeVisit(publicDesk(), given)).toEqual(slip)
    expect(slip.code).toMatch(/^TN-190305-/)
    const followed = allowed(await followHomeVisit(publicDesk(), slip))
    expect(followed).toMatchObject({ stage: 'asked', visitOn: null, mayTakeBack: true })
    expect(JSON.stringify(followed)).not.toMatch(/Sáu|đình/)
    expect(await followHomeVisit(publicDesk(), { ...slip, key: '0000000000' })).toMatchObject({
      refused: 'no-such-home-visit',
    })
    const handler = hall.deskOf('handler', 'TNMT')
    expect(await seeHomeVisit(handler, slip.code)).toMatchObject({ refused: 'not-permitted' })
    expect(await acts(slip.code, { ...GRANT, born: '1945' })).toMatchObject({
      refused: 'too-young-for-visit',
    })
    allowed(await acts(slip.code, GRANT))
    const call = { type: 'RecordHomeContact', way: 'call', outcome: 'reached', note: 'Sáng mai cháu ở nhà' }
    allowed(await acts(slip.code, call))
    const team = [idOf(clerk()), idOf(handler)]
    allowed(await acts(slip.code, { type: 'ScheduleHomeVisit', on: '2019-03-06', place: null, team }))
    // Who goes sees it from now on.
    expect(allowed(await seeHomeVisit(handler, slip.code)).name).toBe('Nguyễn Thị Sáu')
    const made = { type: 'MakeHomeVisit', consent: 'fingerprint', witness: null, note: null }
    const tomorrow = EIGHT.add({ hours: 24 })
    expect(await acts(slip.code, made, clerk())).toMatchObject({ refused: 'visit-not-yet' })
    expect(await acts(slip.code, made, clerk(tomorrow))).toMatchObject({ refused: 'witness-needed' })
    const takenOut = {
      kind: 'home-visit' as const,
      id: allowed(await seeHomeVisit(clerk(), slip.code)).id,
      consent: 'fingerprint' as const,
      witness: 'Trưởng thôn Trần Văn Tám',
    }
    const dossier = await aCompleteDossier(hall, { channel: 'home', takenOut })
    expect(await receiveDossier(clerk(), dossier)).toMatchObject({ refused: 'not-held-now' })
    const { code } = allowed(await receiveDossier(clerk(tomorrow), dossier))
    allowed(await acts(slip.code, { ...made, witness: takenOut.witness }, clerk(tomorrow)))
    expect((await holdDossier(opened.centre, code))?.dossier.takenOut).toEqual(takenOut)
    expect(allowed(await seeHomeVisit(clerk(tomorrow), slip.code)).taken).toMatchObject([
      { code, isReady: false },
    ])
    const { figures } = allowed(await seeHomeVisits(clerk(tomorrow), { isOpen: true, after: null }))
    expect(figures).toMatchObject({ visited: 1, daysWaited: 1, longest: 1 })
    expect((await accessesTo(opened.centre, slip.code, 50)).map(({ what }) => what)).toContain(
      'see-home-visit',
    )
  })

  test('a day’s route keeps hamlets together, and shows a person the visits he goes to', async () => {
    const handler = hall.deskOf('handler', 'TNMT')
    const codes: string[] = []
    for (const [hamlet, commune] of [
      ['A', 'X07075'],
      ['B', 'P07069'],
      ['A', 'X07075'],
    ] as const) {
      const { code } = allowed(await askHomeVisit(clerk(), aRequest({ askedBy: 'phone', hamlet, commune })))
      allowed(await acts(code, GRANT))
      const team = hamlet === 'B' ? [idOf(handler)] : [idOf(clerk())]
      allowed(await acts(code, { type: 'ScheduleHomeVisit', on: '2019-03-20', place: null, team }))
      codes.push(code)
    }
    const route = allowed(await seeHomeRoute(clerk(), '2019-03-20'))
    expect(route.map(({ hamlet, place }) => [hamlet, place])).toEqual([
      ['B', 1],
      ['A', 2],
      ['A', 3],
    ])
    expect(allowed(await seeHomeRoute(handler, '2019-03-20')).map(({ code }) => code)).toEqual([codes[1]])
    allowed(
      await acts(codes[1] ?? '', {
        type: 'ScheduleHomeVisit',
        on: '2019-03-20',
        place: 3,
        team: [idOf(clerk())],
      }),
    )
    expect(allowed(await seeHomeRoute(clerk(), '2019-03-20')).map(({ hamlet }) => hamlet)).toEqual([
      'A',
      'A',
      'B',
    ])
  })

  test('is taken back by who asked, refused with a reason, and entered by an officer alone as a call', async () => {
    const slip = allowed(await askHomeVisit(publicDesk(), aRequest()))
    allowed(await takeBackHomeVisit(publicDesk(), slip))
    expect(allowed(await followHomeVisit(publicDesk(), slip)).stage).toBe('ended')
    allowed(await takeBackHomeVisit(publicDesk(), slip))
    const other = allowed(await askHomeVisit(publicDesk(), aRequest()))
    allowed(await acts(other.code, { type: 'RefuseHomeVisit', why: 'Chưa đủ tuổi' }))
    expect(await acts(other.code, GRANT)).toMatchObject({ refused: 'home-visit-not-so-far' })
    expect(allowed(await followHomeVisit(publicDesk(), other))).toMatchObject({
      stage: 'refused',
      why: 'Chưa đủ tuổi',
    })
    expect(await askHomeVisit(hall.deskOf('head', 'TCKH'), aRequest())).toMatchObject({
      refused: 'not-permitted',
    })
  })
})
