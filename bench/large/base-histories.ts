import pg from 'pg'
import type { DossierEvent } from '#domain/dossier/events.ts'

/** A history that the rules have decided, with which of its events came by one command. */
export interface BaseHistory {
  readonly events: readonly DossierEvent[]
  /** For each event the number of its command within the history, and its part in it. */
  readonly commands: readonly { readonly number: number; readonly part: number }[]
}

export interface Base {
  readonly histories: readonly BaseHistory[]
  readonly ruleSets: readonly { readonly from: string; readonly identifier: string }[]
}

/** Reads the decided histories of a centre, to be copied. */
export async function readBase(ownerUrl: string, schema: string): Promise<Base> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<{
      dossier_id: string
      data: DossierEvent
      command_id: string
      command_part: number
    }>(
      `select dossier_id, data, command_id, command_part from "${schema}".dossier_event order by dossier_id, sequence`,
    )
    const { rows: ruleSets } = await owner.query<{ from: string; identifier: string }>(
      `select from_on::text as from, code_identifier as identifier from "${schema}".rule_set order by from_on`,
    )
    const histories = [...Map.groupBy(rows, (row) => row.dossier_id).values()].map((own) => {
      const ids = [...new Set(own.map((row) => row.command_id))]
      return {
        events: own.map((row) => row.data),
        commands: own.map((row) => ({ number: ids.indexOf(row.command_id), part: row.command_part })),
      }
    })
    return { histories, ruleSets }
  } finally {
    await owner.end()
  }
}
