import { z } from 'zod'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { text } from '#shapes/text.ts'
import type { Desk } from '#work/desk.ts'
import { followDossier, type FollowedDossier as Followed } from '#work/reading/follow-dossier.ts'
import { FollowedDossier } from './answers/dossier.ts'
import { tooMany } from './problem.ts'
import { type Limits, subjectOf } from './rate-limit.ts'
import { NONE, route } from './route.ts'

const ToFollow = z.strictObject({ code: text(60), key: text(60) })

/**
 * Follows a dossier within the limits: so many look-ups from one address, and so many wrong keys for one code from
 * anywhere. A code that does not exist is counted like one that does. Answers from when to try again when it is
 * too many.
 */
export async function followWithin(
  limits: Limits,
  desk: Desk,
  from: string,
  asked: { readonly code: string; readonly key: string },
): Promise<Outcome<Followed> | Temporal.Instant> {
  const { now } = desk
  const again = limits.lookUps.take(subjectOf(from), now)
  if (again) return again
  const code = readDossierCode(asked.code)
  const isLocked = isRefusal(code) ? null : limits.wrongKeys.look(code, now)
  if (isLocked) return isLocked
  const outcome = await followDossier(desk, asked)
  if (isRefusal(outcome) && !isRefusal(code)) limits.wrongKeys.take(code, now)
  return outcome
}

export const FOLLOW_ROUTES = [
  route({
    method: 'post',
    path: '/follow',
    name: 'followDossier',
    group: 'citizens',
    summary: {
      vi: 'Hồ sơ của tôi đến đâu: bằng mã và khóa in trên giấy tiếp nhận',
      en: 'Where my dossier is: by the code and key on the receipt',
    },
    who: 'public',
    action: 'follow-dossier',
    params: NONE,
    query: NONE,
    body: {
      name: 'DossierToFollow',
      schema: ToFollow,
      example: { code: '000.00.12.H49-190703-0042', key: '7K3M9QX2TB' },
    },
    answer: {
      status: 200,
      name: 'FollowedDossier',
      schema: FollowedDossier,
      description: 'No personal data',
    },
    problems: ['no-such-dossier', 'too-many-requests'],
    async handle({ c, doors, desk, body }) {
      const followed = await followWithin(doors.limits, desk, doors.addressOf(c), body)
      return followed instanceof Temporal.Instant ? tooMany(followed, desk.now) : followed
    },
  }),
]
