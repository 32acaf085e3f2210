import { z } from 'zod'
import { instantAt, toMoment } from '#domain/calendar/moment.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { isRefusal } from '#domain/outcome.ts'
import { isWrongCharacterSet } from '#domain/people/garbled.ts'
import { optional, text } from './centre-cells.ts'

/** What a cell of a take-over can hold; a message is the code of the fault. */

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{1,2}):(\d{2}))?$/
const AS_WRITTEN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ ,]+(\d{1,2}):(\d{2}))?$/

/** `28/02/2019 17:00` or `2019-02-28 17:00`, in Vietnam, as a moment. */
export const moment = z.string().min(1, 'empty-cell').transform(asMoment)
export const optionalMoment = z
  .string()
  .transform((value, context) => (value === '' ? null : asMoment(value, context)))
  .default(null)

function asMoment(value: string, context: z.RefinementCtx<string>): string {
  const [, d1, month, d2, hour, minute] = ISO.exec(value) ?? AS_WRITTEN.exec(value) ?? []
  const [year, day] = ISO.test(value) ? [d1, d2] : [d2, d1]
  const on = plainDate(year, month, day)
  const isTime = hour === undefined || (Number(hour) < 24 && Number(minute) < 60)
  const fault = !on || !isTime ? 'not-a-moment' : hour === undefined ? 'time-missing' : null
  if (fault === null && on) return toMoment(instantAt(on, Number(hour) * 60 + Number(minute)))
  context.addIssue({ code: 'custom', message: fault ?? 'not-a-moment', input: value })
  return z.NEVER
}

function plainDate(year?: string, month?: string, day?: string): Temporal.PlainDate | null {
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** Words of a person: not in a character set that was read as another. */
export const words = (most: number) =>
  text(most).refine((value) => !isWrongCharacterSet(value), { message: 'garbled-text' })
export const optionalWords = (most: number) =>
  optional(most).refine((value) => !isWrongCharacterSet(value), { message: 'garbled-text' })

export const amount = z
  .string()
  .regex(/^\d{0,12}$/, 'not-an-amount')
  .transform((value) => (value === '' ? null : Number(value)))
  .default(null)

/** Identity card of 9 or 12 digits, passport, or tax number of an organisation. */
export const idNumber = z
  .string()
  .regex(/^(\d{9}|\d{12}|\d{10}(-?\d{3})?|[A-Z]{1,2}\d{6,8}|)$/, 'id-number-length')
  .transform((value) => value || null)
  .default(null)

export const phone = z
  .string()
  .transform((value) => value.replace(/[\s.-]+/g, ''))
  .refine((value) => /^(0\d{9,10})?$/.test(value), { message: 'phone-length' })
  .transform((value) => value || null)
  .default(null)

/** As printed on the slip; kept in capitals without spaces, which is how a code is found. */
export const dossierCode = z
  .string()
  .min(1, 'empty-cell')
  .transform((value, context) => {
    const code = readDossierCode(value)
    if (!isRefusal(code)) return code
    context.addIssue({ code: 'custom', message: 'not-a-dossier-code', input: value })
    return z.NEVER
  })

export const times = z
  .string()
  .regex(/^\d{0,3}$/, 'not-a-number')
  .transform((value) => Number(value))
  .default(0)

export const wholeNumber = z
  .string()
  .regex(/^(-?\d{1,9})?$/, 'not-a-number')
  .transform((value) => (value === '' ? null : Number(value)))
  .default(null)
