import { dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { type FormKey, formOn } from './forms.ts'
import { houseTemplateVersion } from './house-template.ts'
import { lettersMissing } from './letters.ts'
import type { OwnTemplate } from './print.ts'
import { paperPrinted } from './print-apart.ts'

export interface FormToPrint {
  readonly key: FormKey
  /** When the dossier was received: the form is that of the day; where there is no dossier, when the paper is made. */
  readonly receivedAt: Moment
  /** The moment the paper is dated. */
  readonly madeAt: Moment
  /** What stands on it, as its module in `papers/` gives it. */
  readonly data: object
  /** The centre's own template, where it has one. */
  readonly own?: OwnTemplate | null
}

/** What is kept of a print: the bytes, and what they were printed from. */
export interface PrintedForm {
  readonly bytes: Uint8Array
  readonly data: object
  /** The version of the house's template; null where it is the centre's own. */
  readonly houseTemplate: string | null
}

/**
 * Prints a form of the set that held when the dossier was received. Refused where a letter would be an empty box, or the
 * centre's own template fails on what is to stand on it.
 */
export async function printForm(asked: FormToPrint): Promise<Outcome<PrintedForm>> {
  const { key, receivedAt, madeAt, own } = asked
  const version = formOn(key, dayOf(fromMoment(receivedAt)).toString())
  if (isRefusal(version)) return version
  const { title, number, source, template } = version
  const data = { form: { key, title, number, source }, ...asked.data }
  const letters = lettersMissing(JSON.stringify(data))
  if (letters.length > 0) return refuse('letters-missing', { letters: letters.join(' ') })
  const pages = FLOWING.includes(key) ? undefined : copiesOf(asked.data)
  const bytes = await paperPrinted({ template: own ?? template, data, pages, madeAt })
  if (isRefusal(bytes)) return bytes
  return { bytes, data, houseTemplate: own ? null : houseTemplateVersion(template) }
}

/** Papers that are as long as what happened. */
const FLOWING: readonly FormKey[] = [
  'phieu_kiem_soat',
  'phieu_qua_trinh',
  'so_theo_doi',
  'giay_tiep_nhan_nhieu_ho_so',
]

function copiesOf(data: object): number {
  return 'copies' in data && Array.isArray(data.copies) ? data.copies.length : 1
}
