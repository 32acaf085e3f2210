import type { Moment } from '#domain/calendar/moment.ts'
import type { DueDay, DuePattern } from '#domain/dossier/due.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { Limit } from '#domain/procedure/limit.ts'
import type { Channel, OwnerKind, Procedure } from '#domain/procedure/procedure.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { Desk } from '#work/desk.ts'

/** What the public pages read. The functions stand in `work/reading`; tests give their own. */
export interface PublicReads {
  seeCentre(desk: Desk): Promise<SeenCentre>
  seeCatalogue(desk: Desk, asked: AskedCatalogue): Promise<SeenCatalogue>
  seeProcedure(desk: Desk, key: string): Promise<Outcome<SeenProcedure>>
  seeDue(desk: Desk, asked: AskedDue): Promise<Outcome<SeenDue>>
  /** Left out, the home page shows figures of the catalogue only. */
  seeToday?(desk: Desk): Promise<SeenToday>
}

export interface SeenCentre {
  readonly name: string
  readonly isDemonstration: boolean
}

export interface AskedCatalogue {
  readonly q?: string
  readonly unit?: string
  readonly field?: string
  readonly ownerKind?: OwnerKind
  readonly level?: 2 | 3 | 4
  readonly after?: string
}

export interface SeenCatalogue {
  readonly total: number
  readonly items: readonly CatalogueItem[]
  /** What `after` of the next page is; null on the last. */
  readonly next: string | null
  readonly facets: {
    readonly units: readonly Facet[]
    readonly fields: readonly Facet[]
    readonly levels: readonly Facet[]
    readonly ownerKinds: readonly Facet[]
  }
  readonly counts: CatalogueCounts
}

export interface CatalogueItem {
  readonly key: string
  readonly name: string
  readonly unitName: string
  readonly field: string
  readonly level: 2 | 3 | 4
  readonly limit: Limit | null
}

export interface Facet {
  readonly key: string
  readonly name: string
  readonly count: number
}

/** Of the whole catalogue in force, whatever was searched. */
export interface CatalogueCounts {
  readonly all: number
  readonly byOwnerKind: { readonly [kind in OwnerKind]: number }
  /** Of the town's own procedures. */
  readonly fiveOnTheSpot: number
  readonly online: number
  readonly postal: number
}

export interface SeenProcedure {
  readonly procedure: Procedure
  readonly unitName: string
  readonly steps: readonly (Step & { readonly unitName: string })[]
  readonly channels: readonly Channel[]
}

export interface AskedDue {
  readonly procedure: string
  readonly case: string
  readonly channel: Channel
}

export interface SeenDue {
  readonly due: Moment | null
  readonly isProvisional: boolean
  readonly pattern: DuePattern
  readonly days: readonly DueDay[]
}

export interface SeenToday {
  readonly received: number
  readonly settled: number
  readonly inTime: number
  readonly inProgress: number
}
