import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { placed } from '#domain/procedure/placing.ts'
import { processFaults, type Step, type StepKind } from '#domain/procedure/process.ts'
import { isOvertaken, toldOf } from '#domain/notices/told.ts'
import { factsOfHistory } from '#domain/statistics/facts.ts'
import {
  aDoer,
  aLaw,
  allowed,
  aNumber,
  aCharged,
  aReceipt,
  aPart,
  aStep,
  LAND_RULE,
  assignTo,
  paper,
  backTo as sendBackTo,
  claim,
  release,
  stepCommand,
  takenOver,
  underItsNumber,
} from './a-dossier.ts'
import { anyTakeOver, begunAt } from './any-take-over.ts'
import { anyCarrying, carry, papersHold } from './any-carrying.ts'
import { anyBranch, type AnyBranch, branchCommand, fitted } from './any-branch.ts'
import type { ChangeCommand } from './commands.ts'
import { under } from './decide.ts'
import { type Dossier, evolve, fold } from './dossier.ts'
import { type DossierEvent, EVENT_TYPES } from './events.ts'
import { feeOf, linesToPay, owedDong, owedNowDong, unpaidLines } from './owed.ts'
import { isPossible } from './guards.ts'
import { voidedBy } from './numbering.ts'
import { openObligations } from './obligations.ts'
import { partsAwaited } from './parts.ts'
import { waitsFor } from './waits-for.ts'

/** Any process that may be published, of up to seven steps. */
const anyProcess = fc
  .array(
    fc.record({
      kind: fc.constantFrom<StepKind>('work', 'collect-fee', 'approve', 'seal', 'outside', 'citizen'),
      parts: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 }) },
      ),
      stopsClock: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((planned) => [
    aStep('receive'),
    ...planned.map(({ kind, parts, stopsClock }, place) => ({
      ...aStep(kind, `${kind}-${place}`),
      ...(parts > 0 && {
        parts: [1, 2].slice(0, parts).map((nth) => aPart(`part-${place}-${nth}`, { minutesAllotted: 60 })),
      }),
      ...(kind === 'citizen' && { waits: [{ from: '2014-07-01', stopsClock, ground: LAND_RULE }] }),
    })),
    aStep('return'),
  ])
  .filter((steps) => processFaults(steps).length === 0)

/** The same with an old card that is handed in when the new result is given. */
function withOldOriginal(procedure: Procedure): Procedure {
  const old = paper('old-card', { isRequired: false, isWithdrawn: true })
  return {
    ...procedure,
    cases: procedure.cases.map((one) => ({ ...one, components: [...one.components, old] })),
  }
}

/** What somebody tries next: any command, at the step or not, some working minutes later. */
const anyTry = fc.record({
  /** Null tries what fits the step. */
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<StepKind>('work', 'approve', 'seal', 'return') },
  ),
  backTo: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(7) }),
  /** Who holds it is changed instead of the step being done. */
  holding: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('assign', 'claim', 'release') },
  ),
  supplement: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('ask', 'take') },
  ),
  carrying: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyCarrying }),
  branch: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: anyBranch }),
  /** Where other agencies or notices are waited for, mostly they are answered. */
  linked: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: anyBranch }),
  minutesLater: fc.nat(3000),
  wrongStep: fc.boolean(),
})

/** Numbered before it is sealed, or given up again, more often than chance would have it. */
function inPhases(dossier: Dossier, command: ChangeCommand, chance: number): ChangeCommand {
  if (command.type === 'ApproveResult' && chance % 3 !== 0)
    return { ...command, draft: 1 + (chance % 9), reviewed: 'ab'.repeat(32) }
  if (command.type !== 'SealResult' || chance % 2 === 0) return command
  const { documentNumber: _, number: __, document: ___, ...on } = command
  return dossier.number
    ? { ...on, type: 'VoidNumber', reason: 'In hỏng' }
    : { ...on, type: 'NumberResult', number: aNumber(dossier) }
}

