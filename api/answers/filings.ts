import { z } from 'zod'
import { FILING_STAGES } from '#domain/filing/filing.ts'
import { PAPER_WAYS } from '#domain/filing/events.ts'
import { moment, returnWish } from './parts.ts'

const stage = z.enum(FILING_STAGES)
const party = z.strictObject({
  kind: z.enum(['citizen', 'organisation']),
  name: z.string(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
})

/** What was filed online and waits for the centre. */
export const FilingList = z.strictObject({
  waiting: z.int(),
  overdue: z.int().describe('Waiting longer than the rule set allows'),
  hours: z.int().describe('Working hours the rule set gives to answer'),
  items: z.array(
    z.strictObject({
      id: z.uuid(),
      code: z.string(),
      version: z.int(),
      stage,
      procedureName: z.string(),
      applicantName: z.string(),
      submittedAt: moment,
      acceptBy: moment,
      isProvisional: z.boolean(),
      minutesLeft: z.int().describe('Working minutes; negative when overdue'),
    }),
  ),
  next: z.string().nullable().describe('“after” of the next page; null on the last'),
})

/** A filing with its answers and papers. */
export const SeenFiling = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  version: z.int(),
  stage,
  procedure: z.string(),
  case: z.string(),
  form: z.strictObject({
    key: z.string(),
    version: z.int(),
    sha256: z.string().describe('Of the form as it was asked'),
  }),
  answers: z.record(z.string(), z.unknown()).describe('By the schema of the form'),
  papers: z.array(
    z.strictObject({
      component: z.string(),
      way: z.enum(PAPER_WAYS),
      files: z.array(
        z.strictObject({
          id: z.uuid(),
          name: z.string(),
          mediaType: z.string(),
          size: z.int(),
          sha256: z.string(),
        }),
      ),
      held: z
        .strictObject({ scan: z.uuid(), code: z.string() })
        .optional()
        .describe('The certified copy of an earlier dossier that stands for it'),
    }),
  ),
  applicant: party,
  owner: party,
  copiesWanted: z.int(),
  returnWish,
  submittedAt: moment,
  acceptBy: moment.nullable().describe('By when the centre must answer; null while it has nothing to answer'),
  isHelped: z.boolean().describe('An officer helped; the citizen filed'),
})

export const ChangedFiling = z.strictObject({ id: z.uuid(), code: z.string(), version: z.int(), stage })

/** A form as JSON Schema 2020-12. */
export const FormSchema = z.record(z.string(), z.unknown())
