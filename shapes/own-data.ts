import { z } from 'zod'

/** What a person's download of all data holds; its description goes along as JSON Schema. */

const moment = z.iso.datetime().describe('UTC')
const day = z.iso.date()
const texts = z.array(z.string())

const party = z.strictObject({
  kind: z.enum(['citizen', 'organisation']),
  name: z.string(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
})

/** Answers to a form by the names of its fields, as they were filed. */
const answers = z.record(z.string(), z.unknown())

const files = texts.describe('Paths inside this ZIP file')

export const OwnPerson = z
  .strictObject({
    name: z.string(),
    bornOn: day.nullable(),
    idNumber: z.string().nullable(),
    assurance: z.string().describe('How the person is known: by the own word or by the national identity'),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    actsFor: z.array(
      z.strictObject({
        name: z.string(),
        number: z.string().nullable(),
        right: z.string(),
        ground: z.string(),
        from: day,
        until: day.nullable(),
      }),
    ),
    exportedAt: moment,
    centre: z.string(),
  })
  .describe('The person and the account')

export const OwnDossierData = z
  .strictObject({
    code: z.string(),
    procedure: z.string(),
    procedureName: z.string(),
    case: z.string(),
    channel: z.string(),
    receivedAt: moment,
    stage: z.string(),
    dueAtReceipt: moment.nullable(),
    lawfulDue: moment.nullable(),
    promisedDue: moment.nullable(),
    readyAt: moment.nullable(),
    returnedAt: moment.nullable(),
    applicant: party,
    owner: party,
    returnWish: z.strictObject({ way: z.string(), address: z.string().nullable() }),
    papers: z.array(
      z.strictObject({
        name: z.string(),
        original: z.int(),
        certified: z.int(),
        copy: z.int(),
        insteadOfPaper: z.string().nullable(),
      }),
    ),
    payments: z.array(
      z.strictObject({
        at: moment,
        way: z.string(),
        dong: z.int(),
        receiptNumber: z.string(),
        state: z.string(),
      }),
    ),
    answers: answers.nullable().describe('The form it was filed by online; null for what came on paper'),
    history: z.array(
      z.strictObject({
        at: moment,
        type: z.string(),
        unit: z.string(),
        post: z.string(),
        officer: z.string().nullable().describe('Null for what went by itself or was done by the person'),
      }),
    ),
    files,
  })
  .describe('A dossier')

export const OwnFilingData = z
  .strictObject({
    code: z.string(),
    procedure: z.string(),
    stage: z.string(),
    submittedAt: moment,
    applicant: party,
    owner: party,
    answers,
    files,
  })
  .describe('What was filed online and is no dossier')

export const OwnFeedbackData = z
  .strictObject({
    code: z.string(),
    kind: z.string(),
    stage: z.string(),
    receivedAt: moment,
    text: z.string(),
    answer: z.strictObject({ at: moment, text: z.string() }).nullable(),
    directorsAnswer: z.strictObject({ at: moment, text: z.string() }).nullable(),
  })
  .describe('What the person wrote to the centre, and its answer')

export const OwnOutreachData = z
  .strictObject({
    registrations: z.array(
      z.strictObject({
        on: z.string(),
        slot: z.int().describe('Minute of the day'),
        place: z.string(),
        name: z.string(),
        phone: z.string(),
        registeredAt: moment,
        givenBackAt: moment.nullable(),
      }),
    ),
    homeVisits: z.array(
      z.strictObject({
        code: z.string(),
        stage: z.string(),
        askedAt: moment,
        name: z.string(),
        born: z.string().nullable(),
        phone: z.string().nullable(),
        address: z.string(),
        contactName: z.string().nullable(),
        contactPhone: z.string().nullable(),
        wish: z.string(),
        visitOn: z.string().nullable(),
      }),
    ),
  })
  .describe('Times registered at mobile sessions, and visits at home that were asked for')

export const OwnAccessData = z
  .array(
    z.strictObject({
      at: moment,
      code: z.string(),
      what: z.string(),
      by: z.enum(['officer', 'self', 'other-account']),
      officer: z.string().nullable(),
      posts: texts,
    }),
  )
  .describe('Who has looked at it')

/** The description of every kind of file in the download, as JSON Schema 2020-12. */
export function ownDataSchema(): object {
  const of = (shape: z.ZodType) => {
    const { $schema: _, ...schema } = z.toJSONSchema(shape)
    return schema
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Dữ liệu của một người tại Trung tâm',
    $defs: {
      'toi.json': of(OwnPerson),
      'ho-so/*.json': of(OwnDossierData),
      'nop-truc-tuyen/*.json': of(OwnFilingData),
      'gop-y/*.json': of(OwnFeedbackData),
      'luu-dong-tai-nha.json': of(OwnOutreachData),
      'luot-xem.json': of(OwnAccessData),
    },
  }
}
