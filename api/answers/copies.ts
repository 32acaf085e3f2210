import { z } from 'zod'
import { COPY_STATUSES } from '#domain/digitising/copy-status.ts'
import { PAGE_FAULTS } from '#domain/digitising/page-quality.ts'
import { day, moment } from './parts.ts'

/** Answers about digitised papers. */

const finding = z.union([
  z.strictObject({ page: z.int().describe('From 1'), fault: z.enum(PAGE_FAULTS) }),
  z.strictObject({ fault: z.literal('other-page-count'), declared: z.int(), pages: z.int() }),
])

const copy = z.strictObject({
  pages: z.int(),
  findings: z.array(finding).describe('To be looked at, and answered with a note, before it is certified'),
  certified: z
    .strictObject({
      at: moment,
      by: z.string(),
      note: z.string().nullable(),
      validUntil: day.nullable(),
      isSigned: z.boolean(),
    })
    .nullable()
    .describe('Null until an officer has compared it with the original'),
  reused: z
    .strictObject({ code: z.string(), component: z.string(), purpose: z.string() })
    .nullable()
    .describe('The dossier it comes from, where it was not made here'),
})

export const SeenScan = z.strictObject({
  id: z.uuid(),
  component: z.string().nullable().describe('Key of the paper; “@result” is the result'),
  name: z.string(),
  mediaType: z.string(),
  size: z.int().describe('Bytes'),
  sha256: z.string(),
  at: moment,
  by: z.string().nullable().describe('Null for what the citizen sent online'),
  struck: z.string().nullable().describe('Why it was struck out'),
  copy: copy.nullable().describe('Null for a file that was only put there'),
  sealed: z
    .strictObject({
      isCurrent: z.boolean().describe('Of the approval that holds'),
      reason: z.string().nullable().describe('Why a person put it there; null where its code mark did'),
    })
    .nullable()
    .describe('The result as it was stamped; null for anything else'),
})

export const SeenScans = z.strictObject({
  papers: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      isScanned: z.boolean(),
      status: z
        .literal(COPY_STATUSES)
        .describe('0 not digitised, 1 by an own copy, 2 by a held copy, 3 by a held result'),
    }),
  ),
  scans: z.array(SeenScan),
  mayAttach: z.boolean(),
  mayDigitise: z.boolean(),
})

export const HeldCopy = z.strictObject({
  scan: z.uuid().describe('To be sent as “from”, or as “heldCopy” of a component at receipt'),
  code: z.string(),
  component: z.string(),
  name: z.string(),
  isResult: z.boolean(),
  certifiedAt: moment,
  by: z.string(),
  validUntil: day.nullable(),
  whyNot: z
    .enum(['other-owner', 'struck', 'not-certified', 'run-out'])
    .nullable()
    .describe('Why it may not be used today'),
})

export const SeenHeldCopies = z.strictObject({
  ownerNumber: z.string().nullable().describe('Null when the owner gave none: nobody is looked for by name'),
  ownerName: z.string(),
  papers: z.array(z.strictObject({ key: z.string(), name: z.string() })),
  copies: z.array(HeldCopy),
})

export const FoundCopies = z.strictObject({ copies: z.array(HeldCopy) })
