import type { Day } from '#domain/calendar/moment.ts'
import { differences } from './differences.ts'

/** One part of a comparison: what the files add, change and no longer have. */
export interface Part<Added, Changed> {
  readonly added: readonly Added[]
  readonly changed: readonly ChangedTo<Changed>[]
  readonly ended: readonly Ended[]
  readonly same: number
}

interface ChangedTo<Changed> {
  readonly to: Changed
  readonly name: string
  /** The fields that say something else, as paths. */
  readonly what: readonly string[]
}

/** Something whose days are set to an end, or an end taken away. */
export interface Ended {
  readonly name: string
  /** Key, id or code in the database. */
  readonly key: string
  readonly until: Day | null
}

interface Way<New, Old> {
  readonly keyOf: (one: New | Old) => string
  /** What is compared. */
  readonly plain: (one: New | Old) => object
}

/** Compares two lists of things that have keys. */
export function byKey<New, Old>(
  after: readonly New[],
  before: readonly Old[],
  { keyOf, plain }: Way<New, Old>,
): Part<New, New> {
  const old = new Map(before.map((one) => [keyOf(one), one]))
  const added = after.filter((one) => !old.has(keyOf(one)))
  const changed = after.flatMap((to) => {
    const from = old.get(keyOf(to))
    if (from === undefined) return []
    const what = differences(plain(from), plain(to))
    return what.length === 0 ? [] : [{ to, name: keyOf(to), what }]
  })
  return { added, changed, ended: [], same: after.length - added.length - changed.length }
}

/** What is in the database and no longer in the files. */
export function gone<New, Old>(
  after: readonly New[],
  before: readonly Old[],
  keyOf: (one: New | Old) => string,
): Old[] {
  const kept = new Set(after.map(keyOf))
  return before.filter((one) => !kept.has(keyOf(one)))
}

interface Days {
  readonly from: Day
  readonly until: Day | null
}

/** What is gone and still open ends on the effective day. What has not begun by then was entered for later: it stays. */
export function endings<Old extends Days>(
  old: readonly Old[],
  effectiveFrom: Day,
  naming: (one: Old) => { name: string; key: string },
): Ended[] {
  return old
    .filter(({ from, until }) => until === null && from < effectiveFrom)
    .map((one) => ({ ...naming(one), until: effectiveFrom }))
}
