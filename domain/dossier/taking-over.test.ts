import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { factsOfHistory } from '#domain/statistics/facts.ts'
import { after, aLaw, aProcedure, aStep, aTakeOver, stepCommand, takenOver } from './a-dossier.ts'
import type { TakeOverDossier } from './commands.ts'
import { under } from './decide.ts'
import { fold } from './dossier.ts'
import { isPossible } from './guards.ts'
import { progress } from './progress.ts'
import { supplementAsked } from './supplement.ts'

const STEPS = [
  aStep('receive'),
  aStep('work', 'appraise'),
  aStep('citizen', 'pay'),
  aStep('approve'),
  aStep('seal'),
  aStep('return'),
]
const law = aLaw({ procedure: aProcedure({ steps: STEPS }) })
const ITEM = { component: null, wrong: 'Thiếu sơ đồ', todo: 'Nộp sơ đồ', ground: 'Luật Đất đai' }
const MONDAY = '2019-03-04T02:00:00.000Z'
const STOPPED = { since: MONDAY, minutesLeft: null, items: [ITEM], answerBy: null }

const faultsOf = (over: Partial<TakeOverDossier>) => {
  const taken = under(law).takeOver(aTakeOver(over))
  return 'faults' in taken ? taken.faults.map(({ code, column }) => `${column} ${code}`) : []
}

test.each<[string, Partial<TakeOverDossier>, string]>([
  ['a case there is not', { case: 'other' }, 'case no-such-case'],
  ['a step of another process', { step: 'measure' }, 'step no-such-step'],
  ['not yet received', { step: 'receive' }, 'step no-such-step'],
  ['a paper of another procedure', { components: [given('map')] }, 'papers no-such-paper'],
  ['nothing printed where there is a limit', { due: null, lawfulDue: null }, 'due due-needed'],
  ['due before receipt', { due: '2019-02-28T10:00:00.000Z' }, 'due due-before-receipt'],
  ['moved before receipt', { lawfulDue: '2019-02-28T10:00:00.000Z' }, 'moved_due due-before-receipt'],
  [
    'received tomorrow',
    { receivedAt: '2019-03-06T01:00:00.000Z', due: '2019-03-07T10:00:00.000Z' },
    'received_at received-in-future',
  ],
  [
    'approved before receipt',
    { step: 'seal', approvedAt: '2019-02-01T01:00:00.000Z' },
    'approved_at moment-outside',
  ],
  ['to be sealed and not approved', { step: 'seal' }, 'approved_at approval-needed'],
  ['approved before its step', { approvedAt: MONDAY }, 'approved_at approval-too-early'],
  ['at the citizen with a running clock', { step: 'pay' }, 'stopped_since clock-must-stand'],
  ['a standing clock at approval', { step: 'approve', stopped: STOPPED }, 'stopped_since clock-cannot-stand'],
  ['waiting for nothing', { stopped: { ...STOPPED, items: [] } }, 'asked_for nothing-asked-for'],
  [
    'neither since when nor how much is left',
    { stopped: { ...STOPPED, since: null } },
    'stopped_since since-or-minutes-needed',
  ],
  [
    'late before it was stopped in time',
    { stopped: { ...STOPPED, minutesLeft: -5 } },
    'minutes_left minutes-contradict',
  ],
  ['ready and not approved', { step: 'return', readyAt: MONDAY }, 'approved_at approval-needed'],
  ['ready before the last step', { readyAt: MONDAY }, 'step ready-not-at-return'],
  [
    'ready before it was approved',
    { step: 'return', readyAt: '2019-03-04T01:00:00.000Z', approvedAt: MONDAY },
    'ready_at ready-before-approval',
  ],
  [
    'ready and in somebody’s hand',
    { step: 'return', readyAt: MONDAY, approvedAt: MONDAY, heldBy: 'dung' },
    'holder ready-is-held',
  ],
  ['refused at appraisal', { refusal: { reason: 'x', ground: 'y' } }, 'refusal refusal-not-here'],
  [
    'promised without an apology',
    { promisedDue: '2019-03-12T10:00:00.000Z' },
    'promised promise-and-apology',
  ],
  [
    'promised before it is due',
    { promisedDue: '2019-03-06T10:00:00.000Z', apologiesSent: 1 },
    'promised promise-before-due',
  ],
  ['paid while nothing was determined', { feeDong: null, payments: [paid(5000)] }, 'fee fee-needed'],
  ['paid more than owed', { feeDong: 4000, payments: [paid(5000)] }, 'paid paid-too-much'],
  ['by post to nowhere', { returnWish: { way: 'post', address: null } }, 'return_address address-needed'],
])('%s is not taken over', (_, over, expected) => {
  expect(faultsOf(over)).toContain(expected)
})

test('everything that is wrong with a line is said at once', () => {
  expect(faultsOf({ case: 'other', step: 'x', feeDong: null, payments: [paid(1)] })).toHaveLength(3)
})

test.each(['appraise', 'approve', 'seal', 'return'])(
  'a dossier taken over at %s goes on to its end',
  (step) => {
    const approvedAt = step === 'seal' || step === 'return' ? MONDAY : null
    let dossier = fold(takenOver({ step, approvedAt }, law))
    expect(dossier).toMatchObject({ code: 'HS-2019-0417', stage: 'in-process', version: 1 })
    // Nobody of this house has worked on it, so nobody sees it for that.
    expect(dossier.doneBy).toEqual({})
    while (dossier.stage !== 'returned') {
      const kind = STEPS.find(({ key }) => key === dossier.step)?.kind ?? 'work'
      dossier = after(dossier, stepCommand(dossier, kind), law).dossier
    }
    expect(dossier.timeliness).toBe('early')
  },
)

