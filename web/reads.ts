import type { AskedCatalogue, SeenCatalogue, seeCatalogue } from '#work/reading/see-catalogue.ts'
import type { SeenCentre, seeCentre } from '#work/reading/see-centre.ts'
import type {
  seeShownTexts,
  SeenLifeEvent,
  seeLifeEvent,
  seeLifeEvents,
  seePlainWords,
} from '#work/reading/see-guide.ts'
import type { SeenHours, seeHours } from '#work/reading/see-hours.ts'
import type { SeenMostReceived, seeMostReceived } from '#work/reading/see-most-received.ts'
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
import type { seeSatisfaction, SeenSatisfaction } from '#work/opinions/see-ratings.ts'
import type { seeTerritory } from '#work/reading/see-territory.ts'
import type { SeenToday, seeToday } from '#work/reading/see-today.ts'

/** What the public pages read: the use cases themselves; tests give their own. */
export interface PublicReads {
  readonly seeCentre: typeof seeCentre
  readonly seeCatalogue: typeof seeCatalogue
  readonly seeProcedure: typeof seeProcedure
  readonly seeDue: typeof seeDue
  readonly seeToday: typeof seeToday
  readonly seeMostReceived: typeof seeMostReceived
  readonly seeLifeEvents: typeof seeLifeEvents
  readonly seeLifeEvent: typeof seeLifeEvent
  readonly seePlainWords: typeof seePlainWords
  readonly seeHours: typeof seeHours
  readonly seeTerritory: typeof seeTerritory
  readonly seeShownTexts: typeof seeShownTexts
  readonly seeBoard: typeof seeBoard
  readonly seeOpenData: typeof seeOpenData
  readonly seeSatisfaction: typeof seeSatisfaction
}

export type { BoardAsked, BoardGroup, OpenDataRow, SeenBoard }
export type { AskedCatalogue, SeenCatalogue, SeenCentre, SeenSatisfaction, SeenDue, SeenProcedure, SeenToday }
export type { SeenHours, SeenLifeEvent, SeenMostReceived }
export type CatalogueItem = SeenCatalogue['items'][number]
export type CatalogueCounts = SeenCatalogue['counts']
export type Facet = SeenCatalogue['facets']['units'][number]
