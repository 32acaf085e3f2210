import { isRefusal } from '#domain/outcome.ts'
import { DossierToWithdraw } from '#shapes/own.ts'
import { beginOwnSupplement } from '#work/answering/begin-supplement.ts'
import { ownActs } from '#work/own/own-acts.ts'
import { withdrawOwn } from '#work/own/withdraw-dossier.ts'
import { followOwn } from '#work/reading/follow-own.ts'
import { seeOther } from '../desk/desk-page.ts'
import { NOTHING_TYPED, readForm, refusalText, type Typed } from '../desk/form.ts'
import { answerBeginPage, firstStep } from '../filing/answer-begin.tsx'
import type { Page } from '../page.tsx'
import type { Fault } from '../parts/field.tsx'
import { errorPage } from '../portal/error.tsx'
import { SENT_MARK } from '../portal/followed-addresses.ts'
import { unsure, withdrawPage } from '../portal/withdraw-page.tsx'
import { ANSWER_OWN, OWN_DOSSIERS, ownDossierAddress, WITHDRAW_OWN } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'

const codeOf = ({ c }: CitizenVisit) => c.req.param('code') ?? ''

/** What is asked for in an own dossier, and the way to put it right. */
export const answerOwnPage: CitizenPage = {
  path: `${OWN_DOSSIERS}/:code/${ANSWER_OWN}`,
  action: 'act-on-own',
  get: (visit) => asked(visit),
  async post(visit) {
    const begun = await beginOwnSupplement(visit.desk, codeOf(visit))
    if (!isRefusal(begun)) return seeOther(await firstStep({ desk: visit.desk, browser: null }, begun))
    return begun.refused === 'no-such-dossier'
      ? errorPage(visit.words, 404)
      : asked(visit, refusalText(visit.words, begun))
  },
}

async function asked(visit: CitizenVisit, refused?: string): Promise<Page | Response> {
  const { desk, words } = visit
  const [dossier, acts] = await Promise.all([followOwn(desk, codeOf(visit)), ownActs(desk, codeOf(visit))])
  if (isRefusal(dossier)) return errorPage(words, 404)
  const back = ownDossierAddress(dossier.code)
  if (!acts.mayAnswer && refused === undefined) return seeOther(back)
  return answerBeginPage({ words, dossier, back, asksNumber: false, ...(refused && { refused }) })
}

/** An own dossier is taken back, once that is confirmed. */
export const withdrawOwnPage: CitizenPage = {
  path: `${OWN_DOSSIERS}/:code/${WITHDRAW_OWN}`,
  action: 'act-on-own',
  get: (visit) => confirming(visit, NOTHING_TYPED),
  async post(visit, typed) {
    const { words, desk } = visit
    const { sure: _, ...fields } = typed.fields
    const read = readForm({ ...typed, fields }, DossierToWithdraw, words)
    const faults = [...(read.faults ?? []), ...unsure(words, typed)]
    if (!read.value || faults.length > 0) return confirming(visit, typed, { faults })
    const done = await withdrawOwn(desk, codeOf(visit), read.value)
    if (!isRefusal(done)) return seeOther(`${ownDossierAddress(done)}?${SENT_MARK}`)
    if (done.refused === 'no-such-dossier') return errorPage(words, 404)
    return confirming(visit, typed, { refused: refusalText(words, done) })
  },
}

async function confirming(
  visit: CitizenVisit,
  typed: Typed,
  answer: { readonly faults?: readonly Fault[]; readonly refused?: string } = {},
): Promise<Page | Response> {
  const { desk, words } = visit
  const [dossier, acts] = await Promise.all([followOwn(desk, codeOf(visit)), ownActs(desk, codeOf(visit))])
  if (isRefusal(dossier)) return errorPage(words, 404)
  const back = ownDossierAddress(dossier.code)
  if (!acts.mayWithdraw && answer.refused === undefined) return seeOther(back)
  return withdrawPage({ words, dossier, acts, back, asksNumber: false, typed, ...answer })
}
