import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { under } from '#domain/dossier/decide.ts'
import { evolve } from '#domain/dossier/dossier.ts'
import { isRefusal } from '#domain/outcome.ts'
import { WAITS_FOR } from '#domain/dossier/waits-for.ts'
import { hasPost, type Post } from '#domain/people/may.ts'
import { owedDong } from '#domain/dossier/owed.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { holdDossier, writeChange } from '#store/dossiers.ts'
import { aHall, allowed, commandAt, EIGHT, type Hall, received } from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { changeDossier, type ChangeGiven, lawFor } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { checkDossiers } from '../checks/check-dossier.ts'
import { followDossier } from '../reading/follow-dossier.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { seeDeskCounts, waitingList } from '../reading/see-desk-counts.ts'
import { seeWorklist } from '../reading/see-worklist.ts'
import { seeDay } from '../reading/see-day.ts'
import { type Reminder, remindedOf, seeReminders } from '../reading/see-reminders.ts'
import { seeList } from '../reading/see-list.ts'
import { seeLoad } from '../dividing/see-load.ts'
import { remindCentre } from '../reminding/remind-centre.ts'
import { searchDossiers } from '../searching/search-dossiers.ts'
import { sealEvents } from '../sealing.ts'
import { seeParts } from './see-parts.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const at = (days: number) => EIGHT.add({ hours: 24 * days })
const deskOf = (post: Post, unit: string, days = 0) => hall.deskOf(post, unit, at(days))

async function lying(code: string) {
  const held = await holdDossier(opened.centre, code)
  if (!held) throw new Error(`no dossier ${code}`)
  return held.dossier
}

type Without<Command> = Command extends unknown ? Omit<Command, 'id' | 'version' | 'step'> : never
type Bare = Without<ChangeGiven>

/** Somebody does something on the dossier as it stands, on a day. */
async function tries(code: string, [post, unit]: readonly [Post, string], bare: Bare, days = 0) {
  const { version, step } = await lying(code)
  const given = { ...bare, id: newId(), version, step } as ChangeGiven
  return changeDossier(deskOf(post, unit, days), code, given)
}
const does = async (...given: Parameters<typeof tries>) => allowed(await tries(...given))

/** Takes a dossier on, each step by somebody in its post, until it lies at a step or was handed back. */
async function goesTo(code: string, goal: string, days = 0): Promise<void> {
  for (;;) {
    const dossier = await lying(code)
    if (dossier.step === goal && dossier.stage !== 'ready') return
    if (dossier.stage === 'returned') return
    const { procedure } = lawFor(dossier, await bookOf(opened.centre))
    const step = procedure.steps.find(({ key }) => key === dossier.step)
    if (!step) throw new Error(`no step ${dossier.step}`)
    const owed = owedDong(dossier) ?? 0
    if (owed > 0 && (step.kind === 'collect-fee' || dossier.stage === 'ready'))
      await does(code, ['cashier', 'HCC-TN'], { type: 'TakePayment', way: 'cash', dong: owed }, days)
    else {
      const {
        id: _,
        version: __,
        step: ___,
        ...bare
      } = commandAt(step, {
        version: dossier.version,
        step: dossier.step,
        isReady: dossier.stage === 'ready',
      })
      await does(code, [step.post, step.unit], bare as Bare, days)
    }
  }
}

const TAX = ['handler', 'THUE'] as const
const LAND = ['handler', 'VPDK'] as const
const done = (part: string): Bare => ({
  type: 'CompletePart',
  part,
  documentNumber: 'TB 12',
  result: 'Đã xong',
})
const PART = {
  name: 'Phần việc',
  unit: 'THUE',
  post: 'handler',
  body: null,
  procedure: null,
  minutesAllotted: 60,
  output: '',
} as const
const NOTICE = {
  type: 'NotifyObligation',
  body: 'Chi cục Thuế thị xã Đông Triều',
  number: 'LTB 120/TB-CCT',
  issuedOn: '2019-03-05',
  what: 'Lệ phí trước bạ nhà, đất',
  dong: 5_000_000,
  payBy: '2019-03-20',
} as const