/** Mostly with the old card; sometimes it was forgotten. */
function withOriginals(command: ChangeCommand, isTaken: boolean): ChangeCommand {
  if (command.type !== 'HandBack' || !isTaken) return command
  const withdrawn = [{ component: 'old-card', isTaken: true, whyNot: null }]
  return { ...command, proof: { ...command.proof, withdrawn } }
}

const TYPE = { key: 'gp', name: 'Giấy phép', symbol: 'GP-UBND' }
const DOCUMENTS = { result: TYPE, refusal: TYPE, apology: TYPE }

const ITEM = { component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }

const STOPS: readonly DossierEvent['type'][] = ['ClockStopped', 'SupplementRequested']
const BEGINNINGS: readonly DossierEvent['type'][] = ['DossierReceived', 'DossierTakenOver']
const RESUMES: readonly DossierEvent['type'][] = ['ClockResumed', 'SupplementReceived']

function holdingCommand(dossier: Dossier, how: string, over: { at: string; step: string }): ChangeCommand {
  if (how === 'assign') return assignTo(dossier, 'nhung', over)
  return how === 'claim' ? claim(dossier, over) : release(dossier, over)
}

const aDesk = { from: '2019-01-01', until: null, address: '', hours: [] }
const DESKS = [
  { ...aDesk, unit: 'HCC-TN', kind: 'centre' },
  { ...aDesk, unit: 'X07075', kind: 'commune' },
] as const
const AT_A_COMMUNE = aReceipt({
  placeOfReceipt: 'X07075',
  by: aDoer('ngan', { unit: 'X07075', post: 'clerk' }),
})

test('whatever is tried in whatever order, the rules hold', () => {
  const seen = new Set<DossierEvent['type']>()
  fc.assert(
    fc.property(
      anyProcess,
      fc.option(anyTakeOver, { freq: 3 }),
      fc.boolean(),
      fc.boolean(),
      fc.array(anyTry, { minLength: 15, maxLength: 45, size: 'max' }),
      (planned, begun, isNumbered, isElsewhere, tries) => {
        const documents = isNumbered ? DOCUMENTS : undefined
        const procedure = withOldOriginal(aCharged({ steps: planned, ...(documents && { documents }) }))
        const unplaced = aLaw({ procedure, desks: DESKS })
        const given = isElsewhere ? AT_A_COMMUNE : aReceipt()
        const history: DossierEvent[] =
          begun === null
            ? [...allowed(under(unplaced).receive(given))]
            : takenOver(begunAt(begun, planned), unplaced)
        for (const { type } of history) seen.add(type)
        let dossier: Dossier = fold(history)
        const law = { ...unplaced, procedure: placed(procedure, dossier) }
        const { steps } = law.procedure
        const { decide } = under(law)
        for (const { kind: asked, backTo, holding, supplement, branch: tried, ...rest } of tries) {
          const { carrying, linked, minutesLater, wrongStep } = rest
          const branch = tried ? fitted(tried, dossier, steps) : linked && answering(dossier, linked)
          const at = toMoment(fromMoment(dossier.lastEventAt).add({ minutes: minutesLater }))
          const step = wrongStep && minutesLater % 5 === 0 ? 'elsewhere' : dossier.step
          if (carrying !== null) {
            const events = carry(dossier, carrying, at, law)
            if (isRefusal(events)) continue
            history.push(...events)
            for (const { type } of events) seen.add(type)
            onlyPapersMove(dossier, events)
            dossier = events.reduce(evolve, dossier)
            holds(dossier, history)
            continue
          }
          const fitting = steps.find((one) => one.key === dossier.step)?.kind ?? 'work'
          const kind = asked ?? fitting
          const common = { id: 'x', by: aDoer('dung'), version: dossier.version, step, at }
          const command: ChangeCommand =
            branch !== null
              ? branchCommand(dossier, branch, { at, step })
              : supplement === 'ask'
                ? {
                    ...common,
                    type: 'RequestSupplement',
                    items: [ITEM],
                    whyAgain: 'Giấy mới nộp cũng sai',
                    answerBy: minutesLater % 3 === 0 ? at.slice(0, 10) : null,
                  }
                : supplement === 'take'
                  ? { ...common, type: 'TakeSupplement', components: [] }
                  : holding !== null
                    ? holdingCommand(dossier, holding, { at, step })
                    : backTo === null
                      ? withOriginals(stepCommand(dossier, kind, { at, step }), minutesLater % 7 !== 0)
                      : sendBackTo(dossier, steps[backTo]?.key ?? 'x', { at, step })
          const numbered = isNumbered
            ? underItsNumber(dossier, inPhases(dossier, command, minutesLater))
            : command
          const events = decide(dossier, numbered)
          if (isRefusal(events)) continue
          expect(isPossible(dossier, steps, command.type)).toBe(true)
          if (branch === null && supplement === null && holding !== null)
            onlyTheHolderChanges(dossier, events)
          nothingIsLeftOpen(dossier, events)
          history.push(...events)
          for (const { type } of events) seen.add(type)
          dossier = events.reduce(evolve, dossier)
          expect(waitsFor(dossier)).toBe(waitedFor(dossier, steps))
          saysWhatIsSo(dossier, events)
          holds(dossier, history)
        }
        numbersHold(dossier, history)
        draftHolds(dossier, history)
      },
    ),
    { numRuns: 1000 },
  )
  // What chance never came to was not tested.
  expect([...seen].toSorted()).toEqual([...EVENT_TYPES].toSorted())
})

