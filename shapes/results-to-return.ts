import { z } from 'zod'
import { HandOverProof } from './hand-over-proof.ts'
import { ResultToHandBack, ResultToMarkReady } from './dossier-commands.ts'
import { text } from './text.ts'

/** What the counter sends for several results at once: each is a command of its own. */

/** As many as one page shows. */
const MOST = 100

const isTaken = z.boolean().default(false)
const dossier = z.object({ code: text(40), ...ResultToMarkReady.shape, isTaken })

export const ResultsToReport = z.object({ dossiers: z.array(dossier).min(1).max(MOST) })
export type ResultsToReport = z.infer<typeof ResultsToReport>

const { way, receiver } = ResultToHandBack.shape
const { identity, acknowledged, sent, slip, withdrawn, papersBack, together } = HandOverProof.shape
const { authorityKind, scope, authorityUntil, authority } = receiver.shape

/** Who takes the results home: who handed in, whose dossier it is, or somebody with a paper of authority. */
export const RECEIVERS = ['applicant', 'owner', 'authorised'] as const

/** One identity check and one signature for all of them; the originals and the file sent are each dossier's own. */
export const ResultsToReturn = z
  .object({
    dossiers: z
      .array(
        z.object({ ...dossier.shape, withdrawn, sha256: sent.unwrap().unwrap().shape.sha256.optional() }),
      )
      .min(1)
      .max(MOST),
    way,
    receiver: z.object({
      who: z.enum(RECEIVERS),
      name: text(200).optional(),
      authority,
      authorityKind,
      scope,
      authorityUntil,
    }),
    identity,
    acknowledged,
    slip,
    sentTo: text(200).optional(),
    papersBack,
    together,
  })
  .superRefine(({ receiver, way, identity, slip, sentTo, acknowledged }, { addIssue }) => {
    const needed = (path: string[], given: unknown) => {
      if (!given) addIssue({ code: 'custom', path, message: 'missing' })
    }
    const isFaceToFace = way === 'counter' || way === 'home'
    if (isFaceToFace) needed(['identity', 'number'], identity)
    if (isFaceToFace) needed(['acknowledged', 'how'], acknowledged)
    if (way === 'post' || way === 'home') needed(['slip'], slip)
    if (way === 'electronic') needed(['sentTo'], sentTo)
    if (receiver.who !== 'authorised') return
    for (const field of ['name', 'authority', 'authorityKind'] as const)
      needed(['receiver', field], receiver[field])
    if (receiver.authorityKind === 'written') needed(['receiver', 'scope'], receiver.scope)
  })
export type ResultsToReturn = z.infer<typeof ResultsToReturn>
