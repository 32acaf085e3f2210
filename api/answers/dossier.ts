import { missingPaper, sheetPaper } from './papers.ts'
import { FLOWS } from '#domain/statistics/facts.ts'
import { z } from 'zod'
import { DESPITE_REASONS } from '#domain/procedure/data-for-paper.ts'
import { CALL_OUTCOMES, CALL_WAYS, COLLECTION_WAYS } from '#domain/dossier/collection.ts'
import { TIMELINESS } from '#shapes/dossier-list.ts'
import { SIGNING_FORMS } from '#domain/people/may.ts'
import { APOLOGY_CAUSES } from '#domain/dossier/apology.ts'
import { HAND_BACK_MISTAKES, PARTIES } from '#domain/dossier/correction-parts.ts'
import { NOTICE_WISHES } from '#domain/dossier/notice-wish.ts'
import { NOTICE_STATES } from '#domain/notices/going.ts'
import { NOTICE_KINDS, NOTICE_WAYS } from '#domain/notices/notice.ts'
import { PART_STATES } from '#domain/dossier/parts.ts'
import { WAITS_FOR } from '#domain/dossier/waits-for.ts'
import { DIRECTIONS, PARCEL_STAGES } from '#domain/post/parcel.ts'
import { STOP_REASONS } from '#domain/dossier/stopping.ts'
import { DUE_TIMES, EXEMPT, LINE_KINDS, MONEY_WAYS } from '#domain/dossier/owed.ts'
import { PROVIDERS } from '#domain/paying/provider-key.ts'
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
  returnWish,
  stage,
  stepKind,
  timeliness,
} from './parts.ts'

const feeLine = z.strictObject({
  kind: z.enum(LINE_KINDS).describe('A charge (phí), a fee (lệ phí), or postage taken for the post'),
  name: z.string(),
  dong: z.int(),
  due: z.enum(DUE_TIMES).optional().describe('Where the rules say when it is due'),
  ground: z.string().optional(),
  beforeDong: z.int().optional().describe('Before an exemption'),
})

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

/** A slip made out where nothing was received. */
export const TurnedAway = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['supplement', 'refusal']),
  at: moment,
})

const waitsFor = z
  .enum(WAITS_FOR)
  .nullable()
  .describe('What the citizen is waited for: papers (status 5) or a payment to the state (status 6)')

/** How a dossier stands after a command. */
export const Changed = z.strictObject({
  code: z.string(),
  version: z.int().describe('To be sent with the next command'),
  stage,
  waitsFor,
  step: z.string(),
  holder: holder.nullable(),
  lawfulDue: moment.nullable(),
  isDueProvisional: z.boolean(),
  timeliness: timeliness.nullable(),
  owedDong: feeDong.describe('Still to be paid; null while undetermined'),
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
  name: z.string(),
  original: z.int(),
  certified: z.int(),
  copy: z.int(),
  insteadOfPaper: z.string().nullable(),
  fromData: z
    .strictObject({
      source: z.string(),
      sourceName: z.string(),
      purpose: z.string(),
      reference: z.string(),
      day,
    })
    .optional()
    .describe('Data fetched in place of the paper'),
  heldCopy: z
    .strictObject({ scan: z.uuid(), code: z.string() })
    .optional()
    .describe('The copy of an earlier dossier that stands for the paper'),
  paperDespiteData: z
    .strictObject({ reason: z.enum(DESPITE_REASONS), note: z.string() })
    .optional()
    .describe('Why the paper was asked for although data should do'),
})

const step = z.strictObject({ key: z.string(), name: z.string(), kind: z.string() })

export const whyNot = z.strictObject({
  code: z.string(),
  messages: z.strictObject({ vi: z.string(), en: z.string() }),
  facts: z.record(z.string(), z.unknown()),
})

export const doer = z.strictObject({
  name: z.string(),
  unitName: z.string(),
  post,
  insteadOf: z.string().nullable().describe('The absent person whose post it was that day'),
})

