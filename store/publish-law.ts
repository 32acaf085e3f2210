import type { CalendarData } from '#domain/calendar/calendar-data.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import { inBatches } from './batches.ts'
import type { WithDatabase } from './law.ts'

/** Writing the law of a centre. All of it runs in the transaction of one import. */

interface UnitToPublish {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  readonly gsoCode: string | null
  readonly confidence: string
  readonly source: string
  readonly note: string
}

export async function publishUnits({ db }: WithDatabase, units: readonly UnitToPublish[]): Promise<void> {
  for (const { gsoCode: gso_code, ...unit } of units) {
    const { code, ...rest } = { ...unit, gso_code }
    await db
      .insertInto('unit')
      .values({ code, ...rest })
      .onConflict((conflict) => conflict.column('code').doUpdateSet(rest))
      .execute()
  }
}

interface RuleSetToPublish {
  readonly key: string
  readonly from: string
  readonly act: string
  readonly codeIdentifier: string
  readonly receiptForm: string
  readonly receiptSymbol: string
  readonly confidence: string
  readonly source: string
  readonly transfer: object | null
  readonly calls: object | null
  readonly lapse: object | null
  readonly acceptance: object | null
  readonly elsewhere: object | null
}

/** Adds rule sets; of known ones only what describes them can change, never what holds. */
export async function publishRuleSets(
  { db }: WithDatabase,
  ruleSets: readonly RuleSetToPublish[],
): Promise<void> {
  for (const {
    key,
    from,
    act,
    codeIdentifier,
    receiptForm,
    receiptSymbol,
    confidence,
    source,
    transfer,
    calls,
    lapse: lapsing,
    acceptance: rule,
    elsewhere: handedIn,
  } of ruleSets) {
    const paper_transfer = transfer && JSON.stringify(transfer)
    const collection_calls = calls && JSON.stringify(calls)
    const lapse = lapsing && JSON.stringify(lapsing)
    const elsewhere = handedIn && JSON.stringify(handedIn)
    const acceptance = rule && JSON.stringify(rule)
    await db
      .insertInto('rule_set')
      .values({
        key,
        from_on: from,
        act,
        code_identifier: codeIdentifier,
        receipt_form: receiptForm,
        receipt_symbol: receiptSymbol,
        confidence,
        source,
        paper_transfer,
        collection_calls,
        lapse,
        acceptance,
        elsewhere,
      })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          act,
          receipt_form: receiptForm,
          receipt_symbol: receiptSymbol,
          confidence,
          source,
          paper_transfer,
          collection_calls,
          lapse,
          acceptance,
          elsewhere,
        }),
      )
      .execute()
  }
}

interface DataSourceToPublish extends DataSource {
  readonly ground: string
  readonly confidence: string
  readonly source: string
}

/** Adds sources of data, or sets what is known of them anew: what was received under them keeps their key. */
export async function publishDataSources(
  { db }: WithDatabase,
  sources: readonly DataSourceToPublish[],
): Promise<void> {
  for (const { key, from, until, dutyFrom, components, ...rest } of sources) {
    const row = {
      ...rest,
      from_on: from,
      until_on: until,
      duty_from: dutyFrom,
      components: JSON.stringify(components),
    }
    await db
      .insertInto('data_source')
      .values({ key, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute()
  }
}

/** From a day on a source may no longer be used. */
export async function endDataSource({ db }: WithDatabase, key: string, until: string | null): Promise<void> {
  await db.updateTable('data_source').set({ until_on: until }).where('key', '=', key).execute()
}

interface VersionToPublish {
  readonly key: string
  readonly version: number
  readonly content: object
}

export async function publishProcedures(
  { db }: WithDatabase,
  versions: readonly VersionToPublish[],
  from: string,
): Promise<void> {
  const rows = versions.map(({ key, version, content }) => {
    return { key, version, from_on: from, until_on: null, content: JSON.stringify(content) }
  })
  await inBatches(rows, (batch) => db.insertInto('procedure').values(batch).execute())
}

/** Sets the end of the versions that are still open; what they say stays as it was published. */
export async function endProcedures(
  { db }: WithDatabase,
  keys: readonly string[],
  until: string,
): Promise<void> {
  await inBatches(keys, (batch) =>
    db
      .updateTable('procedure')
      .set({ until_on: until })
      .where('key', 'in', batch)
      .where('until_on', 'is', null)
      .execute(),
  )
}

export async function publishForms(
  { db }: WithDatabase,
  versions: readonly VersionToPublish[],
  from: string,
): Promise<void> {
  const rows = versions.map(({ key, version, content }) => {
    return { key, version, from_on: from, content: JSON.stringify(content) }
  })
  await inBatches(rows, (batch) => db.insertInto('form').values(batch).execute())
}

/** A calendar that changes is a new version of the whole; the newest holds. */
export async function publishCalendar({ db }: WithDatabase, data: CalendarData, at: string): Promise<void> {
  const newest = await db
    .selectFrom('calendar')
    .select((row) => row.fn.max('version').as('version'))
    .where('name', '=', data.name)
    .executeTakeFirst()
  const version = (newest?.version ?? 0) + 1
  const row = { name: data.name, version, entered_at: at, content: JSON.stringify(data) }
  await db.insertInto('calendar').values(row).execute()
}

/** Tells everything that remembers the law that it is another now. */
export async function raiseLawVersion({ db }: WithDatabase): Promise<void> {
  await db
    .updateTable('law_version')
    .set((row) => ({ version: row('version', '+', 1) }))
    .execute()
}

interface ImportToRecord {
  readonly id: string
  readonly at: string
  readonly hash: string
  readonly summary: object
}

export async function recordImport(
  { db }: WithDatabase,
  { id, at, hash, summary }: ImportToRecord,
): Promise<void> {
  const row = { id, at, content_hash: hash, summary: JSON.stringify(summary) }
  await db.insertInto('import').values(row).execute()
}