/** What answers the parts and notices a dossier waits for; null where it waits for none. */
function answering(dossier: Dossier, tried: AnyBranch): AnyBranch | null {
  const { days } = tried
  if (partsAwaited(dossier).length > 0)
    return {
      ...tried,
      kind:
        days > 15 ? 'GiveUpPart' : days > 10 ? 'SendPartBack' : days < 0 ? 'AskPartAgain' : 'CompletePart',
    }
  if (openObligations(dossier).length === 0 || waitsFor(dossier) !== 'payment') return null
  return days > 12 ? { ...tried, kind: 'WithdrawObligation' } : { ...tried, kind: 'MeetObligation', days: 0 }
}

/** No step is left over an open part, and no payment is waited for in vain behind its step. */
function nothingIsLeftOpen(before: Dossier, events: readonly DossierEvent[]) {
  const after = events.reduce(evolve, before)
  const isLeft = events.some((event) => 'next' in event)
  if (isLeft) expect(partsAwaited(before)).toEqual([])
  if (isLeft && waitsFor(before) === 'payment' && !('refusal' in after))
    expect(events.some(({ type }) => type === 'StepSentBack') || openObligations(after).length === 0).toBe(
      true,
    )
}

/** What a citizen is told of an event is so when he is told. */
function saysWhatIsSo(after: Dossier, events: readonly DossierEvent[]) {
  const told = events.flatMap((event) => toldOf(event, after) ?? [])
  expect(told.filter(({ kind }) => isOvertaken(kind, after))).toEqual([])
}

/** A payment at the step that waits for it, a supplement wherever else the citizen is waited for. */
function waitedFor({ stage, step, holder }: Dossier, steps: readonly Step[]) {
  if (holder === null || stage === 'ready') return null
  if (steps.find(({ key }) => key === step)?.kind === 'citizen') return 'payment'
  return stage === 'awaiting-citizen' ? 'supplement' : null
}

/** Who has it in hand moves neither the step, nor the clock, nor what has been done. */
function onlyTheHolderChanges(before: Dossier, events: readonly DossierEvent[]) {
  const after = events.reduce(evolve, before)
  expect(after.holder).not.toEqual(before.holder)
  expect(after.holder).toMatchObject({ unit: before.holder?.unit, post: before.holder?.post })
  const { holder: _, version, lastEventAt, ...rest } = after
  expect(version).toBe(before.version + 1)
  expect(lastEventAt >= before.lastEventAt).toBe(true)
  expect(before).toMatchObject(rest)
}

