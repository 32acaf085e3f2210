import type { Day } from '#domain/calendar/moment.ts'
import { composed } from '#domain/people/composed.ts'
import { isGarbledName, isWrongCharacterSet } from '#domain/people/garbled.ts'
import { type Address, addressIn, communeNamed, type Place } from './address.ts'
import type { Answer } from './answer.ts'
import type { FormField } from './form.ts'

/** A form as it was typed: text by the name of its box, several where several were ticked. */
export interface TypedAnswers {
  readonly [name: string]: string | readonly string[]
}

export const ANSWER_FAULTS = [
  'missing',
  'too-short',
  'too-long',
  'not-a-number',
  'not-whole',
  'too-small',
  'too-large',
  'not-an-amount',
  'no-such-day',
  'day-incomplete',
  'no-such-time',
  'wrong-format',
  'garbled',
  'no-such-choice',
  'must-agree',
  'too-few',
  'no-such-place',
  'rule-broken',
] as const
export type AnswerFaultCode = (typeof ANSWER_FAULTS)[number]

export type ReadAnswer =
  | { readonly value: Answer | undefined; readonly fault?: undefined }
  | { readonly fault: AnswerFaultCode; readonly most?: number; readonly part?: string }

export interface Reading {
  readonly typed: TypedAnswers
  readonly places: readonly Place[]
  readonly today: Day
}

type Leaf = Exclude<FormField, { type: 'group' | 'list' | 'papers' }>

/** What was typed into a box, as it is kept. */
export function typedText(typed: TypedAnswers, name: string): string {
  const value = typed[name]
  return composed(typeof value === 'string' ? value : (value?.[0] ?? ''))
}

/** Reads what was typed into the boxes of one field; undefined where nothing was. */
export function readAnswer(field: Leaf, name: string, reading: Reading): ReadAnswer {
  const { typed } = reading
  const text = typedText(typed, name)
  switch (field.type) {
    case 'text':
      return readText(field, text)
    case 'integer':
    case 'decimal':
      return readNumber(field, text)
    case 'money':
      return readMoney(text)
    case 'yes-no':
      return text === '' ? NOTHING : { value: text === 'true' }
    case 'agreement':
      return { value: text === 'true' ? true : undefined }
    case 'choice':
      return text === '' ? NOTHING : isChoice(field, text) ? { value: text } : { fault: 'no-such-choice' }
    case 'choices':
      return readChoices(field, typed[name])
    case 'date':
    case 'partial-date':
      return readDay(typed, name, field.type === 'partial-date')
    case 'date-time':
      return readTime(typed, name)
    case 'address':
      return readAddress(name, reading)
  }
}

const NOTHING: ReadAnswer = { value: undefined }

type Of<Type extends Leaf['type']> = Extract<Leaf, { type: Type }>

function readText({ format, minLength, maxLength, pattern }: Of<'text'>, typed: string): ReadAnswer {
  const text = written(format, typed)
  if (text === '') return NOTHING
  if (minLength !== null && text.length < minLength) return { fault: 'too-short', most: minLength }
  if (maxLength !== null && text.length > maxLength) return { fault: 'too-long', most: maxLength }
  if (pattern !== null && !new RegExp(pattern, 'u').test(text)) return { fault: 'wrong-format' }
  if (format === 'name' ? isGarbledName(text) : isWrongCharacterSet(text)) return { fault: 'garbled' }
  return { value: text }
}

function written(format: Of<'text'>['format'], text: string): string {
  switch (format) {
    case 'phone':
      return text.replace(/[\s.()-]+/g, '').replace(/^(?:\+|00)?84(?=\d{9,10}$)/, '0')
    case 'digits':
      return text.replace(/[\s.-]+/g, '')
    case 'code':
      return text.replace(/ +/g, ' ').toUpperCase()
    case 'email':
      return text.replace(/\s+/g, '').toLowerCase()
    case 'name':
      return text.replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ')
    case null:
      return text
  }
}

/** `1.250,5` as it is written here; a point before anything but three digits is a decimal sign too. */
const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/

function readNumber(field: Of<'integer' | 'decimal'>, typed: string): ReadAnswer {
  const text = typed.replace(/\s+/g, '')
  if (text === '') return NOTHING
  const plain = (GROUPED.test(text) ? text.replaceAll('.', '') : text).replace(',', '.')
  if (!/^-?\d{1,15}(?:\.\d{1,6})?$/.test(plain)) return { fault: 'not-a-number' }
  const value = Number(plain)
  if (field.type === 'integer' && !Number.isInteger(value)) return { fault: 'not-whole' }
  if (field.minimum !== null && value < field.minimum) return { fault: 'too-small', most: field.minimum }
  if (field.maximum !== null && value > field.maximum) return { fault: 'too-large', most: field.maximum }
  return { value }
}

