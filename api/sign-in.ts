import { z } from 'zod'
import { appointmentsOn } from '#domain/people/may.ts'
import { dayOf } from '#domain/calendar/moment.ts'
import { refuse } from '#domain/outcome.ts'
import { text } from '#shapes/text.ts'
import { moment, post } from './answers/parts.ts'
import { problem, tooMany } from './problem.ts'
import { NO_BODY, NONE, route } from './route.ts'
import { subjectOf } from './rate-limit.ts'

const SignIn = z.strictObject({
  name: text(120),
  password: z.string().min(1).max(1000),
  code: text(40).optional().describe('Six digits or a recovery code, where the account has a second factor'),
})
const SignedIn = z.strictObject({
  token: z.string().describe('To be sent as “Authorization: Bearer …”'),
  expiresAt: moment,
})

const Myself = z.strictObject({
  id: z.string(),
  name: z.string(),
  posts: z.array(z.strictObject({ post, unit: z.string() })).describe('Of today'),
  mandates: z.array(z.strictObject({ key: z.string(), unit: z.string() })).describe('Of today'),
})

const signIn = route({
  method: 'post',
  path: '/sign-in',
  name: 'signIn',
  group: 'sessions',
  summary: { vi: 'Đăng nhập, nhận mã phiên', en: 'Sign in and get a token' },
  who: 'public',
  action: 'sign-in',
  params: NONE,
  query: NONE,
  body: { name: 'SignIn', schema: SignIn, example: { name: 'dat.tx', password: '…' } },
  answer: { status: 200, name: 'SignedIn', schema: SignedIn, description: 'A token of a new session' },
  problems: ['wrong-name-or-password', 'second-factor-needed', 'own-password-needed', 'too-many-requests'],
  async handle({ c, doors, desk, body }) {
    const again = doors.limits.signIns.take(subjectOf(doors.addressOf(c)), desk.now)
    if (again) return tooMany(again, desk.now)
    const outcome = await doors.signIn(c, body)
    if (outcome.kind === 'password-wanted') return problem('own-password-needed')
    if (outcome.kind === 'code-wanted') return problem('second-factor-needed')
    if (outcome.kind === 'wrong') return problem('wrong-name-or-password')
    if (outcome.kind === 'wait') return tooMany(outcome.until, desk.now)
    return { token: outcome.token, expiresAt: outcome.expiresAt }
  },
})

const signOut = route({
  method: 'post',
  path: '/sign-out',
  name: 'signOut',
  group: 'sessions',
  summary: { vi: 'Kết thúc phiên làm việc', en: 'End the session' },
  who: 'staff',
  action: 'sign-out',
  params: NONE,
  query: NONE,
  body: NO_BODY,
  answer: {
    status: 204,
    name: '',
    schema: z.undefined(),
    description: 'The token is worth nothing any more',
  },
  problems: [],
  async handle({ c, doors, token }) {
    if (token !== null) await doors.signOut(c, token)
    return undefined
  },
})

const me = route({
  method: 'get',
  path: '/me',
  name: 'seeMyself',
  group: 'sessions',
  summary: { vi: 'Tôi là ai, giữ việc gì hôm nay', en: 'Who I am and what I am appointed to today' },
  who: 'staff',
  action: 'see-oneself',
  params: NONE,
  query: NONE,
  body: NO_BODY,
  answer: { status: 200, name: 'Myself', schema: Myself, description: 'Name, posts and mandates' },
  problems: [],
  async handle({ desk: { actor, now } }) {
    if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-oneself' })
    const on = dayOf(now).toString()
    const holds = (one: { from: string; until: string | null }) =>
      one.from <= on && (one.until === null || on < one.until)
    return {
      id: actor.id,
      name: actor.name,
      posts: appointmentsOn(actor, on).map(({ post, unit }) => ({ post, unit })),
      mandates: actor.mandates.filter(holds).map(({ key, unit }) => ({ key, unit })),
    }
  },
})

export const SESSION_ROUTES = [signIn, signOut, me]
