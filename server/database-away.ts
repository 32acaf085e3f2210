import { codeOf } from './faults.ts'

/** Connection lost or refused, server starting or stopping, no connection free. */
const AWAY = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|08.{3}|57P0[1-3]|53300)$/
/** What `pg` says without a code. */
const AWAY_IN_WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after)/

/** Whether an error means that the database cannot be reached for now; the same request may do well a moment later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  return AWAY.test(codeOf(error) ?? '') || AWAY_IN_WORDS.test(error.message)
}
