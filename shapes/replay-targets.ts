import { z } from 'zod'
import { text } from './text.ts'

const day = z.iso.date()
const count = z.int().min(0).max(10_000_000)
/** A share in percent as it is printed, cut to its decimals: `28.44`, `80`. */
const share = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/)
/** "Over" so many within more years than are replayed: the years before are taken over as earlier dossiers. */
const overYears = z.strictObject({ since: day, atLeast: count })

/** What a replay is to come to, and what its check holds the figures against. */
export const ReplayTargets = z.strictObject({
  name: text(200),
  from: day,
  to: day,
  received: count.min(1),
  onlineShare: share,
  late: count,
  post: count,
  supplements: count,
  sentBack: count,
  /** Refused after appraisal, and withdrawn by the citizen before a decision. */
  refused: count.default(0),
  withdrawn: count.default(0),
  mobile: overYears,
  home: overYears,
  catalogue: z
    .strictObject({
      procedures: count,
      own: count,
      vertical: z.record(z.enum(['social_insurance', 'tax', 'police', 'electricity', 'water']), count),
      fiveOnTheSpot: count,
      onlineShare: share,
      postal: count,
      postalShare: share,
    })
    .optional(),
  notes: z.record(z.string(), z.string()).optional(),
})
export type ReplayTargets = z.infer<typeof ReplayTargets>
