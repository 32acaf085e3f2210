import type { SigningCapacity } from '#domain/people/may.ts'
import type { CalendarData } from '#domain/calendar/calendar-data.ts'
import type { Form } from '#domain/procedure/form.ts'
import type { QuietTime } from '#domain/notices/quiet-hours.ts'
import type { NumberReading } from '#domain/number-reading.ts'
import type { OpinionRule } from '#domain/opinions/opinion-rules.ts'
import type { ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { Target } from '#domain/statistics/targets.ts'
import type { PostRule } from '#domain/post/post-rule.ts'
import type { OnlineFiling } from '#domain/procedure/online-filing.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { type GuideEntry, guideEntries } from './guide.ts'
import { type PaperTemplate, paperTemplates } from './paper-templates.ts'
import { noticeTemplates, type PublishedNoticeTemplate, quietTimes } from './notice-law.ts'
import { numberReading } from './number-reading.ts'
import { opinionRules } from './opinion-rules.ts'
import { receptionDesks, targets } from './reception-desks.ts'
import { postRules } from './post-rules.ts'
import { onlineFilings } from './online-filing.ts'
import { places, type StandingPlace } from './places.ts'
import { type PublishedResultForm, resultForms } from './result-forms.ts'
import {
  forms,
  newestCalendars,
  procedures,
  type WithDatabase,
  dataSources,
  type StandingDataSource,
} from './law.ts'

/** What stands in a centre before an import: what the files are compared with. */
export interface StandingLaw {
  readonly units: readonly StandingUnit[]
  readonly staff: readonly { readonly id: string; readonly login: string; readonly name: string }[]
  readonly appointments: readonly StandingAppointment[]
  readonly mandates: readonly StandingMandate[]
  readonly ruleSets: readonly StandingRuleSet[]
  readonly dataSources: readonly StandingDataSource[]
  readonly places: readonly StandingPlace[]
  readonly paperTemplates: readonly PaperTemplate[]
  readonly resultForms: readonly PublishedResultForm[]
  readonly onlineFilings: readonly OnlineFiling[]
  readonly numberReading: NumberReading
  readonly opinionRules: readonly OpinionRule[]
  readonly desks: readonly ReceptionDesk[]
  readonly targets: readonly Target[]
  readonly postRules: readonly PostRule[]
  readonly quietTimes: readonly QuietTime[]
  readonly noticeTemplates: readonly PublishedNoticeTemplate[]
  readonly procedures: readonly Procedure[]
  readonly forms: readonly Form[]
  readonly calendars: readonly CalendarData[]
  readonly guide: readonly GuideEntry[]
}

interface StandingUnit {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  readonly gsoCode: string | null
  readonly confidence: string
  readonly source: string
  readonly note: string
}

interface StandingAppointment {
  readonly id: string
  readonly login: string
  readonly post: string
  readonly unit: string
  readonly from: string
  readonly until: string | null
}

interface StandingMandate {
  readonly key: string
  readonly login: string
  readonly unit: string
  readonly from: string
  readonly until: string | null
  readonly capacity: SigningCapacity | null
  readonly ground: string
}

interface StandingRuleSet {
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

/** Holds the law of a centre for a change: no second import and no reader of the version gets between. */
export async function holdLaw({ db }: WithDatabase): Promise<StandingLaw> {
  await db.selectFrom('law_version').select('version').forUpdate().executeTakeFirstOrThrow()
  return {
    units: await units({ db }),
    staff: await db.selectFrom('staff').select(['id', 'login', 'name']).execute(),
    appointments: await appointments({ db }),
    mandates: await mandates({ db }),
    ruleSets: await ruleSets({ db }),
    dataSources: await dataSources({ db }),
    places: await places({ db }),
    paperTemplates: await paperTemplates({ db }),
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
    guide: await guideEntries({ db }),
  }
}

function units({ db }: WithDatabase): Promise<StandingUnit[]> {
  const columns = [
    'code',
    'name',
    'kind',
    'parent',
    'gso_code as gsoCode',
    'confidence',
    'source',
    'note',
  ] as const
  return db.selectFrom('unit').select(columns).execute()
}

function appointments({ db }: WithDatabase): Promise<StandingAppointment[]> {
  return db
    .selectFrom('appointment as a')
    .innerJoin('staff as s', 's.id', 'a.staff_id')
    .select(['a.id', 's.login', 'a.post', 'a.unit', 'a.from_on as from', 'a.until_on as until'])
    .execute()
}

function mandates({ db }: WithDatabase): Promise<StandingMandate[]> {
  return db
    .selectFrom('mandate as m')
    .innerJoin('staff as s', 's.id', 'm.staff_id')
    .select([
      'm.key',
      's.login',
      'm.unit',
      'm.from_on as from',
      'm.until_on as until',
      'm.capacity',
      'm.ground',
    ])
    .execute()
}

function ruleSets({ db }: WithDatabase): Promise<StandingRuleSet[]> {
  const columns = [
    'key',
    'from_on as from',
    'act',
    'code_identifier as codeIdentifier',
    'receipt_form as receiptForm',
    'receipt_symbol as receiptSymbol',
    'confidence',
    'source',
    'paper_transfer as transfer',
    'collection_calls as calls',
    'lapse',
    'acceptance',
    'elsewhere',
  ] as const
  return db.selectFrom('rule_set').select(columns).execute()
}
