import { z } from 'zod'
import { COMMAND_TYPES } from '#domain/dossier/commands.ts'
import {
  channel,
  day,
  feeDong,
  holder,
  limitKind,
  moment,
  post,
  returnWay,
  stage,
  stepKind,
  timeliness,
} from './parts.ts'

/** What the citizen takes home. */
export const Receipt = z.strictObject({
  code: z.string(),
  lookupKey: z.string().describe('Printed on the receipt; code and key together show the dossier’s steps'),
  version: z.int(),
  receivedAt: moment,
  due: moment.nullable(),
  isDueProvisional: z.boolean(),
  feeDong,
  step: z.string(),
})

/** How a dossier stands after a command. */
export const Changed = z.strictObject({
  code: z.string(),
  version: z.int().describe('To be sent with the next command'),
  stage,
  step: z.string(),
  holder: holder.nullable(),
  lawfulDue: moment.nullable(),
  isDueProvisional: z.boolean(),
  timeliness: timeliness.nullable(),
})

const party = z.strictObject({
  kind: z.enum(['citizen', 'organisation']),
  name: z.string(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
})

const component = z.strictObject({
  component: z.string(),
  original: z.int(),
  certified: z.int(),
  copy: z.int(),
  insteadOfPaper: z.string().nullable(),
})

const step = z.strictObject({ key: z.string(), name: z.string(), kind: z.string() })

const whyNot = z.strictObject({
  code: z.string(),
  messages: z.strictObject({ vi: z.string(), en: z.string() }),
  facts: z.record(z.string(), z.unknown()),
})

const happened = z.strictObject({
  sequence: z.int(),
  type: z.string(),
  at: moment,
  by: z.strictObject({ name: z.string(), unitName: z.string(), post: z.string() }),
  step: z.string(),
  note: z.string().nullable(),
})

/** One dossier with its history and what the caller may do. */
export const SeenDossier = z.strictObject({
  code: z.string(),
  version: z.int(),
  stage,
  procedure: z.string(),
  procedureName: z.string(),
  procedureVersion: z.int(),
  ruleSet: z.string(),
  case: z.string(),
  channel,
  unit: z.string(),
  unitName: z.string(),
  field: z.string(),
  receivedAt: moment,
  placeOfReceipt: z.string(),
  placeOfSupport: z.string().nullable(),
  applicant: party,
  owner: party,
  components: z.array(component),
  copiesWanted: z.int(),
  returnWish: z.strictObject({ way: returnWay, address: z.string().nullable() }),
  feeDong,
  limit: limitKind,
  dueAtReceipt: moment.nullable(),
  lawfulDue: moment.nullable(),
  promisedDue: moment.nullable(),
  isDueProvisional: z.boolean(),
  step,
  stepSince: moment,
  approvedAt: moment.nullable(),
  lastEventAt: moment,
  minutesLeft: z.int().nullable().describe('Working minutes to the lawful due moment, negative when late'),
  readyAt: moment.nullable(),
  result: z.enum(['granted']).nullable(),
  timeliness: timeliness.nullable(),
  returnedAt: moment.nullable(),
  holder: z
    .strictObject({
      kind: z.string(),
      unit: z.string(),
      unitName: z.string(),
      post: z.string(),
      staff: z.string().nullable(),
      staffName: z.string().nullable(),
    })
    .nullable(),
  history: z.array(happened),
  may: z
    .array(
      z.strictObject({
        command: z.enum(COMMAND_TYPES),
        isAllowed: z.boolean(),
        refusal: whyNot.nullable(),
      }),
    )
    .describe('What the caller may do now, and why not what not'),
  backTo: z.array(z.strictObject({ key: z.string(), name: z.string() })),
})

const line = z.strictObject({
  code: z.string(),
  version: z.int(),
  procedure: z.string(),
  procedureName: z.string(),
  field: z.string(),
  channel: z.string(),
  ownerName: z.string(),
  stage,
  step,
  stepSince: moment,
  receivedAt: moment,
  lawfulDue: moment.nullable(),
  isDueProvisional: z.boolean(),
  minutesLeft: z.int().nullable(),
  isMine: z.boolean(),
})

/** A page of the caller's worklist. */
export const Worklist = z.strictObject({
  lines: z.array(line),
  next: z.string().nullable().describe('“after” of the next page; null on the last'),
})

/** Who has seen a dossier. */
export const Accesses = z.array(
  z.strictObject({ at: moment, staff: z.string(), name: z.string(), what: z.string() }),
)

/** What code and key together show. */
export const FollowedDossier = z.strictObject({
  code: z.string(),
  procedureName: z.string(),
  stage,
  steps: z.array(
    z.strictObject({
      name: z.string(),
      kind: stepKind,
      unitName: z.string(),
      post,
      state: z.enum(['done', 'now', 'next']),
      since: moment.nullable(),
      doneAt: moment.nullable(),
    }),
  ),
  holder: z
    .strictObject({ kind: z.enum(['list', 'person', 'citizen']), unitName: z.string(), post })
    .nullable(),
  receivedAt: moment,
  dueAtReceipt: moment.nullable(),
  lawfulDue: moment.nullable(),
  promisedDue: moment.nullable(),
  isDueProvisional: z.boolean(),
  timeliness: timeliness.nullable(),
  readyAt: moment.nullable(),
  returnedAt: moment.nullable(),
  returnWay,
})

const counts = z.strictObject({
  received: z.int(),
  'ready-early': z.int(),
  'ready-on-time': z.int(),
  'ready-late': z.int(),
  'ready-no-limit': z.int(),
  returned: z.int(),
})
const countsOf = z.array(z.strictObject({ name: z.string(), counts }))

/** What happened at the centre on a day. */
export const DayFigures = z.strictObject({
  on: day,
  total: counts,
  byUnit: countsOf,
  byField: countsOf,
  byChannel: countsOf,
  inProgress: z.int().describe('Received and not settled, now'),
  waiting: z.int().describe('Facts that are not in the figures yet; they come within seconds'),
})