test('land and tax run whole: two notices at the tax office, paid by the citizen, back to the land registry', async () => {
  const receipt = await received(hall, { procedure: '2.000889' })
  const { code } = receipt
  expect(isRefusal(await seeDossier(deskOf(...TAX), code))).toBe(true)
  await goesTo(code, 'tax')

  // The land registry leads; the tax office sees the dossier and its two parts, with its own due moments.
  expect((await lying(code)).holder).toMatchObject({ unit: 'VPDK' })
  const seen = allowed(await seeDossier(deskOf(...TAX), code))
  expect(seen.parts).toMatchObject([
    { key: 'registration-fee', unitName: 'Chi cục Thuế thị xã Đông Triều', state: 'open', minutesLeft: 1020 },
    { key: 'income-tax', procedure: '1.007674', state: 'open' },
  ])
  const listed = allowed(await seeParts(deskOf(...TAX), {})).lines.filter((line) => line.code === code)
  expect(listed.map(({ key, leaderName }) => [key, leaderName])).toEqual([
    ['income-tax', 'Chi nhánh Văn phòng đăng ký đất đai thị xã Đông Triều'],
    ['registration-fee', 'Chi nhánh Văn phòng đăng ký đất đai thị xã Đông Triều'],
  ])
  const inLists = async () =>
    allowed(await seeList(deskOf(...TAX), { procedure: '2.000889' })).lines.some((line) => line.code === code)
  expect(await inLists()).toBe(true)
  const search = { typed: code, withOlder: false, most: 10 }
  const found = allowed(await searchDossiers(deskOf(...TAX), search))
  expect(found.lines.map((line) => line.code)).toEqual([code])

  expect(await tries(code, LAND, { type: 'CompleteStep', note: null })).toMatchObject({
    refused: 'part-open',
  })
  expect(await tries(code, LAND, done('income-tax'))).toMatchObject({ refused: 'not-permitted' })
  expect(await tries(code, ['handler', 'BHXH'], done('income-tax'))).toMatchObject({
    refused: 'not-permitted',
  })
  await does(code, TAX, NOTICE)
  await does(code, TAX, { type: 'SendPartBack', part: 'income-tax', reason: 'Thiếu quan hệ cha con' })
  expect(await tries(code, LAND, { type: 'CompleteStep', note: null })).toMatchObject({
    refused: 'part-open',
  })
  await does(code, LAND, {
    type: 'GiveUpPart',
    part: 'income-tax',
    reason: 'Cha cho con',
    ground: 'Luật TNCN Điều 4',
  })
  await does(code, TAX, done('registration-fee'))
  expect(await inLists()).toBe(true) // worked on it once
  expect(allowed(await seeParts(deskOf(...TAX), {})).lines.some((line) => line.code === code)).toBe(false)

  await goesTo(code, 'pay')
  const waiting = await lying(code)
  expect(waiting).toMatchObject({ stage: 'awaiting-citizen', payBy: '2019-03-20' })
  const followed = allowed(await followDossier(deskOf('clerk', 'HCC-TN'), { code, key: receipt.lookupKey }))
  expect(followed).toMatchObject({
    waitsFor: 'payment',
    supplement: null,
    obligations: [{ number: NOTICE.number, dong: 5_000_000, isMet: false }],
    parts: [{ state: 'done' }, { state: 'given-up' }],
  })

  const [notice] = waiting.obligations ?? []
  const proof = {
    type: 'MeetObligation',
    obligation: notice?.key ?? '',
    paidOn: '2019-03-11',
    dong: 5_000_000,
    proof: 'GNT 0045',
    channel: 'post',
  } as const
  expect(await tries(code, LAND, { type: 'CompleteStep', note: null }, 6)).toMatchObject({
    refused: 'obligation-unmet',
  })
  const met = await does(code, ['clerk', 'HCC-TN'], proof, 6)
  expect(met).toMatchObject({ stage: 'in-process', step: 'write', waitsFor: null })
  expect((met.lawfulDue ?? '') > (waiting.lawfulDue ?? '')).toBe(true)

  await goesTo(code, 'end', 6)
  expect(await lying(code)).toMatchObject({ stage: 'returned', holder: null })
  expect(await checkDossiers(opened.centre, [code])).toEqual([])
})