/** Carrying papers moves neither the step, nor its holder, nor the clock. */
function onlyPapersMove(before: Dossier, events: readonly DossierEvent[]) {
  const { lots: _, missing: __, version, lastEventAt, ...rest } = events.reduce(evolve, before)
  expect(version).toBe(before.version + 1)
  expect(lastEventAt >= before.lastEventAt).toBe(true)
  expect(before).toMatchObject(rest)
}

function holds(dossier: Dossier, history: readonly DossierEvent[]) {
  expect(fold(history)).toEqual(dossier)
  expect(fold(JSON.parse(JSON.stringify(history)))).toEqual(dossier)
  expect(dossier.version).toBe(history.length)
  const isEnded = dossier.stage === 'returned' || dossier.stage === 'stopped'
  expect(dossier.holder === null).toBe(isEnded)

  const types = history.map((event) => event.type)
  const [first] = history
  const before = first?.type === 'DossierTakenOver' ? first : null
  expect(types.filter((type) => BEGINNINGS.includes(type))).toEqual([types[0]])
  const sealed = types.lastIndexOf('ResultSealed')
  // What was approved before stands at the beginning.
  const approved = before?.approvedAt
    ? Math.max(0, types.lastIndexOf('ResultApproved'))
    : types.lastIndexOf('ResultApproved')
  const sentBack = types.lastIndexOf('StepSentBack')
  if (sealed > sentBack) expect(approved).toBeGreaterThan(sentBack)
  if (dossier.stage === 'ready' || dossier.stage === 'returned') {
    expect(approved).toBeGreaterThan(sentBack)
    expect(dossier.approvedAt).not.toBeNull()
  }
  const pauses = types.filter((type) => STOPS.includes(type)).length + (before?.stopped ? 1 : 0)
  const resumes = types.filter((type) => RESUMES.includes(type)).length
  const isPaused = dossier.stage === 'awaiting-citizen'
  if (dossier.stage !== 'stopped') expect(pauses - resumes).toBe(isPaused ? 1 : 0)
  const isCorrected = history.some(
    (event) => event.type === 'CorrectionConfirmed' && event.corrected.what === 'due',
  )
  if (pauses === 0 && !isCorrected)
    expect(dossier.lawfulDue).toBe(before ? before.lawfulDue : dueWhenCompetent(dossier, history))
  minutesAddUp(dossier, history)

  const facts = factsOfHistory(null, history)
  expect(facts.filter((fact) => fact.measure === 'received')).toHaveLength(1)
  const settled = facts.filter((fact) => fact.measure.startsWith('ready-'))
  expect(settled).toHaveLength('readyAt' in dossier ? 1 : 0)
  sumsHold(facts, dossier)
  branchesHold(dossier, history)
  linkedHolds(dossier, history)
  moneyHolds(dossier, history)
  handOversHold(history)
  papersHold(dossier, history)
}

const SEALS_OR_VOIDS: readonly DossierEvent['type'][] = [
  'ResultSealed',
  'StepSentBack',
  'RefusalProposed',
  'NumberVoided',
]

/** As printed, or as counted when the competent agency received it, which is never later. */
function dueWhenCompetent(
  { dueAtReceipt, elsewhere, competentAt }: Dossier,
  history: readonly DossierEvent[],
) {
  const received = history.filter((event) => event.type === 'ReceivedAsCompetent')
  expect(received.map(({ at }) => at)).toEqual(competentAt === undefined ? [] : [competentAt])
  const [one] = received
  if (!one) return dueAtReceipt
  expect(one.runsFrom <= one.at && one.runsFrom <= (elsewhere?.by ?? '')).toBe(true)
  expect((one.lawfulDue ?? '') <= (dueAtReceipt ?? '')).toBe(true)
  return one.lawfulDue
}

/** The draft that stands is that of the last approval, and stands only behind an approval. */
function draftHolds(dossier: Dossier, history: readonly DossierEvent[]) {
  const last = history.findLast(({ type }) => type === 'ResultApproved')
  const approved = last?.type === 'ResultApproved' ? last.draft : undefined
  expect(dossier.draft).toEqual(dossier.approvedAt === null ? undefined : approved)
}