const capacity = z
  .strictObject({
    form: z.enum(SIGNING_FORMS).nullable(),
    principal: z.string().nullable(),
    position: z.string(),
  })
  .describe('On whose behalf a document is signed; the form is null for the head')

const documentNumber = z.strictObject({
  id: z.uuid(),
  book: z.string(),
  year: z.int(),
  number: z.int(),
  on: day,
  written: z.string().describe('As it stands on the paper'),
})

const happened = z.strictObject({
  sequence: z.int(),
  type: z.string(),
  at: moment,
  by: doer,
  step: z.string().describe('The step it was done at'),
  stepName: z.string(),
  note: z.string().nullable(),
  signedAs: z.string().nullable().describe('The form of signature and the signer’s position'),
  to: z
    .strictObject({ stepName: z.string(), unitName: z.string(), post, staffName: z.string().nullable() })
    .nullable()
    .describe('Where it lay afterwards'),
  channel: channel.nullable().describe('The way by which a supplement came'),
  prompt: z
    .strictObject({ way: z.enum(CALL_WAYS), outcome: z.enum(CALL_OUTCOMES) })
    .nullable()
    .describe('How the applicant was reminded, and what came of it'),
  receiver: z.string().nullable().describe('Who took the result home'),
  minutesTaken: z.int().nullable().describe('Working minutes the step took that this ended'),
  minutesAllotted: z.int().nullable(),
})

export const note = z.strictObject({ id: z.uuid(), at: moment, by: doer, text: z.string() })

const call = z.strictObject({
  id: z.uuid(),
  at: moment,
  way: z.enum(COLLECTION_WAYS),
  outcome: z.enum(CALL_OUTCOMES),
  note: z.string().nullable(),
  by: doer,
})

const notice = z.strictObject({
  id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  way: z.enum(NOTICE_WAYS),
  state: z.enum(NOTICE_STATES),
  madeAt: moment,
  changedAt: moment.describe('When it came to its state'),
  next: moment.nullable().describe('When it is tried next'),
  sentTo: z.string().nullable().describe('Veiled'),
  text: z.string().nullable(),
  reason: z.string().nullable().describe('What who delivers it said'),
  byName: z.string().nullable().describe('Who had it sent; null for what went by itself'),
  mayAgain: z.boolean(),
})

/** Sent again: by how many ways. */
export const ToldAgain = z.strictObject({ sent: z.int() })

/** Recorded: the call as it stands, of the first time where it was sent twice. */
export const RecordedCall = z.strictObject({ id: z.uuid(), at: moment })

/** Written: the note as it stands, of the first time where it was sent twice. */
export const WrittenNote = z.strictObject({ id: z.uuid(), at: moment })

const transfer = z.strictObject({
  sheet: z.uuid(),
  number: z.string(),
  fromName: z.string(),
  toName: z.string(),
  given: doer.extend({ at: moment }),
  due: moment.nullable(),
  isInTime: z.boolean(),
  papers: z.array(sheetPaper),
  taken: doer.extend({ at: moment, note: z.string().nullable() }).nullable(),
  missing: z.array(sheetPaper),
})

const papersOfDossier = z
  .strictObject({
    lying: z.array(
      z.strictObject({
        unitName: z.string(),
        since: moment,
        papers: z.array(sheetPaper),
        sheet: z.strictObject({ id: z.uuid(), number: z.string(), toName: z.string() }).nullable(),
        toGo: z.strictObject({ toName: z.string(), due: moment.nullable() }).nullable(),
      }),
    ),
    missing: z.array(missingPaper),
    transfers: z.array(transfer).describe('Hand-overs confirmed or still open, oldest first'),
  })
  .describe('Where its papers lie, how they came there and what is missing of them')

