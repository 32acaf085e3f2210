import { z } from 'zod'
import { lines, text } from './text.ts'

/** What officers send about a filing, one schema a verb: used by the API, pages and use cases alike. */

const command = {
  id: z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely'),
  version: z.int().min(1).max(10_000).describe('The version of the filing the command was made on'),
}
const key = text(120)

export const FilingToAccept = z.strictObject({
  ...command,
  placeOfReceipt: key.describe('Code of the unit that receives'),
  data: z
    .record(key, z.strictObject({ source: key, reference: text(120) }))
    .default({})
    .describe('What was looked up in place of papers, by paper: in which source, under which reference'),
})
export type FilingToAccept = z.infer<typeof FilingToAccept>

export const FilingToAsk = z.strictObject({
  ...command,
  items: z
    .array(
      z.strictObject({
        field: text(200).nullable().default(null).describe('Name of the field, where it is about one'),
        component: key.nullable().default(null).describe('The paper, where it is about one'),
        wrong: lines(1000).describe('What is missing or wrong'),
        todo: lines(1000).describe('What the citizen is to do'),
        ground: text(300).describe('The rule it follows from'),
      }),
    )
    .min(1)
    .max(60),
  whyAgain: lines(1000).nullable().default(null).describe('Needed to ask a second time'),
})
export type FilingToAsk = z.infer<typeof FilingToAsk>

export const FilingToRefuse = z.strictObject({
  ...command,
  reason: lines(2000),
  ground: text(300),
  instead: lines(1000).describe('Where to go instead'),
})
export type FilingToRefuse = z.infer<typeof FilingToRefuse>
