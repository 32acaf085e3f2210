import type { Desk } from '#work/desk.ts'
import type { AskedCatalogue, SeenCatalogue, seeCatalogue } from '#work/reading/see-catalogue.ts'
import type { SeenDue, seeDue } from '#work/reading/see-due.ts'
import type { SeenProcedure, seeProcedure } from '#work/reading/see-procedure.ts'
import type {
  BoardAsked,
  BoardGroup,
  OpenDataRow,
  SeenBoard,
  seeBoard,
  seeOpenData,
} from '#work/statistics/see-board.ts'
import type { SeenToday, seeToday } from '#work/reading/see-today.ts'

/** What the public pages read: the use cases themselves; tests give their own. */
export interface PublicReads {
  readonly seeCentre: (desk: Desk) => Promise<SeenCentre>
  readonly seeCatalogue: typeof seeCatalogue
  readonly seeProcedure: typeof seeProcedure
  readonly seeDue: typeof seeDue
  readonly seeToday: typeof seeToday
  readonly seeBoard: typeof seeBoard
  readonly seeOpenData: typeof seeOpenData
}

export interface SeenCentre {
  readonly name: string
  readonly isDemonstration: boolean
}

export type { BoardAsked, BoardGroup, OpenDataRow, SeenBoard }
export type { AskedCatalogue, SeenCatalogue, SeenDue, SeenProcedure, SeenToday }
export type CatalogueItem = SeenCatalogue['items'][number]
export type CatalogueCounts = SeenCatalogue['counts']
export type Facet = SeenCatalogue['facets']['units'][number]
