import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { PapersAccepted, PapersHandedOver } from '#domain/dossier/events.ts'
import { earliestDue } from '#domain/dossier/handing-over.ts'
import { isToGo, lotsOf } from '#domain/dossier/papers.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { SheetPaper } from '#store/hand-over-sheets.ts'
import type { SealedEvent } from '#store/dossiers.ts'
import { lawFor } from '../change-dossier.ts'
import type { CentreBook } from '../desk.ts'
import { type NamedDoer, nameDoer } from '../reading/told-history.ts'
import { missingOf, type SeenMissing } from './see-papers-to-go.ts'
import { papersNamed } from './sheet-line.ts'

/** Where papers of a dossier lie, and where they are to go. */
export interface LyingPapers {
  readonly unitName: string
  readonly since: Moment
  readonly papers: readonly SheetPaper[]
  /** On their way by a sheet nobody has confirmed yet. */
  readonly sheet: { readonly id: string; readonly number: string; readonly toName: string } | null
  /** To be brought to the unit that is to act; null when they lie there or nobody acts any more. */
  readonly toGo: { readonly toName: string; readonly due: Moment | null } | null
}

/**
 * One hand-over, as the control sheet lists them (form of 2018 Mẫu 05, of 2025 Mẫu 06): who gave, who took, when and
 * whether in time.
 */
export interface Transfer {
  readonly sheet: string
  readonly number: string
  readonly fromName: string
  readonly toName: string
  readonly given: NamedDoer & { readonly at: Moment }
  readonly due: Moment | null
  readonly isInTime: boolean
  readonly papers: readonly SheetPaper[]
  /** Null while nobody has confirmed it. */
  readonly taken: (NamedDoer & { readonly at: Moment; readonly note: string | null }) | null
  readonly missing: readonly SheetPaper[]
}

export interface PapersOfDossier {
  readonly lying: readonly LyingPapers[]
  readonly missing: readonly SeenMissing[]
  /** Hand-overs confirmed or still open, oldest first; what was refused or taken back is in the history. */
  readonly transfers: readonly Transfer[]
}

/** Where the papers of a dossier lie, what is missing of them and how they came there. */
export function papersOfDossier(
  dossier: Dossier,
  history: readonly SealedEvent[],
  { book, names }: { readonly book: CentreBook; readonly names: ReadonlyMap<string, string> },
): PapersOfDossier {
  const nameOf = (unit: string) => book.units.get(unit)?.name ?? unit
  const law = lawFor(dossier, book)
  const lying = lotsOf(dossier).map((lot): LyingPapers => {
    const due = earliestDue(dossier, [lot], law)
    const to = dossier.holder?.unit ?? ''
    return {
      unitName: nameOf(lot.unit),
      since: lot.since,
      papers: papersNamed(dossier, lot.papers, book),
      sheet: lot.sheet ? { id: lot.sheet.id, number: lot.sheet.number, toName: nameOf(lot.sheet.to) } : null,
      toGo: isToGo(dossier, lot) ? { toName: nameOf(to), due: isRefusal(due) ? null : due } : null,
    }
  })
  const open = new Set(lotsOf(dossier).map(({ sheet }) => sheet?.id))
  const transfers = history.flatMap(({ event }) => {
    if (event.type !== 'PapersHandedOver') return []
    const taken = takenBy(history, event)
    if (!taken && !open.has(event.sheet)) return []
    const { sheet, number, from, to, due, isInTime, papers, at } = event
    return [
      {
        sheet,
        number,
        fromName: nameOf(from),
        toName: nameOf(to),
        given: { ...nameDoer(event.by, { book, names }), at },
        due,
        isInTime,
        papers: papersNamed(dossier, papers, book),
        taken: taken ? { ...nameDoer(taken.by, { book, names }), at: taken.at, note: taken.note } : null,
        missing: taken ? papersNamed(dossier, taken.missing, book) : [],
      },
    ]
  })
  return { lying, missing: missingOf(dossier, book), transfers }
}

function takenBy(history: readonly SealedEvent[], { sheet }: PapersHandedOver): PapersAccepted | undefined {
  for (const { event } of history) if (event.type === 'PapersAccepted' && event.sheet === sheet) return event
  return undefined
}