test('the printed moment stands, and lateness is judged by where it has moved', () => {
  const moved = '2019-03-04T10:00:00.000Z'
  const dossier = fold(takenOver({ due: '2019-03-29T04:00:00.000Z', lawfulDue: moved }, law))
  expect(dossier).toMatchObject({ dueAtReceipt: '2019-03-29T04:00:00.000Z', lawfulDue: moved })
  const ready = fold(takenOver({ step: 'return', approvedAt: MONDAY, lawfulDue: moved }, law))
  expect(after(ready, stepCommand(ready, 'return'), law).dossier).toMatchObject({ timeliness: 'late' })
})

describe('a standing clock', () => {
  test('keeps the minutes left since it stands, and goes on with them', () => {
    const events = takenOver({ stopped: STOPPED }, law)
    const dossier = fold(events)
    // Monday 09:00 to Thursday 17:00: 6 hours of Monday and three whole days.
    expect(dossier).toMatchObject({ stage: 'awaiting-citizen', minutesLeft: 6 * 60 + 3 * 480 })
    expect(dossier.holder).toEqual({ kind: 'citizen', unit: 'TP', post: 'handler', staff: null })
    expect(supplementAsked(events)).toEqual([ITEM])
    const taken = after(dossier, command(dossier, 'TakeSupplement'), law).dossier
    // 8:00 on Tuesday and 1,800 working minutes.
    expect(taken).toMatchObject({ stage: 'in-process', lawfulDue: '2019-03-08T09:00:00.000Z' })
  })

  test('with the minutes as the register has them', () => {
    const stopped = { ...STOPPED, since: null, minutesLeft: 480 }
    expect(fold(takenOver({ stopped }, law))).toMatchObject({ minutesLeft: 480 })
  })

  test('asking again needs a reason when it was asked before', () => {
    const dossier = fold(takenOver({ supplementsAsked: 1 }, law))
    const asked = under(law).decide(dossier, { ...command(dossier, 'RequestSupplement') })
    expect(isRefusal(asked) && asked.refused).toBe('asked-once-already')
  })
})

test('who was apologised to is not apologised to again', () => {
  const dossier = fold(takenOver({ apologiesSent: 1, promisedDue: '2019-03-12T10:00:00.000Z' }, law))
  expect(isPossible(dossier, STEPS, 'DraftApology')).toMatchObject({ refused: 'apologised-already' })
})

test('money taken before is paid, and can be given back', () => {
  const dossier = fold(takenOver({ feeDong: 5000, payments: [paid(5000)] }, law))
  expect(isPossible(dossier, STEPS, 'TakePayment')).toMatchObject({ refused: 'nothing-owed' })
  expect(isPossible(dossier, STEPS, 'RefundPayment')).toBe(true)
})

test('the citizen sees that earlier steps are done, not when', () => {
  const events = takenOver({ step: 'seal', approvedAt: MONDAY }, law)
  const told = progress(fold(events), events, STEPS).map(({ step, state, doneAt }) => [
    step.key,
    state,
    doneAt,
  ])
  expect(told.slice(1, 5)).toEqual([
    ['appraise', 'done', null],
    ['pay', 'done', null],
    ['approve', 'done', null],
    ['seal', 'now', null],
  ])
})

describe('what it counts as', () => {
  const facts = (over: Partial<TakeOverDossier>) =>
    factsOfHistory(null, takenOver(over, law)).map(({ on, measure, count }) => `${on} ${measure} ${count}`)

  test('received, open and due on the days of the register', () => {
    expect(facts({})).toEqual(['2019-03-01 received 1', '2019-03-01 open 1', '2019-03-07 overdue 1'])
  })

  test('not due while the clock stands', () => {
    expect(facts({ stopped: STOPPED })).toEqual(['2019-03-01 received 1', '2019-03-01 open 1'])
  })

  test('settled on the day its result was ready, late by the moment that held', () => {
    const ready = { step: 'return', approvedAt: MONDAY, readyAt: MONDAY }
    expect(facts(ready)).toEqual([
      '2019-03-01 received 1',
      '2019-03-01 open 1',
      '2019-03-04 ready-early 1',
      '2019-03-04 open -1',
    ])
    const due = '2019-03-01T10:00:00.000Z'
    expect(facts({ ...ready, due, lawfulDue: due })).toEqual([
      '2019-03-01 received 1',
      '2019-03-01 open 1',
      '2019-03-04 ready-late 1',
      '2019-03-04 open -1',
      '2019-03-01 overdue 1',
      '2019-03-04 overdue-settled -1',
    ])
  })
})

function given(component: string) {
  return { component, original: 1, certified: 0, copy: 0, insteadOfPaper: null }
}

function paid(dong: number) {
  return { payment: 'before', at: MONDAY, way: 'cash' as const, dong, receiptNumber: '0000017' }
}

function command(dossier: ReturnType<typeof fold>, type: 'TakeSupplement' | 'RequestSupplement') {
  const { version, step, lastEventAt: at } = dossier
  const common = { id: 'x', at, by: { staff: 'dung', unit: 'TP', post: 'handler' as const }, version, step }
  return type === 'TakeSupplement'
    ? ({ ...common, type, components: [] } as const)
    : ({ ...common, type, items: [ITEM], whyAgain: null } as const)
}
