import type { Guide } from '#domain/finding/guide.ts'
import type { CalendarData } from '#domain/calendar/calendar-data.ts'
import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { CallRule } from '#domain/dossier/collection.ts'
import type { AcceptanceRule } from '#domain/filing/acceptance.ts'
import type { Place } from '#domain/procedure/address.ts'
import type { Form, FormField } from '#domain/procedure/form.ts'
import type { ElsewhereRule } from '#domain/dossier/elsewhere.ts'
import type { ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { Target } from '#domain/statistics/targets.ts'
import type { LapseRule } from '#domain/dossier/prompts.ts'
import type { QuietTime } from '#domain/notices/quiet-hours.ts'
import type { NumberReading } from '#domain/number-reading.ts'
import type { OpinionRule } from '#domain/opinions/opinion-rules.ts'
import type { PostRule } from '#domain/post/post-rule.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import type { OnlineFiling } from '#domain/procedure/online-filing.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Centre, HotVerb } from './database.ts'
import { noticeTemplates, type PublishedNoticeTemplate, quietTimes } from './notice-law.ts'
import { numberReading } from './number-reading.ts'
import { opinionRules } from './opinion-rules.ts'
import { receptionDesks, targets } from './reception-desks.ts'
import { postRules } from './post-rules.ts'
import { onlineFilings } from './online-filing.ts'
import { places } from './places.ts'
import { readGuide } from './guide.ts'
import { type PublishedResultForm, resultForms } from './result-forms.ts'

/** Reading the law of a centre: all that decisions and public pages go by, as of one version. */

export interface LawRows {
  readonly version: number
  readonly units: readonly {
    readonly code: string
    readonly name: string
    readonly kind: string
    readonly parent: string | null
    readonly gsoCode: string | null
  }[]
  readonly ruleSets: readonly {
    readonly key: string
    readonly from: string
    readonly act: string
    readonly codeIdentifier: string
    readonly receiptForm: string
    readonly receiptSymbol: string
    readonly transfer: PaperTransfer | null
    readonly lapse: LapseRule | null
    readonly calls: CallRule | null
    readonly acceptance: AcceptanceRule | null
    readonly elsewhere: ElsewhereRule | null
  }[]
  readonly dataSources: readonly DataSource[]
  readonly places: readonly Place[]
  readonly resultForms: readonly PublishedResultForm[]
  readonly onlineFilings: readonly OnlineFiling[]
  readonly numberReading: NumberReading
  readonly opinionRules: readonly OpinionRule[]
  readonly desks: readonly ReceptionDesk[]
  readonly targets: readonly Target[]
  readonly postRules: readonly PostRule[]
  readonly quietTimes: readonly QuietTime[]
  readonly noticeTemplates: readonly PublishedNoticeTemplate[]
  /** All versions, oldest first. */
  readonly procedures: readonly Procedure[]
  readonly forms: readonly Form[]
  /** The newest of each name. */
  readonly calendars: readonly CalendarData[]
  readonly guide: Guide
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
        .select(['code', 'name', 'kind', 'parent', 'gso_code as gsoCode'])
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
          'lapse',
          'acceptance',
          'elsewhere',
        ])
        .orderBy('from_on')
        .execute()
      return {
        version,
        units,
        ruleSets,
        dataSources: await dataSources({ db }),
        places: await places({ db }),
        resultForms: await resultForms({ db }),
        onlineFilings: await onlineFilings({ db }),
        numberReading: await numberReading({ db }),
        opinionRules: await opinionRules({ db }),
        desks: await receptionDesks({ db }),
        targets: await targets({ db }),
        postRules: await postRules({ db }),
        quietTimes: await quietTimes({ db }),
        noticeTemplates: await noticeTemplates({ db }),
        procedures: await procedures({ db }),
        forms: await forms({ db }),
        calendars: await newestCalendars({ db }),
        guide: await readGuide({ db }),
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
  return rows.map(({ content, key, version, from_on: from }) => {
    // Written by this house when the form was published; versions of before say less of their fields.
    const form = { english: null, ...content, key, version, from } as Form
    return { ...form, fields: form.fields.map(inFull) }
  })
}

const UNSAID = {
  english: null,
  help: null,
  helpEnglish: null,
  if: null,
  ruleEnglish: null,
  check: null,
  from: null,
}

function inFull(field: FormField): FormField {
  // Texts alone have a format: a field with more than its files say would be a new version at every import.
  const whole: FormField =
    field.type === 'text' ? { ...UNSAID, ...field, format: field.format ?? null } : { ...UNSAID, ...field }
  return 'fields' in whole ? { ...whole, fields: whole.fields.map(inFull) } : whole
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