/** A number is of one document, stands only behind an approval, and is sealed once or void; nothing takes it again. */
function numbersHold(dossier: Dossier, history: readonly DossierEvent[]) {
  if (dossier.number) expect(dossier.approvedAt).not.toBeNull()
  const taken: string[] = []
  const voided: string[] = []
  for (const [place, event] of history.entries()) {
    if (event.type === 'ResultNumbered') taken.push(event.number.id)
    if (!SEALS_OR_VOIDS.includes(event.type)) continue
    const before = fold(history.slice(0, place))
    if (event.type === 'ResultSealed' && before.number)
      expect(event.documentNumber).toBe(before.number.written)
    const gone = voidedBy(before, event)
    if (gone?.document === 'result' && before.number) voided.push(before.number.id)
  }
  expect(new Set(taken).size).toBe(taken.length)
  expect(new Set([...voided, ...(dossier.number ? [dossier.number.id] : [])])).toEqual(new Set(taken))
  expect(voided).not.toContain(dossier.number?.id)
}

/** Nothing leaves without proof and the old original; what left by mistake comes back by two people only. */
function handOversHold(history: readonly DossierEvent[]) {
  for (const [place, event] of history.entries()) {
    if (event.type === 'ResultHandedBack') {
      const before = fold(history.slice(0, place))
      expect(event.proof?.identity).toBeTruthy()
      expect(event.proof?.acknowledged).toBeTruthy()
      const isGranted = before.stage === 'ready' && before.result === 'granted'
      if (isGranted) expect(event.proof?.withdrawn.map(({ component }) => component)).toEqual(['old-card'])
      if (isGranted) expect(owedDong(before) ?? 0).toBe(0)
    }
    if (event.type === 'CorrectionConfirmed') {
      const proposed = history.slice(0, place).findLast(({ type }) => type === 'CorrectionProposed')
      expect(proposed?.by.staff).not.toBe(event.by.staff)
    }
  }
}

/** What entered a stock left it once at the most; all that was settled has left it. */
function sumsHold(facts: ReturnType<typeof factsOfHistory>, dossier: Dossier) {
  const sum = (...measures: string[]) =>
    facts.filter(({ measure }) => measures.includes(measure)).reduce((all, { count }) => all + count, 0)
  const isSettled = 'readyAt' in dossier
  expect(sum('open')).toBe(isSettled ? 0 : 1)
  const overdue = sum('overdue', 'overdue-settled')
  expect(overdue === 0 || (overdue === 1 && !isSettled)).toBe(true)
  expect(sum('stopped')).toBe(dossier.stage === 'stopped' ? 1 : 0)
  expect(sum('returned')).toBe(dossier.stage === 'returned' ? 1 : 0)
  expect(sum('refused')).toBe('result' in dossier && dossier.result === 'refused' ? 1 : 0)
}

const AFTER_THE_END: readonly DossierEvent['type'][] = [
  'PaymentCancelled',
  'RefundAsked',
  'RefundDropped',
  'PaymentRefunded',
  'ContactCorrected',
  'CorrectionProposed',
  'CorrectionConfirmed',
  'CorrectionDropped',
  'PapersAccepted',
  'PapersRefused',
  'PapersTakenBack',
  'PaperFound',
]

