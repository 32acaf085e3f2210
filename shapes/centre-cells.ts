import { z } from 'zod'

/**
 * What a cell of a centre's files can hold. Every cell comes as text; a message is the code of the fault, and where a
 * message is missing the reader names the fault by the kind of the issue.
 */

export const confidence = z.enum(['high', 'medium', 'low'])
/** What would break a printed paper or hide in a name; a line break inside a note is allowed. */
const printable = z.string().regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'control-character')
export const text = (most: number) => printable.min(1, 'empty-cell').max(most, 'too-long')
export const optional = (most: number) => printable.max(most, 'too-long').default('')
/** A text of several lines, as it is sent. */
export const paragraphs = (most: number) =>
  z
    .string()
    .regex(/^(?:[^\p{Cc}\u2028\u2029]|\n)*$/u, 'control-character')
    .min(1, 'empty-cell')
    .max(most, 'too-long')
export const key = z
  .string()
  .min(1, 'empty-cell')
  .regex(/^[a-z0-9][a-z0-9.-]{0,99}$/, 'not-a-key')
export const optionalKey = z.union([z.literal(''), key]).default('')
export const unitCode = z
  .string()
  .min(1, 'empty-cell')
  .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, 'not-a-key')
export const login = z
  .string()
  .min(1, 'empty-cell')
  .regex(/^[a-z][a-z0-9.]{1,39}$/, 'not-a-login')
export const day = z.iso.date('not-a-day')
export const optionalDay = z.union([z.literal(''), day]).default('')
export const yesNo = z.enum(['yes', 'no'])
export const number = z.string().regex(/^\d{1,12}$/, 'not-a-number')
export const optionalNumber = z
  .string()
  .regex(/^\d{0,12}$/, 'not-a-number')
  .default('')
export const decimal = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, 'not-a-number')
export const count = z.string().regex(/^\d{1,3}$/, 'not-a-number')
export const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'not-a-time')