test('birth and insurance run whole: the certificate first, then the card of the child', async () => {
  const { code } = await received(hall, { procedure: '1.001695' })
  await goesTo(code, 'insurance')
  const { approvedAt, parts } = await lying(code)
  expect(approvedAt).not.toBeNull()
  expect(parts).toMatchObject([{ key: 'insurance-card', unit: 'BHXH', procedure: '1.001939', state: 'open' }])
  await does(code, ['handler', 'BHXH'], done('insurance-card'), 9)
  // Five working days were given, it took six and more; the citizen's fifteen are not touched.
  expect((await lying(code)).parts).toMatchObject([{ state: 'done', timeliness: 'late' }])
  await goesTo(code, 'end', 9)
  expect(await lying(code)).toMatchObject({ stage: 'returned', timeliness: 'early' })
  expect(await checkDossiers(opened.centre, [code])).toEqual([])
})

test('a household business and its tax code, and a part that a body outside the house does', async () => {
  const household = await received(hall, { procedure: '1.001612', case: 'individual' })
  await goesTo(household.code, 'tax-data')
  await does(household.code, TAX, done('tax-code'))
  await goesTo(household.code, 'end')
  expect(await lying(household.code)).toMatchObject({ stage: 'returned' })

  const worship = await received(hall, { procedure: 'ldtbxh-giai-quyet-che-do-tro-cap-tho-cung-liet-si' })
  await goesTo(worship.code, 'province')
  const [decision] = (await lying(worship.code)).parts ?? []
  expect(decision).toMatchObject({
    body: 'Sở Lao động - Thương binh và Xã hội tỉnh Quảng Ninh',
    unit: 'LDTBXH',
  })
  await does(worship.code, ['handler', 'LDTBXH'], done('decision'), 14)
  await goesTo(worship.code, 'end', 14)
  expect(await checkDossiers(opened.centre, [household.code, worship.code])).toEqual([])
})

test('what is sent twice is done once, and a stale or a late hand is told what happened', async () => {
  const { code } = await received(hall, { procedure: '2.000889' })
  await goesTo(code, 'tax')
  const { version, step } = await lying(code)
  const given = { ...done('income-tax'), id: newId(), version, step } as ChangeGiven
  const first = allowed(await changeDossier(deskOf(...TAX), code, given))
  expect(allowed(await changeDossier(deskOf(...TAX), code, given))).toEqual(first)
  const other = { ...done('registration-fee'), id: newId(), version, step } as ChangeGiven
  expect(await changeDossier(deskOf(...TAX), code, other)).toMatchObject({
    refused: 'changed-meanwhile',
    facts: { since: [{ type: 'PartCompleted' }] },
  })
  expect(await tries(code, TAX, done('income-tax'))).toMatchObject({ refused: 'part-not-open' })
  expect(await tries(code, TAX, done('land-use-fee'))).toMatchObject({ refused: 'no-such-part' })

  // Stopped, it is nobody's part any more, and the tax office no longer sees it by its parts.
  const why = { why: 'asked-by-citizen', reason: 'Rút hồ sơ', ground: 'Đơn' } as const
  const stop = { type: 'StopDossier', ...why, papersReturned: 'Toàn bộ', money: 'nothing-paid' } as const
  await does(code, ['clerk', 'HCC-TN'], stop)
  expect(allowed(await seeParts(deskOf(...TAX), {})).lines.some((line) => line.code === code)).toBe(false)
  const { actor } = deskOf(...TAX)
  const colleague = hall.staff.find(
    (one) => hasPost(one, 'handler', 'THUE', '2019-03-05') && actor.kind === 'staff' && one.id !== actor.id,
  )
  if (colleague)
    expect(await seeDossier({ ...deskOf(...TAX), actor: colleague }, code)).toMatchObject({
      refused: 'not-permitted',
    })
  expect(await checkDossiers(opened.centre, [code])).toEqual([])
})

