import { isId } from '#shapes/id.ts'
import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import type { Finding } from '#domain/digitising/page-quality.ts'
import type { FilingEvent } from '#domain/filing/events.ts'
import { mayFollow } from '#domain/filing/decide.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { sourcesFor } from '#domain/procedure/data-for-paper.ts'
import { recordAccess } from '#store/access-records.ts'
import { fileContent, filesOf } from '#store/filing-files.ts'
import { remindedOfFiling } from '#store/filing-reminders.ts'
import { filingHistory, type HeldFiling, holdFiling } from '#store/filings.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { placesOfReceipt } from '../intake/places-of-receipt.ts'
import { heldDong } from '../paying/paid-by-key.ts'
import { type ToldLine, toldLines } from '../telling/told-lines.ts'
import { answersInLines, type AnswerLine } from './answer-lines.ts'
import { filingInNames, type SeenOwnFiling } from './see-own-filing.ts'

/** A filing as an officer checks it. */
export interface SeenFiling extends SeenOwnFiling {
  /** The answers field by field, each with what was answered before where that changed. */
  readonly lines: readonly AnswerLine[]
  /** What is hard to read on the files, by their ids. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  /** Working minutes to answer in; negative when overdue, null while nothing is to be answered. */
  readonly minutesLeft: number | null
  readonly places: readonly { readonly code: string; readonly name: string }[]
  /** Where data stand in for a paper: the sources by paper. */
  readonly sources: ReadonlyMap<string, readonly { readonly key: string; readonly name: string }[]>
  readonly may: { readonly accept: boolean; readonly ask: boolean; readonly refuse: boolean }
  readonly history: readonly {
    readonly type: FilingEvent['type']
    readonly at: Moment
    readonly by: string | null
  }[]
  readonly helperName: string | null
  /** When the counters were reminded of it, the latest first. */
  readonly remindedAt: readonly Moment[]
  /** What the person was told of it, the latest first. */
  readonly told: readonly ToldLine[]
  /** What was paid online and waits for the filing to be received, in đồng. */
  readonly paidDong: number
  /** The first act the procedure goes by, to begin with where a ground is asked for. */
  readonly ground: string
}

/** The filing of an id for the officers of the counters; the access is recorded. */
export async function filingForOfficer(
  desk: Desk,
  id: string,
  what: 'see-filing' | 'see-filing-paper',
): Promise<Outcome<HeldFiling>> {
  const { centre, actor, now } = desk
  const allowed = may(actor, { kind: 'see-filings' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-filings' })
  const held = isId(id) ? await holdFiling(centre, id) : undefined
  if (!held) return refuse('no-such-filing')
  const { code } = held.filing
  await recordAccess(centre, { id: newId(), at: toMoment(now), staff: actor.id, what, code })
  return held
}

export async function seeFiling(desk: Desk, id: string): Promise<Outcome<SeenFiling>> {
  const held = await filingForOfficer(desk, id, 'see-filing')
  if (isRefusal(held)) return held
  const { filing } = held
  const [named, book, history, remindedAt, told] = await Promise.all([
    filingInNames(desk, held),
    bookOf(desk.centre),
    filingHistory(desk.centre, id),
    remindedOfFiling(desk.centre, id),
    toldLines(desk.centre, id),
  ])
  const left =
    filing.acceptBy === null
      ? null
      : workingMinutesBetween(book.counting, desk.now, fromMoment(filing.acceptBy))
  const doers = history.map(({ event }) => ('staff' in event.by ? event.by.staff : event.by.helper?.staff))
  const names = await staffNames(
    desk.centre,
    doers.filter((one) => one !== undefined),
  )
  const receiving = placesOfReceipt(desk)
  const can = (command: Parameters<typeof mayFollow>[1]) => !isRefusal(mayFollow(filing, command))
  return {
    ...named,
    findings: new Map((await filesOf(desk.centre, id)).map((file) => [file.id, file.findings])),
    lines: answersInLines(named.form.fields, filing.content.answers, filing.before?.answers ?? null),
    minutesLeft: left === null || isRefusal(left) ? null : left,
    places: isRefusal(receiving)
      ? []
      : receiving.units.map((code) => ({ code, name: book.units.get(code)?.name ?? code })),
    sources: new Map(
      filing.content.papers
        .filter(({ way }) => way === 'data')
        .map(({ component }) => [component, sourcesFor(book.dataSources, component, today(desk))] as const),
    ),
    may: { accept: can('AcceptFiling'), ask: can('AskFiling'), refuse: can('RefuseFiling') },
    history: history.map(({ event }, place) => {
      return { type: event.type, at: event.at, by: names.get(doers[place] ?? '') ?? null }
    }),
    ground: book.procedures.get(filing.procedure)?.at(-1)?.legalBasis[0] ?? '',
    remindedAt,
    told,
    helperName: names.get(filing.by.helper?.staff ?? '') ?? null,
    paidDong: await heldDong(desk, id),
  }
}

/** The content of a file of a filing, for who checks it. */
export async function seeFilingFile(desk: Desk, id: string, file: string) {
  const held = await filingForOfficer(desk, id, 'see-filing-paper')
  if (isRefusal(held)) return held
  const content = isId(file) ? await fileContent(desk.centre, id, file) : undefined
  return content ?? refuse('no-such-scan')
}