/** Whole đồng; points, commas and spaces part thousands, and the unit may stand behind. */
function readMoney(typed: string): ReadAnswer {
  const text = typed.replace(/\s*(?:đồng|đ|vnđ|vnd)\.?$/iu, '').replace(/\s+/g, '')
  if (text === '') return NOTHING
  if (!/^\d{1,15}$|^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(text)) return { fault: 'not-an-amount' }
  return { value: Number(text.replace(/[.,]/g, '')) }
}

const isChoice = ({ choices }: Of<'choice' | 'choices'>, value: string) =>
  choices.some((one) => one.value === value)

function readChoices(field: Of<'choices'>, typed: TypedAnswers[string] | undefined): ReadAnswer {
  const values = [typed ?? []].flat().filter((one) => one !== '')
  if (!values.every((one) => isChoice(field, one))) return { fault: 'no-such-choice' }
  const chosen = field.choices.map(({ value }) => value).filter((one) => values.includes(one))
  return { value: chosen.length === 0 ? undefined : chosen }
}

/** The boxes of a day, a month and a year; of a birth the year alone will do. */
function readDay(typed: TypedAnswers, name: string, mayBePartial: boolean): ReadAnswer {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => typedText(typed, `${name}.${part}`))
  if (!day && !month && !year) return NOTHING
  const isPart = mayBePartial && !day && Boolean(year)
  if (!year || (!isPart && !(day && month))) return { fault: 'day-incomplete' }
  if (!/^\d{4}$/.test(year) || ![day, month].every((one) => /^\d{0,2}$/.test(one ?? '')))
    return { fault: 'no-such-day' }
  const [mm, dd] = [(month ?? '').padStart(2, '0'), (day ?? '').padStart(2, '0')]
  const text = isPart ? (month ? `${year}-${mm}` : year) : `${year}-${mm}-${dd}`
  return isDay(`${text}${'-01-01'.slice(text.length - 4)}`) && Number(year) >= 1880
    ? { value: text }
    : { fault: 'no-such-day' }
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** A day, and a time of it as `8:30`, `8h30` or `8h`. */
function readTime(typed: TypedAnswers, name: string): ReadAnswer {
  const day = readDay(typed, name, false)
  const time = typedText(typed, `${name}.time`)
  if (day.fault !== undefined) return day
  if (day.value === undefined) return time === '' ? NOTHING : { fault: 'day-incomplete' }
  const [, hour = '', minute = '00'] = /^(\d{1,2})\s*[:hg.]\s*(\d{2})?$/iu.exec(time) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return { fault: 'no-such-time' }
  return { value: `${String(day.value)}T${hour.padStart(2, '0')}:${minute}` }
}

/** A commune chosen from the list of the town, otherwise the names typed, with codes where the catalogue knows them. */
/** An address of which a commune was chosen, or any other place written with its province. */
export function readAddress(name: string, { typed, places, today }: Reading): ReadAnswer {
  const at = (part: string) => typedText(typed, `${name}.${part}`)
  const line = at('line') || null
  const [ward, wardName, district, province] = ['ward', 'wardName', 'district', 'province'].map(at)
  if (line && line.length > 200) return { fault: 'too-long', most: 200, part: 'line' }
  if (ward) {
    const address = addressIn(places, { ward, line, on: today })
    return address ? { value: address } : { fault: 'no-such-place', part: 'ward' }
  }
  if (!wardName && !district && !province && !line) return NOTHING
  if (!wardName) return { fault: 'missing', part: 'ward' }
  const known = communeNamed(places, wardName, today)
  if (known && !district && !province) {
    const address = addressIn(places, { ward: known.code, line, on: today })
    if (address) return { value: address }
  }
  const stands = places.find(
    (one) => one.kind === 'province' && one.code === province && (one.until === null || today < one.until),
  )
  if (!stands) return { fault: province ? 'no-such-place' : 'missing', part: 'province' }
  return { value: elsewhere({ line, ward: wardName, district: district || null }, stands) }
}

function elsewhere(named: Pick<Address, 'line' | 'ward' | 'district'>, { name, code }: Place): Address {
  return { ...named, wardCode: null, districtCode: null, province: name, provinceCode: code }
}
