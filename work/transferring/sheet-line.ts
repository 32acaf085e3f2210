import type { Dossier } from '#domain/dossier/dossier.ts'
import type { PaperRef } from '#domain/dossier/papers.ts'
import type { LineContent, SheetPaper, SheetToGive } from '#store/hand-over-sheets.ts'
import { lawFor } from '../change-dossier.ts'
import type { CentreBook } from '../desk.ts'
import type { Decided } from './decided.ts'

export type { SheetPaper } from '#store/hand-over-sheets.ts'

/** What a sheet says of a dossier for ever: names and papers as they were when it was given. */
export function lineToGive({ before, events }: Decided, book: CentreBook): SheetToGive['lines'][number] {
  const [event] = events
  if (event?.type !== 'PapersHandedOver') throw new Error(`${before.code}: nothing was handed over`)
  const { due, isInTime, papers } = event
  return { code: before.code, content: contentOf(before, papers, book), due, isInTime }
}

export function contentOf(dossier: Dossier, papers: readonly PaperRef[], book: CentreBook): LineContent {
  return {
    procedureName: lawFor(dossier, book).procedure.name,
    ownerName: dossier.owner.name,
    ownerAddress: dossier.owner.address,
    returnWay: dossier.returnWish.way,
    papers: papersNamed(dossier, papers, book),
  }
}

/** Papers by the names the procedure gives them, counted as they were handed in. */
export function papersNamed(
  dossier: Dossier,
  papers: readonly PaperRef[],
  book: CentreBook,
): readonly SheetPaper[] {
  const { procedure } = lawFor(dossier, book)
  const components = procedure.cases.find(({ key }) => key === dossier.case)?.components ?? []
  return papers.map((paper) => {
    if (paper === 'result')
      return { paper, name: null, original: dossier.copiesWanted, certified: 0, copy: 0 }
    const given = dossier.components[Number(paper)]
    const { component = '', original = 0, certified = 0, copy = 0 } = given ?? {}
    const name = components.find(({ key }) => key === component)?.name ?? component
    return { paper, name, original, certified, copy }
  })
}
