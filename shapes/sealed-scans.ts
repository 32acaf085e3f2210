import { z } from 'zod'
import { lines, text } from './text.ts'

/** A scan whose mark did not bring it home: whose result it is, and why a person says so. */
export const ScanToAssign = z.strictObject({ code: text(60), reason: lines(300) })
export type ScanToAssign = z.infer<typeof ScanToAssign>

/** A scan of no result, or of none that is wanted, and why. */
export const ScanToPutAside = z.strictObject({ reason: lines(300) })
export type ScanToPutAside = z.infer<typeof ScanToPutAside>

/** The id of a scan that waits. */
export const WaitingScanId = z.uuid()
