import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { TRACKED_STATUSES } from '#domain/post/carrier.ts'
import { fault } from '../faults.ts'
import { FILE } from '../payments/payment-settings.ts'

const CENTRE = z.strictObject({
  url: z.url(),
  customerCode: z.string().min(1).max(60),
  /** Read anew for every question. */
  tokenFile: z.string(),
  /** With which its notices are signed; left out where it sends none. */
  noticeSecretFile: z.string().optional(),
  /** What its status codes mean, where they are others than those known. */
  codes: z
    .array(z.strictObject({ from: z.iso.date(), codes: z.record(z.string(), z.enum(TRACKED_STATUSES)) }))
    .min(1)
    .optional(),
  /** Headings of its lists of what it collected on delivery. */
  file: FILE.optional(),
})
const SETTINGS = z.record(z.string(), CENTRE)

/** How a centre is joined to the post. */
export type CentrePost = z.infer<typeof CENTRE>

/** Reads the file of post settings, by centre; paths in it count from where it lies. */
export function readPostSettings(path: string): ReadonlyMap<string, CentrePost> {
  const folder = dirname(resolve(path))
  const read = SETTINGS.safeParse(parsed(path))
  if (!read.success)
    throw fault('post-wrong', {
      path,
      reason: read.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '),
    })
  return new Map(
    Object.entries(read.data).map(([slug, { tokenFile, noticeSecretFile, ...rest }]) => [
      slug,
      {
        ...rest,
        tokenFile: resolve(folder, tokenFile),
        ...(noticeSecretFile !== undefined && { noticeSecretFile: resolve(folder, noticeSecretFile) }),
      },
    ]),
  )
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw fault('post-wrong', { path, reason: error instanceof Error ? error.message : '' }, error)
  }
}
