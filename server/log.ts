import { pino } from 'pino'
import type { Config } from './config.ts'
import { codeOf } from './faults.ts'

/**
 * The log: a line of JSON an event, to standard error. It carries no personal data: no names, no query strings, no
 * bodies; of an error its kind, its code and where it arose, but not its message, which may quote what was typed.
 */
export type Log = ReturnType<typeof openLog>

/** Opens the log. */
export function openLog(level: Config['logLevel']) {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
}

/** What may be said of an error. Messages of faults in the surroundings are ours and may be shown. */
export function described(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error }
  return {
    kind: error.name,
    code: codeOf(error),
    at: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : described(error.cause),
  }
}
