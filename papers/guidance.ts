import type { Moment } from '#domain/calendar/moment.ts'
import { CHANNELS, type Channel, type Procedure } from '#domain/procedure/procedure.ts'
import { amount } from './money-words.ts'
import { CHANNEL_WORDS, type Contact, headOn, type Office } from './on-paper.ts'
import { limitInWords } from './vietnamese.ts'

/** What a guidance slip is printed from: the procedure as it is in force, and nothing about a person. */
export interface GuidanceData {
  readonly office: Office
  readonly at: Moment
  readonly procedure: Pick<Procedure, 'name' | 'cases'>
  readonly unit: string
  readonly channels: readonly Channel[]
  readonly contact: Contact
}

export function guidanceOnPaper({ office, at, procedure, unit, channels, contact }: GuidanceData) {
  const count = (value: number) => (value === 0 ? '' : String(value))
  return {
    ...headOn(office, at, null),
    subject: procedure.name,
    unit,
    cases: procedure.cases.map(({ name, limit, fee, components }) => ({
      name,
      limit: limitInWords(limit.any),
      fee: feeInWords(fee.any),
      components: components.map((one) => ({
        name: one.name,
        original: count(one.original),
        certified: count(one.certified),
        copy: count(one.copy),
      })),
    })),
    channels: CHANNELS.filter((one) => channels.includes(one)).map((one) => CHANNEL_WORDS[one]),
    site: contact.site,
    contact,
  }
}

function feeInWords(fee: Procedure['cases'][number]['fee']['any']): string {
  switch (fee.kind) {
    case 'free':
      return 'Không thu'
    case 'fixed':
      return `${amount(fee.dong)} đồng`
    case 'per-copy':
      return `${amount(fee.dong)} đồng một bản`
    case 'per-page':
      return `${amount(fee.dong)} đồng một trang, từ trang ${fee.laterFrom} ${amount(fee.laterDong)} đồng, không quá ${amount(fee.mostDong)} đồng một bản`
    case 'undetermined':
      return 'Chưa xác định'
  }
}
