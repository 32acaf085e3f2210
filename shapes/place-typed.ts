import { z } from 'zod'
import { text } from './text.ts'

const key = text(120)

/** An address by its parts: a commune of the catalogue by its code, or any other by its name with its province. */
export const PlaceTyped = z.strictObject({
  line: text(200).optional().describe('House, street, hamlet'),
  ward: key.optional().describe('Code of a commune of the catalogue'),
  wardName: text(100).optional().describe('Name of any other commune'),
  district: text(100).optional().describe('Name of its district, while there were districts'),
  province: key.optional().describe('Code of its province'),
})
export type PlaceTyped = z.infer<typeof PlaceTyped>
