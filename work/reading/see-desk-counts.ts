import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Post, POSTS } from '#domain/people/may.ts'
import type { WaitsFor } from '#domain/dossier/waits-for.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'
import { countDossiersBy } from '#store/dossier-lists.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { mineOf } from './asked-dossiers.ts'

export interface DeskCounts {
  readonly all: number
  /** Whose turn it is, of what the clock runs for. */
  readonly byPost: { readonly [post in Post]?: number }
  /** What the citizen is waited for, whether the clock runs meanwhile or not. */
  readonly waiting: { readonly [what in WaitsFor]: number }
  /** Results that lie ready to be handed back. */
  readonly ready: number
}

/** The list of what waits for the citizen's papers, or for a payment. */
export function waitingList(what: WaitsFor): DossiersAsked {
  return { only: what === 'payment' ? 'to-pay' : 'to-supplement' }
}

/** A page and its frame ask at the same desk: counted once. */
const counted = new WeakMap<Desk, Promise<Outcome<DeskCounts>>>()

/** How much lies with the caller and in the lists of the caller's posts; numbers alone. */
export function seeDeskCounts(desk: Desk): Promise<Outcome<DeskCounts>> {
  const known = counted.get(desk)
  if (known) return known
  const counts = count(desk)
  counted.set(desk, counts)
  return counts
}

async function count(desk: Desk): Promise<Outcome<DeskCounts>> {
  const { actor, centre } = desk
  const allowed = may(actor, { kind: 'see-own-worklist' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-own-worklist' })
  const rows = await countDossiersBy(centre, { mine: mineOf(actor, today(desk)) }, [
    'holder_post',
    'stage',
    'waits_for',
  ])
  const sum = (isCounted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(isCounted).reduce((all, row) => all + row.count, 0)
  const waits = (what: WaitsFor) => sum((row) => row.waits_for === what)
  const byPost: { [post in Post]?: number } = {}
  for (const post of POSTS) {
    const count = sum((row) => row.stage === 'in-process' && row.holder_post === post)
    if (count > 0) byPost[post] = count
  }
  return {
    all: sum(() => true),
    byPost,
    waiting: { supplement: waits('supplement'), payment: waits('payment') },
    ready: sum((row) => row.stage === 'ready'),
  }
}
