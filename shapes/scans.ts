import { z } from 'zod'
import { KnownDay } from './day.ts'
import { lines, text } from './text.ts'

/** A scan to be put beside a dossier; its content comes as a file. */
export const ScanToAttach = z.object({
  id: z.uuid({ version: 'v7' }),
  name: text(200),
  component: text(120).nullable().default(null),
})
export type ScanToAttach = z.infer<typeof ScanToAttach>

/** A scan that was attached wrongly, and why it is struck out. */
export const ScanToStrike = z.object({ scan: z.uuid(), reason: lines(300) })
export type ScanToStrike = z.infer<typeof ScanToStrike>

const TURNS = [0, 90, 180, 270] as const

/** A paper to be digitised; its pages come as files. */
export const ComponentToDigitise = z.strictObject({
  id: z.uuid({ version: 'v7' }),
  component: text(120),
  declaredPages: z.int().min(1).max(999).nullable().default(null).describe('Counted on the paper'),
  turns: z
    .array(z.int().refine((turn) => TURNS.some((one) => one === turn)))
    .max(60)
    .default([])
    .describe('Degrees each file is turned, clockwise, in their order'),
})
export type ComponentToDigitise = z.infer<typeof ComponentToDigitise>

/** A copy the officer has compared with the original. */
export const CopyToCertify = z.strictObject({
  scan: z.uuid(),
  validUntil: KnownDay.nullable().default(null).describe('The last day the paper itself says it is valid'),
  note: lines(300).nullable().default(null),
})
export type CopyToCertify = z.infer<typeof CopyToCertify>

/** A held copy that is to stand for a paper of this dossier too. */
export const CopyToReuse = z.strictObject({
  id: z.uuid({ version: 'v7' }),
  from: z.uuid(),
  component: text(120),
  purpose: lines(300),
})
export type CopyToReuse = z.infer<typeof CopyToReuse>

/** Whose papers are looked for before a dossier is received, by the number alone. */
export const CopiesToLookFor = z.strictObject({
  placeOfReceipt: text(120).describe('Code of the unit that would receive'),
  idNumber: text(20).regex(/^[0-9A-Z-]+$/),
})
export type CopiesToLookFor = z.infer<typeof CopiesToLookFor>
