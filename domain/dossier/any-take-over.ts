import fc from 'fast-check'
import type { Step } from '#domain/procedure/process.ts'
import type { TakeOverDossier } from './commands.ts'
import { passesRefused } from './steps.ts'

/** Any open dossier of a register of before, for tests that go on from anywhere. */
export const anyTakeOver = fc.record({
  /** How far it has come. */
  place: fc.nat(20),
  /** Whether it was late when it was taken over; null without a limit is not drawn, the case has one. */
  isLate: fc.boolean(),
  isStopped: fc.boolean(),
  isHeld: fc.boolean(),
  isApologised: fc.boolean(),
  isRefused: fc.boolean(),
  isReady: fc.boolean(),
  isPaid: fc.boolean(),
  isApproved: fc.boolean(),
  supplementsAsked: fc.nat(2),
})
export type AnyTakeOver = typeof anyTakeOver extends fc.Arbitrary<infer Value> ? Value : never

const ITEM = { component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }
const WHEN = '2019-03-04T03:00:00.000Z'

/** The same made to fit a process, so that the house takes it over. */
export function begunAt(drawn: AnyTakeOver, steps: readonly Step[]): Partial<TakeOverDossier> {
  const place = 1 + (drawn.place % (steps.length - 1))
  const step = steps[place]
  if (!step) throw new Error('a process without steps')
  const isBehind = steps.slice(0, place).some(({ kind }) => kind === 'approve')
  const isAhead = steps.slice(place).some(({ kind }) => kind === 'approve')
  const isReady = drawn.isReady && step.kind === 'return'
  const isStopped = step.kind === 'citizen' || (drawn.isStopped && step.kind === 'work')
  const due = drawn.isLate ? '2019-03-01T10:00:00.000Z' : '2019-03-07T10:00:00.000Z'
  return {
    step: step.key,
    due,
    lawfulDue: due,
    heldBy: drawn.isHeld && !isReady ? 'dung' : null,
    approvedAt: isBehind && (drawn.isApproved || !isAhead) ? WHEN : null,
    refusal:
      drawn.isRefused && passesRefused(step.kind) ? { reason: 'Đất tranh chấp', ground: 'Luật' } : null,
    stopped: isStopped
      ? { since: WHEN, minutesLeft: null, items: step.kind === 'work' ? [ITEM] : [], answerBy: null }
      : null,
    readyAt: isReady ? WHEN : null,
    supplementsAsked: drawn.supplementsAsked,
    promisedDue: drawn.isApologised ? '2019-03-12T10:00:00.000Z' : null,
    apologiesSent: drawn.isApologised ? 1 : 0,
    feeDong: 8000,
    payments: drawn.isPaid
      ? [{ payment: 'before', at: WHEN, way: 'cash', dong: 8000, receiptNumber: '0000017' }]
      : [],
  }
}
