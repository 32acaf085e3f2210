import { z } from 'zod'
import { ACKNOWLEDGMENTS, IDENTITY_PAPERS, IDENTITY_SEEN } from '#domain/dossier/hand-over.ts'
import { lines, text } from './text.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** How it was made sure that a result went to the right person; which part is needed, the way of handing back says. */
export const HandOverProof = z.strictObject({
  identity: z
    .strictObject({
      paper: z.enum(IDENTITY_PAPERS),
      number: text(20).regex(/^[0-9A-Z-]+$/),
      how: z.enum(IDENTITY_SEEN),
      whyDiffers: text(300).nullable().default(null).describe("Needed where the number is not the dossier's"),
    })
    .nullable()
    .default(null),
  acknowledged: z
    .strictObject({
      how: z.enum(ACKNOWLEDGMENTS),
      reference: text(200)
        .nullable()
        .default(null)
        .describe(
          'Hash of the image of a signature, reference of an electronic acknowledgment, or the witness',
        ),
    })
    .nullable()
    .default(null),
  sent: z
    .strictObject({ to: text(200), sha256 })
    .nullable()
    .default(null),
  slip: text(60).nullable().default(null).describe('Number of the slip of the post or of the home team'),
  withdrawn: z
    .array(
      z.strictObject({
        component: text(120),
        isTaken: z.boolean().default(false),
        whyNot: text(300).nullable().default(null),
      }),
    )
    .max(60)
    .default([]),
  papersBack: lines(1000).nullable().default(null),
  together: z.uuid().nullable().default(null).describe('The same for all handed over by one signature'),
})

export const NO_PROOF = {
  identity: null,
  acknowledged: null,
  sent: null,
  slip: null,
  withdrawn: [],
  papersBack: null,
  together: null,
}