const part = z.strictObject({
  key: z.string(),
  step: z.string(),
  name: z.string(),
  unit: z.string(),
  unitName: z.string(),
  post,
  body: z.string().nullable().describe('The body without staff in the house that does it'),
  procedure: z.string().nullable().describe('The procedure of the catalogue it stands for'),
  state: z.enum(PART_STATES),
  since: moment,
  due: moment.nullable().describe('Its own due moment, counted in working time'),
  isDueProvisional: z.boolean(),
  minutesLeft: z.int().nullable().describe('Working minutes to it, negative when late; null unless open'),
  documentNumber: z.string().nullable().optional(),
  result: z.string().optional(),
  timeliness: timeliness.optional(),
})

/** One dossier with its history and what the caller may do. */
export const SeenDossier = z.strictObject({
  code: z.string(),
  version: z.int(),
  stage,
  waitsFor,
  procedure: z.string(),
  procedureName: z.string(),
  procedureVersion: z.int(),
  ruleSet: z.string(),
  case: z.string(),
  caseName: z.string(),
  channel,
  unit: z.string(),
  unitName: z.string(),
  field: z.string(),
  receivedAt: moment,
  placeOfReceipt: z.string(),
  elsewhere: z
    .object({ desk: z.string(), by: z.iso.datetime() })
    .optional()
    .describe('Handed in elsewhere than at the desk of the competent agency, which is to receive it by then'),
  competentAt: z.iso
    .datetime()
    .optional()
    .describe('When the competent agency received what was handed in elsewhere'),
  placeOfReceiptName: z.string(),
  placeOfSupport: z.string().nullable(),
  placeOfSupportName: z.string().nullable(),
  applicant: party,
  owner: party,
  components: z.array(component),
  copiesWanted: z.int(),
  pages: z.int().optional().describe('Pages of the document, where they were counted'),
  subject: z.string().optional().describe('What it is about besides the procedure'),
  visit: z.uuid().optional().describe('The same for what came together'),
  supplementsAsked: z.int().optional().describe('How often a supplement was asked for'),
  owedDong: feeDong.describe('Still to be paid; null while undetermined'),
  owedNowDong: feeDong.describe('The part of it that is due by now'),
  linesAsked: z.array(feeLine).describe('What the rules ask for this case'),
  fee: z
    .strictObject({
      lines: z.array(feeLine),
      exemption: z
        .strictObject({
          who: z.enum(EXEMPT),
          ground: z.string(),
          rule: z.string().optional(),
          evidence: z.string().optional().describe('The paper that proves it'),
        })
        .nullable(),
      paymentsBefore: z.int().optional().describe('Payments before it, all undone: they pay nothing of it'),
    })
    .optional()
    .describe('Put down after the receipt; it takes the place of feeDong'),
  postage: z.array(feeLine).optional().describe('What is taken for the post, paid or not'),
  payments: z
    .array(
      z.strictObject({
        key: z.string(),
        at: moment,
        way: z.enum(MONEY_WAYS),
        dong: z.int(),
        receiptNumber: z.string(),
        state: z.enum(['taken', 'cancelled', 'refunded']),
        lines: z.array(feeLine).optional().describe('What it paid for'),
        refundedDong: z.int().optional().describe('Given back so far, where a part was'),
        through: z
          .strictObject({
            provider: z.enum(PROVIDERS),
            order: z.string().nullable().describe('Its reference with the provider'),
            money: z.string(),
          })
          .optional()
          .describe('Where it came through a provider'),
        till: z.string().optional().describe('Whose till it went into: id of the cashier'),
      }),
    )
    .optional(),
  refund: z
    .strictObject({
      payment: z.string(),
      dong: z.int(),
      reason: z.string(),
      ground: z.string(),
      askedBy: z.string(),
    })
    .optional()
    .describe('What is to go back once a second person agrees'),
  correction: z
    .strictObject({
      proposedBy: z.string(),
      ground: z.string(),
      corrected: z.discriminatedUnion('what', [
        z.strictObject({
          what: z.literal('identity'),
          parties: z.array(z.enum(PARTIES)),
          name: z.string(),
          idNumber: z.string().nullable(),
        }),
        z.strictObject({ what: z.literal('due'), lawfulDue: moment, isDueProvisional: z.boolean() }),
        z.strictObject({ what: z.literal('result'), wrong: z.string(), documentNumber: z.string() }),
        z.strictObject({
          what: z.literal('hand-back'),
          mistake: z.enum(HAND_BACK_MISTAKES),
          returnedAt: moment,
          way: returnWay,
          holder,
        }),
      ]),
    })
    .optional()
    .describe('Proposed by one person, waiting for a second'),
  lapse: z
    .strictObject({
      made: z.array(day).describe('Days on which the applicant was reminded, as far as it went out'),
      needed: z.int().describe('How many reminders it takes'),
      from: day.nullable().describe('From when it may be stopped as unanswered'),
    })
    .nullable()
    .describe('Null while the applicant is not waited for'),
  answerBy: day.nullable().describe('The last day on which the citizen’s answer is waited for'),
  why: z.enum(STOP_REASONS).optional().describe('Why it was stopped'),
  returnedBy: returnWay.optional().describe('How it was handed back'),
  refusal: z
    .strictObject({ reason: z.string(), ground: z.string() })
    .optional()
    .describe('Proposed or approved'),
  apology: z
    .strictObject({
      state: z.enum(['drafted', 'consented', 'signed']),
      draftedBy: z.string(),
      cause: z.enum(APOLOGY_CAUSES),
      reason: z.string(),
      promised: moment,
      number: documentNumber.optional(),
    })
    .optional()
    .describe('On its way, until it is sent or dropped'),
  number: documentNumber
    .extend({ sealedAt: moment.optional() })
    .optional()
    .describe('The number its result has'),
  numbersVoid: z.int().optional().describe('How many numbers of its documents are void'),
  isNumberedHere: z
    .boolean()
    .describe(
      'The book gives the result its number; otherwise another body does, and it is sent with the seal',
    ),
  apologiesSent: z.int().optional(),
  consultations: z
    .array(z.strictObject({ key: z.string(), body: z.string(), answerBy: day, isClosed: z.boolean() }))
    .optional(),
  obligations: z
    .array(
      z.strictObject({
        key: z.string(),
        body: z.string(),
        number: z.string(),
        issuedOn: day,
        what: z.string(),
        dong: z.int(),
        payBy: day,
        state: z.enum(['open', 'met', 'withdrawn']),
        paidOn: day.optional(),
        proof: z.string().optional(),
      }),
    )
    .optional()
    .describe('What the citizen was told to pay to the state'),
  payBy: day.optional().describe('The first day by which a notice is to be paid that was not met'),
  isToPay: z.literal(true).optional().describe('A payment to the state is waited for'),
  parts: z.array(part).describe('What other agencies do or did of it'),
  returnWish,
  feeDong,
  limit: limitKind,
  dueAtReceipt: moment.nullable(),
  lawfulDue: moment.nullable(),
  promisedDue: moment.nullable(),
  isDueProvisional: z.boolean(),
  step,
  stepSince: moment,
  next: z.strictObject({ name: z.string(), unitName: z.string(), post }).nullable(),
  stepMinutes: z.strictObject({ taken: z.int().nullable(), allotted: z.int().nullable() }),
  approvedAt: moment.nullable(),
  lastEventAt: moment,
  minutesLeft: z.int().nullable().describe('Working minutes to the lawful due moment, negative when late'),
  minutesInAll: z.int().nullable().describe('Working minutes from receipt to the lawful due moment'),
  readyAt: moment.nullable(),
  result: z.enum(['granted', 'refused']).nullable(),
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
  mayCancel: z.array(z.string()).describe('Payments whose receipt the caller may cancel'),
  isSlipDue: z.boolean().describe('To be done within its day it has run over, and no receipt slip was given'),
  papers: papersOfDossier,
  notes: z.array(note).describe('Internal notes, latest first'),
  reminded: z
    .array(
      z.strictObject({
        kind: z.string(),
        at: moment,
        unitName: z.string(),
        post: z.string(),
        staffName: z.string().nullable(),
      }),
    )
    .describe('What its holders were reminded of by the system, latest first'),
  fieldsFiled: z
    .array(z.strictObject({ name: z.string(), label: z.string() }))
    .describe('The answers of the form it was filed by online; a supplement can be asked about each'),
  dataForSupplement: z
    .array(
      z.strictObject({
        component: z.string(),
        name: z.string(),
        sources: z.array(z.strictObject({ key: z.string(), name: z.string() })),
        hasDuty: z.boolean().describe('The paper may not be asked for without a reason'),
        on: day,
      }),
    )
    .describe('Papers asked for as supplement for which data can stand in today'),
  noticeWish: z
    .strictObject({ way: z.enum(NOTICE_WISHES), email: z.string().nullable() })
    .nullable()
    .describe('How the applicant wants to be told; by telephone where nothing was said'),
  notices: z
    .strictObject({
      isTold: z.boolean().describe('Whether the centre tells citizens at all'),
      goTo: z
        .array(z.strictObject({ way: z.enum(NOTICE_WAYS), address: z.string().nullable() }))
        .describe('Where notices of it go now, addresses veiled'),
      lines: z.array(notice),
    })
    .describe('What the citizen was told, the latest first'),
  calls: z.array(call).describe('How the citizen was called to fetch the result, latest first'),
  nextCall: z
    .strictObject({ before: z.enum(['counter', 'director']), on: z.iso.date() })
    .nullable()
    .describe('Whose turn it is while the result lies ready: to call again, or to say what becomes of it'),
  mayCall: z.boolean(),
  may: z
    .array(
      z.strictObject({
        command: z.enum(COMMAND_TYPES),
        isAllowed: z.boolean(),
        refusal: whyNot.nullable(),
      }),
    )
    .describe('What the caller may do now, and why not what not'),
  mayNote: z.boolean(),
  document: z
    .string()
    .optional()
    .describe('SHA-256 of the result as it was last signed or sealed; absent where it is on paper'),
  draft: z
    .strictObject({ version: z.int().nullable(), sha256: z.string() })
    .optional()
    .describe(
      'The draft its result was approved from, null for the page made of the dossier alone, with the hash of what was reviewed',
    ),
  toApprove: z
    .strictObject({ draft: z.int().nullable(), onPaper: z.string() })
    .nullable()
    .describe(
      'The version the caller would approve now, to be sent as `draft`, null for the page made of the dossier alone; `onPaper`, sent as `reviewed`, is the hash of its print to be signed by hand',
    ),
  unprintable: whyNot
    .nullable()
    .describe('Why the page the caller would approve cannot be printed: its template fails on it'),
  hasResultForm: z.boolean().describe('Whether its result is written by a form of its own'),
  toSign: z
    .string()
    .nullable()
    .describe(
      'SHA-256 of the document the caller would sign now, to be sent as `reviewed`; null without a key',
    ),
  mandate: z
    .strictObject({
      key: z.string(),
      unit: z.string(),
      from: day,
      until: day.nullable(),
      capacity: capacity.nullable().optional(),
    })
    .nullable()
    .describe('By what the caller may approve for the competent unit today'),
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
  ownerAddress: z.string().nullable(),
  stage,
  waitsFor,
  step,
  stepSince: moment,
  receivedAt: moment,
  lawfulDue: moment.nullable(),
  isDueProvisional: z.boolean(),
  minutesLeft: z.int().nullable(),
  used: z.number().nullable().describe('Share of its working time that is used; above 1 when late'),
  timeliness: z.enum(TIMELINESS).nullable(),
  isMine: z.boolean(),
  isUnread: z.boolean().describe('Something has happened since the caller last looked at it'),
})

