import type { Database } from '#store/database.ts'
import type { Config } from './config.ts'

/** Something about the surroundings: in order, to be thought of, or wrong; in words for the person who asked. */
export interface Remark {
  readonly kind: 'fine' | 'warning' | 'error'
  readonly text: string
}

export interface Patient {
  readonly config: Config
  readonly database: Database
  readonly owner: Database
}

/** In order. */
export const fine = (text: string): Remark => ({ kind: 'fine', text })
/** To be thought of. */
export const warning = (text: string): Remark => ({ kind: 'warning', text })
/** Wrong. */
export const error = (text: string): Remark => ({ kind: 'error', text })

/** Looks at one side of the surroundings. */
export type Check = (patient: Patient) => Promise<readonly Remark[]>
