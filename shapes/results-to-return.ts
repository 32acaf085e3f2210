import { z } from 'zod'
import { ResultToHandBack, ResultToMarkReady } from './dossier-commands.ts'
import { text } from './text.ts'

/** What the counter sends for several results at once: each is a command of its own. */

/** As many as one page shows. */
const MOST = 100

const isTaken = z.boolean().default(false)

export const ResultsToReport = z.object({
  dossiers: z
    .array(z.object({ code: text(40), ...ResultToMarkReady.shape, isTaken }))
    .min(1)
    .max(MOST),
})
export type ResultsToReport = z.infer<typeof ResultsToReport>

const { way, receiver } = ResultToHandBack.shape

/** Who takes the results home: who handed in, whose dossier it is, or somebody with a paper of authority. */
export const RECEIVERS = ['applicant', 'owner', 'authorised'] as const

export const ResultsToReturn = z
  .object({
    ...ResultsToReport.shape,
    way,
    receiver: z.object({
      who: z.enum(RECEIVERS),
      name: text(200).optional(),
      idNumber: receiver.shape.idNumber,
      authority: text(300).optional(),
    }),
  })
  .superRefine(({ receiver }, { addIssue }) => {
    if (receiver.who !== 'authorised') return
    for (const field of ['name', 'idNumber', 'authority'] as const)
      if (!receiver[field]) addIssue({ code: 'custom', path: ['receiver', field], message: 'missing' })
  })
export type ResultsToReturn = z.infer<typeof ResultsToReturn>
