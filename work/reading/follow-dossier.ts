import { timingSafeEqual } from 'node:crypto'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Stage } from '#domain/dossier/dossier.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import type { Holder, ReturnWish, SupplementItem } from '#domain/dossier/events.ts'
import { readLookupKey } from '#domain/dossier/lookup-key.ts'
import type { Obligation } from '#domain/dossier/obligations.ts'
import type { Part } from '#domain/dossier/parts.ts'
import { progress } from '#domain/dossier/progress.ts'
import { supplementAsked } from '#domain/dossier/supplement.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import { type WaitsFor, waitsFor } from '#domain/dossier/waits-for.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Post } from '#domain/people/may.ts'
import type { StepKind } from '#domain/procedure/process.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import { lawFor } from '../change-dossier.ts'
import { bookOf } from '../centre-book.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** What code and key together show: where the dossier is, who holds it and until when. No person's name or data. */
export interface FollowedDossier {
  readonly code: string
  readonly procedureName: string
  readonly stage: Stage
  readonly waitsFor: WaitsFor | null
  /** What other agencies do or did: which, how it stands, since and until when. */
  readonly parts: readonly (Pick<Part, 'name' | 'state' | 'since' | 'due' | 'isDueProvisional'> & {
    readonly agency: string
    readonly timeliness: Timeliness | null
  })[]
  /** What is to be paid to the state, by which notice and until when. */
  readonly obligations: readonly (Pick<Obligation, 'body' | 'number' | 'what' | 'dong' | 'payBy'> & {
    readonly isMet: boolean
  })[]
  readonly steps: readonly {
    readonly name: string
    readonly kind: StepKind
    readonly unitName: string
    readonly post: Post
    readonly state: 'done' | 'now' | 'next'
    readonly since: Moment | null
    readonly doneAt: Moment | null
  }[]
  readonly holder: { readonly kind: Holder['kind']; readonly unitName: string; readonly post: Post } | null
  /** What is asked for and must be brought; null when nothing is. */
  readonly supplement: readonly Pick<SupplementItem, 'wrong' | 'todo' | 'ground'>[] | null
  readonly receivedAt: Moment
  readonly dueAtReceipt: Moment | null
  readonly lawfulDue: Moment | null
  readonly promisedDue: Moment | null
  readonly isDueProvisional: boolean
  readonly timeliness: Timeliness | null
  readonly readyAt: Moment | null
  readonly stoppedAt: Moment | null
  readonly returnedAt: Moment | null
  readonly returnWay: ReturnWish['way']
}

/** Follows a dossier by code and key. An unknown code and a wrong key are answered alike: codes are sequential. */
export async function followDossier(
  desk: Desk,
  asked: { code: string; key: string },
): Promise<Outcome<FollowedDossier>> {
  const code = readDossierCode(asked.code)
  const held = isRefusal(code) ? undefined : await holdDossier(desk.centre, code)
  if (!isSameKey(held?.dossier.lookupKey ?? '', readLookupKey(asked.key)) || !held)
    return refuse('no-such-dossier')

  const { dossier } = held
  const book = await bookOf(desk.centre)
  const { procedure } = lawFor(dossier, book)
  const unitName = (unit: string) => book.units.get(unit)?.name ?? unit
  const history = (await historyOf(desk.centre, dossier.code)).map((one) => one.event)
  return {
    code: dossier.code,
    procedureName: procedure.name,
    stage: dossier.stage,
    waitsFor: waitsFor(dossier),
    parts: (dossier.parts ?? []).map(
      ({ name, unit, body, state, since, due, isDueProvisional, ...part }) => ({
        name,
        state,
        since,
        due,
        isDueProvisional,
        agency: body ?? unitName(unit),
        timeliness: part.timeliness ?? null,
      }),
    ),
    obligations: (dossier.obligations ?? [])
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ body, number, what, dong, payBy, state }) => {
        return { body, number, what, dong, payBy, isMet: state === 'met' }
      }),
    steps: progress(dossier, history, procedure.steps).map(({ step, ...where }) => ({
      name: step.name,
      kind: step.kind,
      unitName: unitName(step.unit),
      post: step.post,
      ...where,
    })),
    holder: dossier.holder && {
      kind: dossier.holder.kind,
      unitName: unitName(dossier.holder.unit),
      post: dossier.holder.post,
    },
    supplement:
      waitsFor(dossier) === 'supplement'
        ? (supplementAsked(history)?.map(({ wrong, todo, ground }) => ({ wrong, todo, ground })) ?? null)
        : null,
    receivedAt: dossier.receivedAt,
    dueAtReceipt: dossier.dueAtReceipt,
    lawfulDue: dossier.lawfulDue,
    promisedDue: dossier.promisedDue,
    isDueProvisional: dossier.isDueProvisional,
    timeliness: 'timeliness' in dossier && dossier.stage !== 'stopped' ? dossier.timeliness : null,
    readyAt: 'readyAt' in dossier && dossier.stage !== 'stopped' ? dossier.readyAt : null,
    stoppedAt: dossier.stage === 'stopped' ? dossier.readyAt : null,
    returnedAt: dossier.stage === 'returned' ? dossier.returnedAt : null,
    returnWay: dossier.returnWish.way,
  }
}

/** Compares hashes of equal length, so that time tells nothing about the key. */
function isSameKey(key: string, typed: string): boolean {
  return key !== '' && timingSafeEqual(Buffer.from(seal(key)), Buffer.from(seal(typed)))
}
