import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier, Payment, Stage } from '#domain/dossier/dossier.ts'
import type { Holder, ReturnWish, SupplementItem } from '#domain/dossier/events.ts'
import type { Obligation } from '#domain/dossier/obligations.ts'
import type { Part } from '#domain/dossier/parts.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { readLookupKey } from '#domain/dossier/lookup-key.ts'
import { progress } from '#domain/dossier/progress.ts'
import { supplementAsked } from '#domain/dossier/supplement.ts'
import { type ToDo, toDoNow } from '#domain/dossier/to-do.ts'
import { owedDong } from '#domain/dossier/owed.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import { type WaitsFor, waitsFor } from '#domain/dossier/waits-for.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import { type FeeShown, feeShown, payableOf } from '#domain/paying/payable.ts'
import type { Post } from '#domain/people/may.ts'
import type { StepKind } from '#domain/procedure/process.ts'
import { historyOf } from '#store/dossier-events.ts'
import { filingOfCode } from '#store/filings.ts'
import type { SealedCopyRow } from '#store/sealed-scans.ts'
import { copyHandedOver } from '../sealed-scans/copy-handed-over.ts'
import { lawFor } from '../change-dossier.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'
import { isFilingPayable } from '../paying/paid-by-key.ts'
import { providersOf } from '../paying/providers-of.ts'
import { type FollowedParcel, followParcels } from '../post/follow-parcels.ts'
import { type AskedByKey, dossierByKey, isSameKey, paperByKey } from './dossier-by-key.ts'

/** What code and key together show: where the dossier is, who holds it and until when. No person's name or data. */
export interface FollowedDossier {
  readonly code: string
  readonly procedureName: string
  readonly stage: Stage
  readonly waitsFor: WaitsFor | null
  /** What the citizen has to do now; nothing while the centre is at work. */
  readonly toDo: readonly ToDo[]
  /** Where papers are brought and results fetched. */
  readonly placeOfReceiptName: string
  /** Where it was handed in elsewhere: which agency is competent, by when it receives it and when it did. */
  readonly elsewhere: {
    readonly agencyName: string
    readonly by: Moment
    readonly competentAt: Moment | null
  } | null
  /** What other agencies do or did: which, how it stands, since and until when. */
  readonly parts: readonly (Pick<Part, 'name' | 'state' | 'since' | 'due' | 'isDueProvisional'> & {
    readonly agency: string
    readonly timeliness: Timeliness | null
  })[]
  /** What is to be paid to the state, by which notice and until when. */
  readonly obligations: readonly (Pick<Obligation, 'body' | 'number' | 'what' | 'dong' | 'payBy'> & {
    readonly isMet: boolean
  })[]
  /** What it costs, before and after what the law takes off, and what was paid. */
  readonly fee: FeeShown & {
    readonly owedDong: number | null
    readonly payments: readonly Pick<Payment, 'at' | 'way' | 'dong' | 'receiptNumber' | 'state'>[]
    /** Whether something is owed that can be paid online. */
    readonly isPayable: boolean
  }
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
  /** When it was submitted by post; null where the post did not bring it. */
  readonly sentInAt: Moment | null
  /** Where the post has its papers or its result. */
  readonly parcels: readonly FollowedParcel[]
  /** The result as it was stamped on paper, once that was handed over and its scan has come back; null before. */
  readonly sealedCopy: Pick<SealedCopyRow, 'pages' | 'isCertified'> | null
}

/** Follows a dossier by code and key; what was filed online or taken in outside and is none yet says how it stands. */
export async function followDossier(desk: Desk, asked: AskedByKey): Promise<Outcome<FollowedDossier>> {
  const found = await dossierByKey(desk, asked)
  if (!isRefusal(found)) return followed(desk, found.dossier)
  return (await takenOutsideAs(desk, asked)) ?? (await filedAs(desk, asked)) ?? found
}

/** What was taken in outside and is no dossier, by the paper that was given for it; null where there is no such paper. */
async function takenOutsideAs(desk: Desk, asked: AskedByKey): Promise<Refusal | null> {
  const paper = await paperByKey(desk, asked)
  if (!paper) return null
  const { code, stage, why, receivedAt } = paper
  return refuse('not-taken-in', { code, stage, why, receivedAt })
}

/** A dossier as whoever may follow it sees it. */
export async function followed(desk: Desk, dossier: Dossier): Promise<FollowedDossier> {
  const book = await bookOf(desk.centre)
  const { procedure } = lawFor(dossier, book)
  const unitName = (unit: string) => book.units.get(unit)?.name ?? unit
  const history = (await historyOf(desk.centre, dossier.code)).map((one) => one.event)
  const copy = await copyHandedOver(desk.centre, dossier)
  return {
    code: dossier.code,
    procedureName: procedure.name,
    stage: dossier.stage,
    waitsFor: waitsFor(dossier),
    toDo: toDoNow(dossier),
    placeOfReceiptName: unitName(dossier.placeOfReceipt),
    elsewhere: dossier.elsewhere
      ? {
          agencyName: unitName(dossier.unit),
          by: dossier.elsewhere.by,
          competentAt: dossier.competentAt ?? null,
        }
      : null,
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
    fee: {
      ...feeShown(dossier),
      owedDong: owedDong(dossier),
      payments: (dossier.payments ?? []).map(({ at, way, dong, receiptNumber, state }) => {
        return { at, way, dong, receiptNumber, state }
      }),
      isPayable: providersOf(desk).length > 0 && !isRefusal(payableOf(dossier, procedure)),
    },
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
    sentInAt: dossier.sentIn?.submittedAt ?? null,
    parcels: await followParcels(desk, dossier),
    sealedCopy: copy && { pages: copy.pages, isCertified: copy.isCertified },
  }
}

/** What was filed online and is not received, by the same code and key; null where the key is another. */
async function filedAs(desk: Desk, asked: AskedByKey): Promise<Refusal | null> {
  const code = readDossierCode(asked.code)
  const held = isRefusal(code) ? undefined : await filingOfCode(desk.centre, code)
  if (!held || !isSameKey(held.filing.lookupKey, readLookupKey(asked.key))) return null
  const { stage, acceptBy, submittedAt } = held.filing
  const isPayable = await isFilingPayable(desk, held)
  return refuse('not-received-yet', { code: held.filing.code, stage, acceptBy, submittedAt, isPayable })
}
