import { z } from 'zod'
import { moment, post } from './parts.ts'

/** Answers about papers that are carried. */

export const sheetPaper = z.strictObject({
  paper: z.string().describe('Its place among the components handed in, from 0, or “result”'),
  name: z.string().nullable().describe('Null for the signed result'),
  original: z.int(),
  certified: z.int(),
  copy: z.int(),
})

export const missingPaper = z.strictObject({
  code: z.string(),
  ownerName: z.string(),
  paper: sheetPaper,
  unit: z.string().describe('Where it was missed'),
  unitName: z.string(),
  from: z.string().describe('Who was to bring it'),
  fromName: z.string(),
  sheet: z.uuid(),
  number: z.string(),
  at: moment,
})

export const GivenSheet = z.strictObject({
  id: z.uuid(),
  number: z.string().describe('Number and year, as printed: 12/2019'),
})

const ended = z
  .strictObject({
    staff: z.uuid(),
    post,
    at: moment,
    how: z.enum(['confirmed', 'refused', 'taken-back']),
    reason: z.string().nullable(),
  })
  .nullable()
  .describe('Null while nobody has confirmed it')

const sheet = {
  id: z.uuid(),
  year: z.int(),
  number: z.int(),
  from: z.string(),
  to: z.string(),
  given: z.strictObject({ staff: z.uuid(), post, at: moment }),
  closed: ended,
  printed: z.string(),
  fromName: z.string(),
  toName: z.string(),
  givenName: z.string(),
}

export const SeenSheet = z.strictObject({
  ...sheet,
  closedName: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      code: z.string(),
      content: z.strictObject({
        procedureName: z.string(),
        ownerName: z.string(),
        ownerAddress: z.string().nullable(),
        returnWay: z.string(),
        papers: z.array(sheetPaper),
      }),
      due: moment.nullable(),
      isInTime: z.boolean(),
      isAccepted: z.boolean().nullable().describe('Null until it is confirmed'),
      missing: z.array(z.string()),
      note: z.string().nullable(),
    }),
  ),
  mayConfirm: z.boolean(),
  mayTakeBack: z.boolean(),
})

export const SeenPapers = z.strictObject({
  isWhole: z.boolean().describe('Of the whole hall; otherwise of the caller’s units'),
  ways: z.array(
    z.strictObject({
      from: z.string(),
      fromName: z.string(),
      to: z.string(),
      toName: z.string(),
      mayGive: z.boolean(),
      dossiers: z.array(
        z.strictObject({
          code: z.string(),
          procedureName: z.string(),
          ownerName: z.string(),
          papers: z.array(sheetPaper),
          due: moment.nullable(),
          isLate: z.boolean(),
        }),
      ),
    }),
  ),
  sheets: z.array(
    z.strictObject({ ...sheet, dossiers: z.int(), missing: z.int(), isToConfirm: z.boolean() }),
  ),
  missing: z.array(missingPaper),
  next: z.string().nullable().describe('Send it as “after” for the next page; null on the last'),
  isMoreMissing: z.boolean().describe('More is missing than is listed'),
  rule: z
    .strictObject({ cutOffMinute: z.int().nullable(), startMinutes: z.int(), ground: z.string() })
    .nullable()
    .describe('The rule of transfer in force'),
})