test('a day to pay by is pointed out before it and after it, then the dossier may be stopped', async () => {
  const count = async (reminder: Reminder, days: number) =>
    allowed(await seeReminders(deskOf('director', 'HCC', days))).counts.get(reminder) ?? 0
  const { code } = await received(hall, { procedure: '2.000889' })
  await goesTo(code, 'tax')
  await does(code, TAX, done('income-tax'))
  await does(code, TAX, done('registration-fee'))
  await does(code, LAND, NOTICE)
  const [toPay, soon, over] = [
    await count('to-pay', 0),
    await count('pay-soon', 13),
    await count('pay-over', 16),
  ]
  expect([soon, await count('pay-soon', 12)]).toEqual([1, 0])
  expect([over, await count('pay-over', 15)]).toEqual([1, 0])
  await goesTo(code, 'pay')
  expect(await count('to-pay', 0)).toBe(toPay + 1)
  const { waiting } = allowed(await seeDeskCounts(deskOf(...LAND)))
  for (const what of WAITS_FOR)
    expect(allowed(await seeWorklist(deskOf(...LAND), waitingList(what))).lines).toHaveLength(waiting[what])
  expect(waiting.payment).toBeGreaterThan(0)
  const stop = {
    type: 'StopDossier',
    why: 'not-answered',
    reason: 'Quá hạn nộp tiền, đã gọi nhắc hai lần',
    ground: NOTICE.number,
    papersReturned: 'Toàn bộ',
    money: 'nothing-paid',
  } as const
  expect(await tries(code, ['clerk', 'HCC-TN'], stop, 15)).toMatchObject({ refused: 'answer-limit-not-over' })
  expect(await tries(code, ['clerk', 'HCC-TN'], stop, 16)).toMatchObject({ refused: 'not-prompted' })
  const prompt = { type: 'PromptApplicant', way: 'telephone', outcome: 'told', note: null } as const
  expect(await tries(code, TAX, prompt, 12)).toMatchObject({ refused: 'not-permitted' })
  await does(code, ['clerk', 'HCC-TN'], prompt, 12)
  await does(code, ['clerk', 'HCC-TN'], stop, 16)
  expect([await count('pay-over', 16), await count('to-pay', 16)]).toEqual([0, toPay])
})

test('a late part is told to who leads and to its agency, once each, and again when it was asked for anew', async () => {
  const { code } = await received(hall, { procedure: '2.000889' })
  await goesTo(code, 'tax')
  const [fee] = (await lying(code)).parts ?? []
  const due = fromMoment(fee?.due ?? '')
  const told = async (now: Temporal.Instant) => {
    await remindCentre({ centre: opened.centre, now }, (failed, error) => {
      throw new Error(failed, { cause: error })
    })
    const { reminded } = allowed(await seeDossier(hall.deskOf('director', 'HCC', now), code))
    return reminded.filter(({ kind }) => kind === 'part-late').map(({ post, unitName }) => [unitName, post])
  }
  expect(await told(due)).toEqual([])
  const both = [
    ['Chi nhánh Văn phòng đăng ký đất đai thị xã Đông Triều', 'handler'],
    ['Chi cục Thuế thị xã Đông Triều', 'handler'],
  ]
  const late = due.add({ minutes: 1 })
  // Two parts fell due in the same minute: each is told to both.
  expect((await told(late)).toSorted()).toEqual([...both, ...both].toSorted())
  expect(await told(late)).toHaveLength(4)

  const counted = async (post: Post, unit: string, reminder: Reminder) =>
    allowed(await seeReminders(hall.deskOf(post, unit, late))).counts.get(reminder) ?? 0
  for (const [post, unit] of [LAND, TAX, ['head', 'VPDK'], ['director', 'HCC']] as const) {
    expect(await counted(post, unit, 'part-late')).toBe(1)
    const list = allowed(
      await seeList(hall.deskOf(post, unit, late), remindedOf('part-late', post === 'director')),
    )
    expect(list.lines.map((line) => line.code)).toEqual([code])
  }
  expect(await counted('handler', 'BHXH', 'part-late')).toBe(0)
  const director = hall.deskOf('director', 'HCC', late)
  const agencies = allowed(await seeDay(director, '2019-03-08')).byAgency
  expect(agencies.find(({ unit }) => unit === 'THUE')).toMatchObject({ open: 1, late: 1, back: 0 })
  const parts = async (unit: string) =>
    Object.fromEntries(allowed(await seeLoad(director, unit)).parts.map(({ what, count }) => [what, count]))
  expect(await parts('VPDK')).toEqual({ 'theirs-late': 1, 'sent-back': 0, 'own-late': 0 })
  expect(await parts('THUE')).toEqual({ 'theirs-late': 0, 'sent-back': 0, 'own-late': 1 })

  await does(code, TAX, { type: 'SendPartBack', part: 'income-tax', reason: 'Thiếu tờ khai' }, 4)
  await does(code, TAX, done('registration-fee'), 4)
  expect(await parts('VPDK')).toEqual({ 'theirs-late': 0, 'sent-back': 1, 'own-late': 0 })
  expect(await counted(...LAND, 'part-back')).toBe(1)
  await does(code, LAND, { type: 'AskPartAgain', part: 'income-tax', comment: 'Đã bổ sung' }, 4)
  const again = fromMoment((await lying(code)).parts?.find(({ key }) => key === 'income-tax')?.due ?? '')
  expect(await told(again)).toHaveLength(4)
  expect(await told(again.add({ minutes: 1 }))).toHaveLength(6)
  await does(code, TAX, done('income-tax'), 14)
  expect(await counted(...LAND, 'part-late')).toBe(0)
})

