import { z } from 'zod'
import { DUE_TIMES, EXEMPT, FEE_KINDS } from '#domain/dossier/owed.ts'
import { CHANNELS, OWNER_KINDS } from '#domain/procedure/procedure.ts'
import { channel, day, moment, post, stepKind } from './parts.ts'

const limit = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['civil-days', 'calendar-days']), days: z.int() }),
    z.strictObject({ kind: z.literal('working-hours'), minutes: z.int() }),
    z.strictObject({ kind: z.literal('same-day'), cutOffMinute: z.int() }),
    z.strictObject({ kind: z.enum(['immediate', 'not-set']) }),
  ])
  .describe('The time the law gives')

const note = z.string()
const dong = z.int().describe('Whole đồng')
const fee = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('free'), note: note.optional() }),
    z.strictObject({ kind: z.enum(['fixed', 'per-copy']), dong, note }),
    z.strictObject({
      kind: z.literal('per-page'),
      dong,
      laterFrom: z.int(),
      laterDong: z.int(),
      mostDong: z.int(),
      note,
    }),
    z.strictObject({ kind: z.literal('undetermined'), note }),
  ])
  .describe('“undetermined” is “chưa xác định” and never 0')

const byChannel = <Value extends z.ZodType>(value: Value) =>
  z
    .strictObject({ any: value, channels: z.partialRecord(z.enum(CHANNELS), value) })
    .describe('A channel without its own value has that of “any”')

const component = z.strictObject({
  key: z.string(),
  name: z.string(),
  original: z.int(),
  certified: z.int(),
  copy: z.int(),
  isShown: z.boolean(),
  isRequired: z.boolean(),
  isForm: z.boolean().optional().describe('The application form itself: online it is filled in'),
  isWithdrawn: z.boolean().optional().describe('An old original handed in when the new result is given'),
  withdrawnSource: z.string().optional(),
})

const step = z.strictObject({
  key: z.string(),
  name: z.string(),
  kind: stepKind,
  unit: z.string(),
  unitName: z.string(),
  post,
  minutesAllotted: z.int().nullable(),
  output: z.string(),
})

const level = z.union([z.literal(2), z.literal(3), z.literal(4)])

const feeLine = z.strictObject({
  kind: z.enum(FEE_KINDS),
  name: z.string(),
  dong: z.int().nullable(),
  per: z.enum(['dossier', 'copy']),
  due: z.enum(DUE_TIMES).nullable(),
  ground: z.string(),
})

const exemption = z.strictObject({
  key: z.string(),
  who: z.enum(EXEMPT),
  name: z.string(),
  kind: z.enum(['both', ...FEE_KINDS]),
  channel: channel.nullable(),
  off: z.union([z.strictObject({ percent: z.int() }), z.strictObject({ dong: z.int() })]),
  ground: z.string(),
  from: day,
  until: day.nullable(),
})

const ageRule = z.strictObject({
  leastAge: z.int(),
  ground: z.string(),
  from: day,
  until: day.nullable(),
  confidence: z.enum(['high', 'medium', 'low']),
})

/** One procedure as it stands today. */
export const SeenProcedure = z.strictObject({
  key: z.string(),
  version: z.int(),
  from: day,
  until: day.nullable(),
  code: z.string().nullable().describe('National code; official only when verified'),
  isCodeVerified: z.boolean(),
  name: z.string(),
  field: z.string(),
  unit: z.string(),
  unitName: z.string(),
  ownerKind: z.enum(OWNER_KINDS),
  level,
  isPostal: z.boolean(),
  isFiveOnTheSpot: z.boolean(),
  applicants: z.enum(['citizen', 'business', 'both']),
  channels: z.array(channel),
  cases: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      limit: byChannel(limit),
      fee: byChannel(fee),
      feeLines: byChannel(z.array(feeLine))
        .optional()
        .describe('The fee line by line, where the rules name the lines'),
      components: z.array(component),
    }),
  ),
  exemptions: z.array(exemption).optional().describe('Who pays less or nothing'),
  ageRules: z.array(ageRule).optional().describe('From which age it is filed alone; otherwise from 15'),
  steps: z.array(step),
  form: z.string().nullable(),
  result: z.string(),
  legalBasis: z.array(z.string()),
  note: z.string(),
})

/** A page of the catalogue. */
export const ProcedureList = z.strictObject({
  total: z.int(),
  items: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      unitName: z.string(),
      field: z.string(),
      level,
      limit: limit.nullable(),
    }),
  ),
  next: z.string().nullable().describe('“after” of the next page; null on the last'),
})

/** When a dossier would be due, day by day. */
export const Due = z.strictObject({
  due: moment.nullable().describe('Null when the procedure sets no limit'),
  provisional: z.boolean().describe('A year that is not announced yet was counted'),
  pattern: z.enum(['A', 'B', 'calendar', 'same-day', 'immediate', 'none']),
  days: z.array(
    z.strictObject({
      date: day,
      counted: z.boolean().describe('Whether the day uses up some of the limit'),
      minutes: z.int().describe('Working minutes that were counted'),
      why: z.string(),
      name: z.string().nullable().describe('Of a holiday or make-up day'),
    }),
  ),
})
