import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { DossierReceived, SupplementReceived } from '#domain/dossier/events.ts'
import { RESULT_COMPONENT } from '#domain/digitising/copy-status.ts'
import type { Centre } from './database.ts'

interface Period {
  readonly from: Moment
  readonly before: Moment
}

/** Receipts and supplements with a paper that was taken although data should do, latest first. */
export async function receiptsDespiteData({ db }: Centre, { from, before }: Period, most: number) {
  const rows = await db
    .selectFrom('dossier_event as e')
    .innerJoin('dossier as d', 'd.id', 'e.dossier_id')
    .select(['d.code', 'd.procedure_key as procedure', 'e.data'])
    .where('e.at', '>=', from)
    .where('e.at', '<', before)
    // As the index of 0021 has it.
    .where(sql<boolean>`jsonb_path_exists(${sql.ref('e.data')}, '$.components[*].paperDespiteData')`)
    .orderBy('e.at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ code, procedure, data }) => ({
    code,
    procedure,
    event: data as DossierReceived | SupplementReceived,
  }))
}

/** How many copies were certified, and how many reused from a component or a result of another dossier. */
export async function copiesCounted({ db }: Centre, { from, before }: Period) {
  const certified = await db
    .selectFrom('copy_certified as k')
    .innerJoin('scan as s', 's.id', 'k.scan_id')
    .leftJoin('scan_struck as x', 'x.scan_id', 's.id')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('k.at', '>=', from)
    .where('k.at', '<', before)
    .where('x.scan_id', 'is', null)
    .where('s.component', '<>', RESULT_COMPONENT)
    .executeTakeFirstOrThrow()
  const reused = await db
    .selectFrom('copy_reused as r')
    .innerJoin('scan as f', 'f.id', 'r.from_scan')
    .leftJoin('scan_struck as x', 'x.scan_id', 'r.scan_id')
    .select((row) => [
      row.fn.countAll<number>().as('all'),
      row.fn.countAll<number>().filterWhere('f.component', '=', RESULT_COMPONENT).as('results'),
    ])
    .where('r.at', '>=', from)
    .where('r.at', '<', before)
    .where('x.scan_id', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    digitised: certified.count,
    reusedComponents: reused.all - reused.results,
    reusedResults: reused.results,
  }
}
