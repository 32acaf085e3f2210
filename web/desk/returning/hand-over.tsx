import { isRefusal, type Refusal } from '#domain/outcome.ts'
import { ResultsToReturn } from '#shapes/results-to-return.ts'
import { handBackSeveral } from '#work/returning/hand-back-several.ts'
import { type HandOver, seeHandOver } from '#work/returning/see-hand-over.ts'
import { seeReturned } from '#work/returning/see-returned.ts'
import type { Page } from '../../page.tsx'
import type { Fault } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { stageInWords } from '../../parts/stage-in-words.ts'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, NOTHING_TYPED, readForm, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { type ResultLine, Results } from '../results.tsx'
import { DRAWER } from './drawer.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { readCard } from './read-card.ts'
import { signature } from './signature.ts'
import { returnedAddress } from './returned.tsx'

/** The image of a signature is small; a page with a hundred results is smaller. */
const MOST_SIGNATURE_BYTES = 2 * 1024 * 1024

/** The results of one person, handed to who stands at the counter: several at once, each with its own outcome. */
export const handOverPage: DeskPage = {
  path: `${DRAWER}/:code`,
  action: 'see-drawer',
  async get(visit) {
    const handOver = await seeHandOver(visit.desk, codeOf(visit))
    return isRefusal(handOver) ? absent(visit, handOver) : shown(visit, handOver, { typed: begunAt(visit) })
  },
  post: handOut,
  mostBytes: MOST_SIGNATURE_BYTES,
}

/** How an address names the visit on which a result is brought home. */
const HOME_VISIT = 'tai-nha'

/** The hand-over of a result on a visit at home, whose code is the slip. */
export function handOverAtHome(code: string, visit: string): string {
  return `${DRAWER}/${code}?${HOME_VISIT}=${encodeURIComponent(visit)}`
}

/** A form begun: by the way home with its slip, where the visit sends one here. */
function begunAt({ url }: DeskVisit): Typed {
  const slip = url.searchParams.get(HOME_VISIT)?.slice(0, 60)
  return slip ? { ...NOTHING_TYPED, fields: { way: ['home'], slip: [slip] } } : NOTHING_TYPED
}

const codeOf = ({ c }: DeskVisit) => c.req.param('code') ?? ''

interface Answered {
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly outcomes?: readonly ResultLine[]
  /** What was read on the receiver's card. */
  readonly said?: string
}

async function handOut(visit: DeskVisit, sent: Typed): Promise<Page | Response> {
  const { desk, words } = visit
  const handOver = await seeHandOver(desk, codeOf(visit))
  if (isRefusal(handOver)) return absent(visit, handOver)
  // Nothing is handed out before the clerk has seen whose card it is.
  if (first(sent, 'card').trim() !== '')
    return { ...(await shown(visit, handOver, readCard(words, sent, handOver))), status: 422 }
  const signed = await signature(visit, sent)
  const { value, faults } = readForm(signed, ResultsToReturn, words)
  if (faults)
    return { ...(await shown(visit, handOver, { typed: sent, faults: named(words, faults) })), status: 422 }
  const done = await handBackSeveral(desk, value, handOver, visit.onFault)
  if (done.length === 0) {
    const fault = { field: 'dossiers.0.isTaken', text: words.desk.returning.noneTaken }
    return { ...(await shown(visit, handOver, { typed: sent, faults: [fault] })), status: 422 }
  }
  const outcomes = done.map(({ given: { code }, outcome }) => ({ code, outcome }))
  const failed = outcomes.find(({ outcome }) => isRefusal(outcome))
  if (!failed) return seeOther(returnedAddress(outcomes.map(({ code }) => code)))
  const left = await seeHandOver(desk, failed.code)
  const page = await shown(visit, isRefusal(left) ? handOver : left, { typed: sent, outcomes })
  return { ...page, status: 409 }
}

/** What an authorised person's fields lack, by name: “missing” three times over helps nobody. */
function named(words: Words, faults: readonly Fault[]): readonly Fault[] {
  const said = words.desk.returning
  const labels: { readonly [field: string]: string } = {
    'receiver.name': said.receiverName,
    'receiver.authority': said.authority,
    'receiver.authorityKind': said.authorityKind,
    'receiver.scope': said.scope,
    'identity.number': said.receiverNumber,
    'acknowledged.how': said.acknowledgedHow,
    slip: said.slip,
    sentTo: said.sentTo,
  }
  return faults.map((fault) => {
    const label = fault.text === words.fieldFaults.missing() ? labels[fault.field] : undefined
    return label === undefined ? fault : { ...fault, text: said.missing(label) }
  })
}

async function shown(visit: DeskVisit, handOver: HandOver, answered: Answered): Promise<Page> {
  const { words } = visit
  const said = words.desk.returning
  const { lines, applicant } = handOver
  if (lines.length === 0) return elsewhere(visit, handOver, answered.outcomes ?? [])
  const main = (
    <>
      <h1>
        {said.handOverTitle} <span lang="vi">{applicant.name}</span>
      </h1>
      {answered.outcomes && <Results words={words} lines={answered.outcomes} />}
      <HandOverForm words={words} handOver={handOver} {...answered} />
      <p>
        <Link href={DRAWER}>{said.back}</Link>
      </p>
    </>
  )
  // The name stays out of the title, which browsers remember.
  return { title: said.title, main }
}

/** The dossier is not in this drawer: where it is, or to whom its result went. */
async function elsewhere(
  visit: DeskVisit,
  handOver: HandOver,
  outcomes: readonly ResultLine[],
): Promise<Page> {
  const { words, desk } = visit
  const said = words.desk.returning
  const { code, stage, holderUnitName, procedureName } = handOver
  const returned = stage === 'returned' ? await seeReturned(desk, code) : null
  const main = (
    <>
      <h1>{said.notHere(code)}</h1>
      {outcomes.length > 0 && <Results words={words} lines={outcomes} />}
      <p lang="vi">{procedureName}</p>
      <p>
        {said.stageIs(stageInWords(words, handOver))} {holderUnitName && said.liesWith(holderUnitName)}
      </p>
      {returned && !isRefusal(returned) && (
        <p>{said.returnedTo(returned.receiver.name, words.format.longMoment(returned.at))}</p>
      )}
      <p class="onward-ways">
        <Link href={`/ban/ho-so/${code}`}>{said.openDossier}</Link>
        <Link href={DRAWER}>{said.back}</Link>
      </p>
    </>
  )
  return { title: said.title, main, live: 'lists' }
}

function absent(visit: DeskVisit, refusal: Refusal): Page {
  if (refusal.refused !== 'no-such-dossier') return refusedPage(visit, refusal)
  const said = visit.words.desk.returning
  const main = (
    <>
      <h1>{said.title}</h1>
      <p>{said.noSuch(codeOf(visit))}</p>
      <p>
        <Link href={DRAWER}>{said.back}</Link>
      </p>
    </>
  )
  return { title: said.title, main, status: 404 }
}