/** A page of the caller's worklist. */
export const Worklist = z.strictObject({
  lines: z.array(line),
  next: z.string().nullable().describe('“after” of the next page; null on the last'),
})

/** A page of what the caller's agency has to do in dossiers led by others. */
export const PartLines = z.strictObject({
  lines: z.array(
    z.strictObject({
      key: z.string().describe('To be named in the command that completes it'),
      name: z.string(),
      body: z.string().nullable(),
      since: moment,
      due: moment.nullable(),
      isDueProvisional: z.boolean(),
      code: z.string(),
      procedureName: z.string(),
      leaderName: z.string().describe('The unit that leads the dossier'),
      ownerName: z.string(),
      minutesLeft: z.int().nullable().describe('Working minutes to its own due moment, negative when late'),
    }),
  ),
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
  waitsFor,
  toDo: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('supplement'), by: day.nullable() }),
        z.strictObject({ kind: z.literal('pay-state'), by: day.nullable() }),
        z.strictObject({ kind: z.literal('pay-fee'), dong: z.int() }),
        z.strictObject({ kind: z.literal('fetch') }),
        z.strictObject({ kind: z.literal('take') }),
      ]),
    )
    .describe('What the citizen has to do now'),
  placeOfReceiptName: z.string().describe('Where papers are brought and results fetched'),
  elsewhere: z
    .object({ agencyName: z.string(), by: moment, competentAt: moment.nullable() })
    .nullable()
    .describe(
      'Where it was handed in elsewhere: the competent agency, by when it receives it, and when it did',
    ),
  parts: z
    .array(
      z.strictObject({
        name: z.string(),
        agency: z.string(),
        state: z.enum(PART_STATES),
        since: moment,
        due: moment.nullable(),
        isDueProvisional: z.boolean(),
        timeliness: timeliness.nullable(),
      }),
    )
    .describe('What other agencies do or did of it'),
  obligations: z
    .array(
      z.strictObject({
        body: z.string(),
        number: z.string(),
        what: z.string(),
        dong: z.int(),
        payBy: day,
        isMet: z.boolean(),
      }),
    )
    .describe('What is to be paid to the state'),
  fee: z
    .strictObject({
      lines: z.array(feeLine),
      beforeDong: z.int().nullable().describe('Before what the law takes off; null while undetermined'),
      dong: z.int().nullable(),
      owedDong: z.int().nullable(),
      payments: z.array(
        z.strictObject({
          at: moment,
          way: z.enum(MONEY_WAYS),
          dong: z.int(),
          receiptNumber: z.string(),
          state: z.enum(['taken', 'cancelled', 'refunded']),
        }),
      ),
      isPayable: z.boolean().describe('Whether something is owed that can be paid online'),
    })
    .describe('What it costs'),
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
  supplement: z
    .array(z.strictObject({ wrong: z.string(), todo: z.string(), ground: z.string() }))
    .nullable()
    .describe('What is asked for and must be brought'),
  receivedAt: moment,
  dueAtReceipt: moment.nullable(),
  lawfulDue: moment.nullable(),
  promisedDue: moment.nullable(),
  isDueProvisional: z.boolean(),
  timeliness: timeliness.nullable(),
  readyAt: moment.nullable(),
  stoppedAt: moment.nullable(),
  returnedAt: moment.nullable(),
  returnWay,
  sentInAt: moment.nullable().describe('When it was submitted by post'),
  parcels: z
    .array(
      z.strictObject({
        direction: z.enum(DIRECTIONS),
        stage: z.enum(PARCEL_STAGES),
        label: z.string(),
        due: moment.nullable(),
        isLate: z.boolean(),
        attempts: z.int(),
        deliveredAt: moment.nullable(),
        postageDong: z.int(),
        toPayDong: z.int().describe('What the post collects on delivery, its own charge with it'),
        complaintUntil: day.nullable(),
      }),
    )
    .describe('Where the post has its papers or its result'),
  sealedCopy: z
    .strictObject({ pages: z.int(), isCertified: z.boolean() })
    .nullable()
    .describe('The stamped result as a scan, once the paper was handed over; certified as a copy or not'),
})

const counts = z.record(z.enum(FLOWS), z.int())
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