/** Every đồng that was taken is kept, cancelled or given back, and nothing is owed below zero or twice. */
function moneyHolds(dossier: Dossier, history: readonly DossierEvent[]) {
  const sum = (type: DossierEvent['type']) =>
    history.reduce((all, event) => all + (event.type === type && 'dong' in event ? event.dong : 0), 0)
  const [first] = history
  const before = first?.type === 'DossierTakenOver' ? first.payments : []
  const paidBefore = before.reduce((all, { dong }) => all + dong, 0)
  const payments = dossier.payments ?? []
  const inState = (state: string) =>
    payments.filter((one) => one.state === state).reduce((all, { dong }) => all + dong, 0)
  expect(sum('PaymentTaken') + paidBefore).toBe(inState('taken') + inState('cancelled') + inState('refunded'))
  expect(sum('PaymentCancelled')).toBe(inState('cancelled'))
  // A part given back, then the rest: never more than was taken, and each đồng of it is known.
  for (const { key, dong, state, refundedDong } of payments) {
    const given = history.reduce(
      (all, event) => all + (event.type === 'PaymentRefunded' && event.payment === key ? event.dong : 0),
      0,
    )
    expect(given).toBeLessThanOrEqual(state === 'cancelled' ? 0 : dong)
    expect(refundedDong ?? (state === 'refunded' ? dong : 0)).toBe(given)
    expect(state === 'refunded').toBe(given === dong)
  }
  // What is cancelled comes out of the till it went into, whoever cancels it.
  for (const event of history) {
    // What goes back was asked for by one person as it goes, and agreed to by another; it leaves the till of the first.
    if (event.type === 'PaymentRefunded') {
      const asked = history.slice(0, history.indexOf(event)).findLast(({ type }) => type === 'RefundAsked')
      const { payment, dong } = event
      expect(asked).toMatchObject({ payment, dong })
      expect(event.agreed).toEqual({ askedBy: asked?.by.staff, agreedBy: event.by.staff })
      expect(event.till).toBe(asked?.by.staff)
      expect(event.by.staff).not.toBe(asked?.by.staff)
    }
    if (event.type !== 'PaymentCancelled') continue
    const taken = history.find((one) => one.type === 'PaymentTaken' && one.payment === event.payment)
    if (taken) expect(event.till ?? event.by.staff).toBe(taken.by.staff)
  }
  // Line by line: what is left to pay are the lines nobody has paid, and what is due now is a part of it.
  expect(linesToPay(dossier, true, 'x').reduce((all, { dong }) => all + dong, 0)).toBe(owedDong(dossier) ?? 0)
  if (dossier.fee && owedDong(dossier) !== 0)
    expect(unpaidLines(dossier, true).reduce((all, { dong }) => all + dong, 0)).toBe(owedDong(dossier))
  expect(owedNowDong(dossier) ?? 0).toBeLessThanOrEqual(owedDong(dossier) ?? 0)
  if (dossier.stage === 'ready') expect(owedNowDong(dossier)).toBe(owedDong(dossier))
  if (dossier.stage === 'returned' && dossier.result === 'granted' && feeOf(dossier) !== null)
    expect(owedDong(dossier)).toBe(0)
}

/** Promises are made at most once and never make late work timely; nothing is approved over a silent body. */
function branchesHold(dossier: Dossier, history: readonly DossierEvent[]) {
  const types = history.map(({ type }) => type)
  const count = (type: DossierEvent['type']) => types.filter((one) => one === type).length
  const [first] = history
  const sent = count('ApologySent') + (first?.type === 'DossierTakenOver' ? first.apologiesSent : 0)
  expect(sent).toBeLessThanOrEqual(1)
  expect(dossier.promisedDue !== null).toBe(sent === 1)
  expect(count('DossierStopped')).toBe(dossier.stage === 'stopped' ? 1 : 0)
  if (dossier.stage === 'stopped') {
    const afterwards = types.slice(types.indexOf('DossierStopped') + 1)
    expect(afterwards.filter((type) => !AFTER_THE_END.includes(type))).toEqual([])
  }
  lapsedHolds(history)
  if (dossier.approvedAt !== null && dossier.stage === 'stopped') throw new Error('stopped after a decision')
  for (const [place, event] of history.entries()) {
    if (event.type === 'ResultApproved') {
      const before = fold(history.slice(0, place))
      expect((before.consultations ?? []).filter(({ isClosed }) => !isClosed)).toEqual([])
    }
    if (event.type === 'ApologyConsented') {
      const drafted = history.slice(0, place).findLast(({ type }) => type === 'ApologyDrafted')
      expect(drafted?.by.staff).not.toBe(event.by.staff)
    }
    if (event.type === 'ResultReady')
      expect(event.timeliness === 'late').toBe(
        dossier.lawfulDue !== null && event.at.slice(0, 16) > dossier.lawfulDue.slice(0, 16),
      )
  }
}