const NUMBER = {
  id: newId(),
  book: 'document:kq',
  year: 2019,
  number: 9,
  on: '2019-03-05',
  written: '09/KQ-UBND',
} as const

test('money and a signature may lead to a step with parts: all is written together', async () => {
  const ways = [
    ['1.001612', 'fee', { type: 'TakePayment', way: 'cash', dong: 100_000, receiptNumber: '2019/9' }],
    ['1.001695', 'seal', { type: 'SealResult', number: NUMBER }],
  ] as const
  for (const [procedure, goal, given] of ways) {
    const { code } = await received(hall, { procedure, ...(goal === 'fee' && { case: 'individual' }) })
    await goesTo(code, goal)
    const held = await holdDossier(opened.centre, code)
    if (!held) throw new Error(`no dossier ${code}`)
    const book = await bookOf(opened.centre)
    const law = lawFor(held.dossier, book)
    const parts = [{ ...PART, key: `new-${goal}` }]
    const steps = law.procedure.steps.map((step) => (step.kind === 'work' ? { ...step, parts } : step))
    const { actor } = deskOf(goal === 'fee' ? 'cashier' : 'seal-keeper', goal === 'fee' ? 'HCC-TN' : 'HCC-VT')
    if (actor.kind !== 'staff') throw new Error('nobody')
    const by = { staff: actor.id, unit: 'HCC-TN', post: 'cashier' } as const
    const { version, step } = held.dossier
    const command = { ...given, id: newId(), at: held.dossier.lastEventAt, by, version, step }
    const events = allowed(
      under({ ...law, procedure: { ...law.procedure, steps } }).decide(held.dossier, command),
    )
    expect(events.at(-1)?.type).toBe('PartsOpened')
    const isWritten = await writeChange(opened.centre, {
      id: held.id,
      dossier: events.reduce(evolve, held.dossier),
      events: sealEvents(code, { seal: held.lastSeal, sequence: version }, events),
      command: { id: command.id, hash: 'ab' },
      tasks: [],
      lawVersion: book.version,
      ...(goal === 'seal' && {
        document: {
          sha256: 'cd',
          stage: 'sealed',
          at: toMoment(EIGHT),
          places: [],
          bytes: new Uint8Array([1]),
        },
      }),
    })
    expect(isWritten).toBe(true)
    expect(await checkDossiers(opened.centre, [code])).toEqual([])
    expect(allowed(await seeParts(deskOf(...TAX), {})).lines.some((line) => line.code === code)).toBe(true)
  }
})
