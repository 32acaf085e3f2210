import { z } from 'zod'
import { composedLetters } from '#domain/people/composed.ts'

/**
 * Text from outside, of one to `max` characters: composed (NFC, also what old fonts left in pieces), trimmed, without control characters. What cannot
 * be stored or printed is refused here and nowhere else.
 */
export function text(max: number) {
  return plain().min(1).max(max).regex(NO_CONTROLS, CONTROLS)
}

/** The same where it may be empty. */
export function anyText(max: number) {
  return plain().max(max).regex(NO_CONTROLS, CONTROLS)
}

const NO_CONTROLS = /^[^\p{Cc}\p{Cs}]*$/u
const CONTROLS = { error: 'control-characters' }
const plain = () => z.string().overwrite((value) => composedLetters(value).trim())

/** Text of several lines: line breaks and tabs are kept. */
export function lines(max: number) {
  return z
    .string()
    .overwrite((value) => composedLetters(value).replaceAll('\r\n', '\n').trim())
    .min(1)
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, CONTROLS)
}