/** What was stopped without an answer was waited for until a day, and the applicant was told of it in time. */
function lapsedHolds(history: readonly DossierEvent[]) {
  const place = history.findIndex((event) => event.type === 'DossierStopped' && event.why === 'not-answered')
  const stopped = history[place]
  if (!stopped) return
  const of = waitsFor(fold(history.slice(0, place)))
  const anew = of === 'payment' ? OTHER_NOTICES : OTHER_SUPPLEMENT
  const since = history.findLastIndex((event, at) => at < place && anew.includes(event.type))
  const told = history
    .slice(since + 1, place)
    .filter((event) => event.type === 'ApplicantPrompted' && event.outcome !== 'not-reached')
  const [first] = told
  expect(first?.type === 'ApplicantPrompted' && first.of).toBe(of)
  const days = Math.floor((Date.parse(stopped.at) - Date.parse(first?.at ?? stopped.at)) / 86_400_000)
  expect(days).toBeGreaterThanOrEqual(3)
}

const OTHER_SUPPLEMENT: readonly DossierEvent['type'][] = ['SupplementRequested', 'DossierTakenOver']
const OTHER_NOTICES: readonly DossierEvent['type'][] = [
  'ObligationNotified',
  'ObligationWithdrawn',
  'ObligationMet',
]

/** Every part has one state and one end; who did it is remembered, and the first unmet notice is the one reminded of. */
function linkedHolds(
  { parts = [], obligations = [], doneBy, payBy, stage }: Dossier,
  history: readonly DossierEvent[],
) {
  expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length)
  const opened = history.flatMap((event) => (event.type === 'PartsOpened' ? event.parts : []))
  expect(parts.map(({ key }) => key)).toEqual(opened.map(({ key }) => key))
  for (const { key, state, due, since, timeliness } of parts) {
    if (state === 'done') {
      expect(doneBy[key]).toBeDefined()
      expect(timeliness === 'late').toBe(due !== null && since.slice(0, 16) > due.slice(0, 16))
    }
    if (stage === 'ready' || stage === 'returned' || stage === 'stopped')
      expect(['done', 'given-up']).toContain(state)
  }
  const days = obligations.flatMap((one) => (one.state === 'open' ? [one.payBy] : []))
  expect(payBy).toBe(stage === 'stopped' ? undefined : days.toSorted()[0])
}

/**
 * A pause moves the due moment by its working minutes, no more and no less. One that begins when the dossier is late
 * by a night only takes a minute, so that it stays late.
 */
function minutesAddUp(dossier: Dossier, history: readonly DossierEvent[]) {
  const { counting } = aLaw()
  const between = (from: string, to: string) =>
    allowed(workingMinutesBetween(counting, fromMoment(from), fromMoment(to)))
  const [first] = history
  const before = first?.type === 'DossierTakenOver' ? first : null
  let due = before ? before.lawfulDue : dossier.dueAtReceipt
  const since = before?.stopped?.since ?? null
  let stopped = since === null ? null : { at: since, isLate: due !== null && since > due }
  for (const event of history) {
    if (due === null) return
    if (STOPS.includes(event.type)) stopped = { at: event.at, isLate: event.at > due }
    if (event.type === 'CorrectionConfirmed' && event.corrected.what === 'due')
      due = event.corrected.lawfulDue
    if (event.type === 'ReceivedAsCompetent') {
      due = event.lawfulDue
      continue
    }
    if (event === before || !('lawfulDue' in event) || stopped === null || event.lawfulDue === null) continue
    const moved = between(due, event.lawfulDue)
    const paused = between(stopped.at, event.at)
    expect(moved === paused || (stopped.isLate && moved === paused - 1)).toBe(true)
    if (stopped.isLate) expect(event.lawfulDue < event.at).toBe(true)
    due = event.lawfulDue
  }
  expect(dossier.lawfulDue).toBe(due)
}
