import { z } from 'zod'
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
