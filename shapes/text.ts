import { z } from 'zod'

/**
 * Text from outside, of one to `max` characters: composed (NFC), trimmed, without control characters. What cannot
 * be stored or printed is refused here and nowhere else.
 */
export function text(max: number) {
  return z
    .string()
    .overwrite((value) => value.normalize('NFC').trim())
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'control-characters' })
}

/** Text of several lines: line breaks and tabs are kept. */
export function lines(max: number) {
  return z
    .string()
    .overwrite((value) => value.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .min(1)
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, { error: 'control-characters' })
}
