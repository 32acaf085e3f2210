import type { Context } from 'hono'
import { isRefusal, type Outcome, type Refusal } from '#domain/outcome.ts'
import { DossierToWithdraw } from '#shapes/own.ts'
import { beginSupplementByKey } from '#work/answering/begin-supplement.ts'
import type { AskedByNumber } from '#work/own/by-number.ts'
import { actsByKey, type OwnActs } from '#work/own/own-acts.ts'
import { withdrawByKey } from '#work/own/withdraw-dossier.ts'
import { type FollowedDossier, followDossier } from '#work/reading/follow-dossier.ts'
import { first, NOTHING_TYPED, readForm, refusalText, type Typed, sentForm } from '../desk/form.ts'
import { answerBeginPage, firstStep } from '../filing/answer-begin.tsx'
import { withBrowser } from '../filing/browser-cookie.ts'
import { answerPage } from '../page.tsx'
import type { Fault } from '../parts/field.tsx'
import { type Visit, visitOf, type WebDoors } from '../visit.ts'
import { FOLLOWED, SENT_MARK } from './followed-addresses.ts'
import { keptKey, LOOK_UP } from './key-cookie.tsx'
import { isNoDossierYet, notFound, tooMany } from './look-up.tsx'
import type { LookUpTyped } from './look-up-form.tsx'
import { unsure, withdrawPage } from './withdraw-page.tsx'

/** What somebody with code and key does with a dossier: he says whose it is besides. */
interface Opened {
  readonly visit: Visit
  readonly kept: LookUpTyped
  readonly dossier: FollowedDossier
  readonly acts: OwnActs
}

interface Answer {
  readonly number?: string
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** What is asked for, and the number of the identity paper. */
export async function answerAsked(c: Context, doors: WebDoors): Promise<Response> {
  const opened = await open(c, doors)
  return opened instanceof Response ? opened : askedAnswer(opened)
}

/** Begins to answer, in this browser. */
export async function answerBegun(c: Context, doors: WebDoors): Promise<Response> {
  const opened = await open(c, doors)
  if (opened instanceof Response) return opened
  const { visit, kept } = opened
  const number = first(await sentForm(c), 'number').trim()
  if (number === '') return askedAnswer(opened, { faults: missing(visit) })
  const at = withBrowser(c, visit.desk)
  const begun = await act(c, doors, opened, () => beginSupplementByKey(at, { ...kept, number }))
  if (begun instanceof Response) return begun
  if (isRefusal(begun)) return askedAnswer(opened, { ...told(visit, begun), number })
  return c.redirect(await firstStep(at, begun), 303)
}

function askedAnswer({ visit, dossier, acts }: Opened, answer: Answer = {}): Response {
  const { words, c } = visit
  if (!acts.mayAnswer) return c.redirect(FOLLOWED, 303)
  return answerPage(visit, answerBeginPage({ words, dossier, back: FOLLOWED, asksNumber: true, ...answer }))
}

/** What it means to take the dossier back. */
export async function withdrawalAsked(c: Context, doors: WebDoors): Promise<Response> {
  const opened = await open(c, doors)
  return opened instanceof Response ? opened : askedWithdrawal(opened, NOTHING_TYPED)
}

/** Takes it back. */
export async function withdrawn(c: Context, doors: WebDoors): Promise<Response> {
  const opened = await open(c, doors)
  if (opened instanceof Response) return opened
  const { visit, kept } = opened
  const { words, desk } = visit
  const typed = await sentForm(c)
  const { sure: _, number: __, ...fields } = typed.fields
  const read = readForm({ ...typed, fields }, DossierToWithdraw, words)
  const asked: AskedByNumber = { ...kept, number: first(typed, 'number').trim() }
  const faults = [
    ...(read.faults ?? []),
    ...(asked.number === '' ? missing(visit) : []),
    ...unsure(words, typed),
  ]
  const { value } = read
  if (!value || faults.length > 0) return askedWithdrawal(opened, typed, { faults })
  const done = await act(c, doors, opened, () => withdrawByKey(desk, asked, value))
  if (done instanceof Response) return done
  if (isRefusal(done)) return askedWithdrawal(opened, typed, told(visit, done))
  return c.redirect(`${FOLLOWED}?${SENT_MARK}`, 303)
}

function askedWithdrawal({ visit, dossier, acts }: Opened, typed: Typed, answer: Answer = {}): Response {
  const { words, c } = visit
  if (!acts.mayWithdraw) return c.redirect(FOLLOWED, 303)
  const page = withdrawPage({ words, dossier, acts, back: FOLLOWED, asksNumber: true, typed, ...answer })
  return answerPage(visit, page)
}

/** The dossier that code and key in the cookie open, with what can be done. */
async function open(c: Context, doors: WebDoors): Promise<Opened | Response> {
  const visit = await visitOf(c, doors)
  const { desk } = visit
  const kept = keptKey(c)
  if (!kept) return c.redirect(LOOK_UP, 303)
  const found = await doors.byKey(c, desk, kept, async () => {
    const dossier = await followDossier(desk, kept)
    const acts = isRefusal(dossier) ? dossier : await actsByKey(desk, kept)
    return isRefusal(dossier) ? dossier : isRefusal(acts) ? acts : { dossier, acts }
  })
  if (found instanceof Temporal.Instant) return tooMany(visit, found)
  if (!isRefusal(found)) return { visit, kept, ...found }
  return isNoDossierYet(found) ? c.redirect(FOLLOWED, 303) : notFound(visit, kept)
}

async function act<Value>(
  c: Context,
  doors: WebDoors,
  { visit, kept }: Opened,
  verb: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value> | Response> {
  const done = await doors.byKey(c, visit.desk, kept, verb)
  return done instanceof Temporal.Instant ? tooMany(visit, done) : done
}

function told({ words }: Visit, refusal: Refusal): Answer {
  const text = refusalText(words, refusal)
  return refusal.refused === 'not-the-applicant' ? { faults: [{ field: 'number', text }] } : { refused: text }
}

const missing = ({ words }: Visit): Fault[] => [{ field: 'number', text: words.own.answer.numberMissing }]
