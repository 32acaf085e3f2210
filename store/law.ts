import type { CalendarData } from '#domain/calendar/calendar-data.ts'
import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { CallRule } from '#domain/dossier/collection.ts'
import type { Form } from '#domain/procedure/form.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Centre, HotVerb } from './database.ts'
import { type PublishedResultForm, resultForms } from './result-forms.ts'

/** Reading the law of a centre: all that decisions and public pages go by, as of one version. */

export interface LawRows {
  readonly version: number
  readonly units: readonly {
    readonly code: string
    readonly name: string
    readonly kind: string
    readonly parent: string | null
  }[]
  readonly ruleSets: readonly {
    readonly key: string
    readonly from: string
    readonly act: string
    readonly codeIdentifier: string
    readonly receiptForm: string
    readonly receiptSymbol: string
    readonly transfer: PaperTransfer | null
    readonly calls: CallRule | null
  }[]
  readonly dataSources: readonly DataSource[]
  readonly resultForms: readonly PublishedResultForm[]
  /** All versions, oldest first. */
  readonly procedures: readonly Procedure[]
  readonly forms: readonly Form[]
  /** The newest of each name. */
  readonly calendars: readonly CalendarData[]
}

const VERSION: HotVerb = { name: 'law-version', text: 'select version from {c}.law_version' }

/** The version the law of a centre has now; read before every use of a remembered book. */
export async function lawVersion(centre: Centre): Promise<number> {
  const [row] = await centre.run<{ version: number }>(VERSION, [])
  if (!row) throw new Error(`centre ${centre.slug} has no law_version`)
  return row.version
}

/** Everything of one version: read in one snapshot, so that an import between two queries cannot be seen. */
export function readLaw(centre: Centre): Promise<LawRows> {
  return centre.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const { version } = await db.selectFrom('law_version').select('version').executeTakeFirstOrThrow()
      const units = await db
        .selectFrom('unit')
        .select(['code', 'name', 'kind', 'parent'])
        .orderBy('code')
        .execute()
      const ruleSets = await db
        .selectFrom('rule_set')
        .select(['key', 'from_on as from', 'act', 'code_identifier as codeIdentifier'])
        .select([
          'receipt_form as receiptForm',
          'receipt_symbol as receiptSymbol',
          'paper_transfer as transfer',
          'collection_calls as calls',
        ])
        .orderBy('from_on')
        .execute()
      return {
        version,
        units,
        ruleSets,
        dataSources: await dataSources({ db }),
        resultForms: await resultForms({ db }),
        procedures: await procedures({ db }),
        forms: await forms({ db }),
        calendars: await newestCalendars({ db }),
      }
    })
}

export type WithDatabase = Pick<Centre, 'db'>

/** A source of data with where that is known from. */
export interface StandingDataSource extends DataSource {
  readonly ground: string
  readonly confidence: string
  readonly source: string
}

/** All sources of data that were ever entered. */
export async function dataSources({ db }: WithDatabase): Promise<StandingDataSource[]> {
  const rows = await db.selectFrom('data_source').selectAll().orderBy('from_on').orderBy('key').execute()
  return rows.map(({ from_on: from, until_on: until, duty_from: dutyFrom, components, ...row }) => {
    return { ...row, from, until, dutyFrom, components: components as readonly string[] }
  })
}

/** All versions of all procedures, oldest first. */
export async function procedures({ db }: WithDatabase): Promise<Procedure[]> {
  const rows = await db.selectFrom('procedure').selectAll().orderBy('key').orderBy('version').execute()
  return rows.map(
    ({ content, key, version, from_on: from, until_on: until }) =>
      ({ ...content, key, version, from, until }) as Procedure,
  )
}

/** All versions of all forms, oldest first. */
export async function forms({ db }: WithDatabase): Promise<Form[]> {
  const rows = await db.selectFrom('form').selectAll().orderBy('key').orderBy('version').execute()
  return rows.map(({ content, key, version, from_on: from }) => ({ ...content, key, version, from }) as Form)
}

/** The calendars that hold now. */
export async function newestCalendars({ db }: WithDatabase): Promise<CalendarData[]> {
  const rows = await db
    .selectFrom('calendar')
    .select('content')
    .distinctOn('name')
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ content }) => content as CalendarData)
}
