import { z } from 'zod'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { text } from '#shapes/text.ts'
import type { Desk } from '#work/desk.ts'
import type { AskedByKey } from '#work/reading/dossier-by-key.ts'
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
export function followWithin(
  limits: Limits,
  desk: Desk,
  from: string,
  asked: AskedByKey,
): Promise<Outcome<Followed> | Temporal.Instant> {
  return byKeyWithin(limits, { desk, from, asked }, () => followDossier(desk, asked))
}

interface ByKey {
  readonly desk: Desk
  readonly from: string
  readonly asked: AskedByKey
}

/** The same for anything else that code and key open. */
export async function byKeyWithin<Value>(
  limits: Limits,
  { desk: { now }, from, asked }: ByKey,
  act: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value> | Temporal.Instant> {
  const again = limits.lookUps.take(subjectOf(from), now)
  if (again) return again
  const code = readDossierCode(asked.code)
  const isLocked = isRefusal(code) ? null : limits.wrongKeys.look(code, now)
  if (isLocked) return isLocked
  const outcome = await act()
  const isWrong = isRefusal(outcome) && WRONG.includes(outcome.refused)
  // Many telephones share one address: who has the right key is not held up by the others.
  if (!isWrong) limits.lookUps.giveBack(subjectOf(from))
  else if (!isRefusal(code)) limits.wrongKeys.take(code, now)
  return outcome
}

/** The key or the number that goes with it was a wrong one. */
const WRONG: readonly string[] = ['no-such-dossier', 'not-the-applicant']

/** What has to do with paying a dossier, within the same limits and one of its own for the dossier. */
export async function payWithin<Value>(
  limits: Limits,
  byKey: ByKey,
  act: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value> | Temporal.Instant> {
  const { asked, desk } = byKey
  const code = readDossierCode(asked.code)
  const again = isRefusal(code) ? null : limits.payments.take(code, desk.now)
  return again ?? byKeyWithin(limits, byKey, act)
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
    problems: ['no-such-dossier', 'not-received-yet', 'not-taken-in', 'too-many-requests'],
    async handle({ c, doors, desk, body }) {
      const followed = await followWithin(doors.limits, desk, doors.addressOf(c), body)
      return followed instanceof Temporal.Instant ? tooMany(followed, desk.now) : followed
    },
  }),
]
