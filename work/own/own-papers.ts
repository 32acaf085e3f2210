import { RESULT_COMPONENT, whyNotReused } from '#domain/digitising/copy-status.ts'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { FormKey } from '#papers/forms.ts'
import { copiesOf } from '#store/copies.ts'
import { historyOf } from '#store/dossier-events.ts'
import type { HeldDossier, SealedEvent } from '#store/dossiers.ts'
import { scanContent, scansOf } from '#store/scans.ts'
import { sealedAmong } from '#store/sealed-scans.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { formOfEvent } from '../papers/dossier-papers.ts'
import { seeOwnDossiers } from '../reading/follow-own.ts'
import { copyHandedOver } from '../sealed-scans/copy-handed-over.ts'
import { ownDossier } from './own-dossier.ts'
import { recordOwnLook } from './own-look.ts'

/** What the centre gave out: the signed result, the scan of the stamped one, or a letter by its place in the history. */
export type IssuedPaper =
  | { readonly kind: 'result'; readonly at: Moment }
  | { readonly kind: 'stamped'; readonly at: Moment; readonly isCertified: boolean }
  | { readonly kind: 'letter'; readonly form: FormKey; readonly sequence: number; readonly at: Moment }

/** What was handed in, as the centre holds it. */
export interface HandedIn {
  readonly scan: string
  readonly name: string
  /** What the paper is called in the procedure; null for what answers something else. */
  readonly paperName: string | null
  readonly at: Moment
  /** Bytes. */
  readonly size: number
  /** Compared with the original by an officer. */
  readonly isCertified: boolean
  /** Stands for the paper in the owner's next dossier; until a day where the paper itself says one. */
  readonly isReusable: boolean
  readonly validUntil: Day | null
}

export interface PapersOfDossier {
  readonly code: string
  readonly procedureName: string
  readonly issued: readonly IssuedPaper[]
  readonly handedIn: readonly HandedIn[]
}

export interface OwnPapers {
  readonly dossiers: readonly PapersOfDossier[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

const PAGE = 10
const MOST_SCANS = 200

/** What somebody handed in and what was given out to him, dossier by dossier, newest first. */
export async function seeOwnPapers(desk: Desk, after: string | null): Promise<Outcome<OwnPapers>> {
  const list = await seeOwnDossiers(desk, { after, size: PAGE })
  if (isRefusal(list)) return list
  const all = await Promise.all(list.lines.map(({ code }) => papersOfOwn(desk, code)))
  const dossiers = all
    .flatMap((one) => (isRefusal(one) ? [] : [one]))
    .filter(({ issued, handedIn }) => issued.length + handedIn.length > 0)
  return { dossiers, next: list.next }
}

/** The same of one dossier. */
export async function papersOfOwn(desk: Desk, typed: string): Promise<Outcome<PapersOfDossier>> {
  const held = await ownDossier(desk, typed, 'see')
  return isRefusal(held) ? held : papersOfHeld(desk, held)
}

async function papersOfHeld(desk: Desk, held: HeldDossier): Promise<PapersOfDossier> {
  const { centre } = desk
  const { dossier } = held
  const { procedure } = lawFor(dossier, await bookOf(centre))
  const [history, copy, handedIn] = await Promise.all([
    historyOf(centre, dossier.code),
    copyHandedOver(centre, dossier),
    handedInOf(desk, held, procedure.cases),
  ])
  const returnedAt = dossier.stage === 'returned' ? dossier.returnedAt : null
  const issued: IssuedPaper[] = [
    ...(returnedAt !== null && dossier.document !== undefined
      ? [{ kind: 'result' as const, at: returnedAt }]
      : []),
    ...(returnedAt !== null && copy
      ? [{ kind: 'stamped' as const, at: returnedAt, isCertified: copy.isCertified }]
      : []),
    ...history.flatMap((one) => letterOf(one) ?? []).toReversed(),
  ]
  return { code: dossier.code, procedureName: procedure.name, issued, handedIn }
}

/** A letter of the dossier that is the citizen's; of receipts those of payments that had no counter to give one. */
export function letterOf({ sequence, event }: SealedEvent): Extract<IssuedPaper, { kind: 'letter' }> | null {
  const form = formOfEvent(event.type)
  if (form === undefined) return null
  if (event.type === 'PaymentTaken' && event.through === undefined) return null
  return { kind: 'letter', form, sequence, at: event.at }
}

type Cases = ReturnType<typeof lawFor>['procedure']['cases']

async function handedInOf(
  desk: Desk,
  { id, dossier }: HeldDossier,
  cases: Cases,
): Promise<readonly HandedIn[]> {
  const { centre } = desk
  const rows = await scansOf(centre, id, MOST_SCANS)
  const ids = rows.map((one) => one.id)
  const [copies, sealed] = await Promise.all([copiesOf(centre, ids), sealedAmong(centre, ids)])
  const names = new Map(cases.flatMap(({ components }) => components.map(({ key, name }) => [key, name])))
  const number = dossier.owner.idNumber
  return rows
    .filter(({ id: scan, component, staff, struck }) => {
      const isTheirs = staff === null || (component !== null && component !== RESULT_COMPONENT)
      return struck === null && isTheirs && !sealed.has(scan)
    })
    .map(({ id: scan, name, component, at, size }) => {
      const certified = copies.get(scan)?.certified ?? null
      const copy = {
        ownerNumber: number,
        isStruck: false,
        isCertified: certified !== null,
        validUntil: certified?.validUntil ?? null,
      }
      return {
        scan,
        name,
        paperName: component === null ? null : (names.get(component) ?? null),
        at,
        size,
        isCertified: copy.isCertified,
        isReusable: component !== null && whyNotReused(copy, number, today(desk)) === null,
        validUntil: copy.validUntil,
      }
    })
}

/** A paper that was handed in, with the officer's signature where it has one. The look is recorded. */
export async function seeOwnScan(
  desk: Desk,
  typed: string,
  scan: string,
): Promise<Outcome<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }>> {
  const held = await ownDossier(desk, typed, 'see')
  if (isRefusal(held)) return held
  const { handedIn } = await papersOfHeld(desk, held)
  const isTheirs = handedIn.some((one) => one.scan === scan)
  const content = isTheirs ? await scanContent(desk.centre, held.id, scan) : undefined
  if (!content) return refuse('no-such-scan')
  await recordOwnLook(desk, held.dossier.code, 'own-paper')
  return content
}
