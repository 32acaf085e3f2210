import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { seeAnswers } from '#work/answering/see-answers.ts'
import { takersOf } from '#work/dividing/takers-of.ts'
import { beSeen } from '#work/noting/viewers.ts'
import { seeParcelsOf } from '#work/post/see-parcels-of.ts'
import { seeAccess } from '#work/reading/see-access.ts'
import { seeDossier, type SeenDossier } from '#work/reading/see-dossier.ts'
import { type SeenScan, seeScans } from '#work/scanning/see-scans.ts'
import type { Page } from '../../page.tsx'
import type { DeskPage, DeskVisit } from '../desk-page.ts'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import { draftsAddress } from '../drafting/address.ts'
import { PaperLinks } from '../printing/paper-links.tsx'
import { HandRatingForm } from '../opinions/hand-over-page.tsx'
import { refusedPage } from '../refused-page.tsx'
import { shownAddress } from '../scans/addresses.ts'
import { Scans, type ScansAnswered } from '../scans/scans.tsx'
import { Accesses } from './accesses.tsx'
import { Answers } from './answers.tsx'
import { Actions, isAllowed } from './actions.tsx'
import { Branches } from './branches.tsx'
import { codeOf, DOSSIER } from './address.ts'
import { Calls } from './calls.tsx'
import type { Answered } from './answered.ts'
import { DossierData } from './dossier-data.tsx'
import { DossierHead } from './dossier-head.tsx'
import { History } from './history.tsx'
import { Linked } from './linked.tsx'
import { Notes } from './notes.tsx'
import { Parcels } from './parcels.tsx'
import { PapersOf } from './papers-of.tsx'
import { ResultLink } from './result-link.tsx'
import { Reminded } from './reminded.tsx'
import { Presence } from './presence.tsx'
import { Stale } from './stale.tsx'
import { Told } from './told.tsx'

/** One dossier on one screen: what it is, what may be done with it now, and what has been done. */
export const dossierPage: DeskPage = {
  path: DOSSIER,
  action: 'see-dossier',
  get: (visit) => showDossier(visit),
}

/** The dossier as it is now; with the form that was sent, where one could not be done. */
export async function showDossier(
  visit: DeskVisit,
  answered?: Answered,
  status: Page['status'] = 200,
  scansAnswered?: ScansAnswered,
): Promise<Page> {
  const { desk, words } = visit
  const code = codeOf(visit)
  const seen = await seeDossier(desk, code)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const [scans, viewers, accesses, takers, answers, parcels] = await Promise.all([
    seeScans(desk, code),
    beSeen(desk, code),
    seeAccess(desk, code),
    takersFor(visit, seen),
    seeAnswers(desk, code),
    seeParcelsOf(desk, code),
  ])
  const main = (
    <div class="dossier">
      <Presence words={words} code={code} viewers={isRefusal(viewers) ? [] : viewers} />
      {answered && <Stale words={words} seen={seen} answered={answered} />}
      <DossierHead words={words} seen={seen} />
      <Branches words={words} seen={seen} mayPrint={mayPrint(visit, seen)} />
      <Linked words={words} seen={seen} />
      {(seen.document ?? seen.draft) !== undefined && (
        <p class="dossier-print">
          <ResultLink
            code={code}
            text={
              seen.document === undefined ? words.desk.drafting.seeApproved : words.desk.signing.seeSigned
            }
          />
        </p>
      )}
      {!isRefusal(scans) && <StampedLink words={words} code={code} scans={scans.scans} />}
      {(seen.hasResultForm || typeof seen.draft?.version === 'number') && (
        <p class="dossier-print">
          <Link href={draftsAddress(code)}>{words.desk.drafting.link}</Link>
        </p>
      )}
      <div class="dossier-columns">
        <div class="dossier-side">
          <Actions words={words} seen={seen} takers={takers} answered={answered} />
          <Parcels visit={visit} seen={seen} parcels={parcels} />
          <HandRatingForm visit={visit} dossier={seen} />
          <Calls words={words} seen={seen} answered={answered} />
          <Told words={words} seen={seen} answered={answered} />
          <Notes words={words} seen={seen} answered={answered} />
        </div>
        <div class="dossier-main">
          {!isRefusal(answers) && <Answers words={words} code={code} answers={answers} />}
          <DossierData words={words} seen={seen} papers={isRefusal(scans) ? [] : scans.papers} />
          <PaperLinks words={words} seen={seen} hasReceipt={mayPrint(visit, seen)} />
          {!isRefusal(scans) && (
            <Scans
              words={words}
              code={code}
              seen={scans}
              shown={scansAnswered?.scan ?? visit.url.searchParams.get('xem')}
              answered={scansAnswered}
            />
          )}
          <PapersOf words={words} papers={seen.papers} />
          <History words={words} seen={seen} />
          <Reminded words={words} seen={seen} />
          {!isRefusal(accesses) && <Accesses words={words} accesses={accesses} />}
        </div>
      </div>
    </div>
  )
  return { title: words.desk.dossier.title(code), main, live: 'dossier', status }
}

/** The result as it was signed and stamped on paper, where its scan has come back. */
function StampedLink({
  words,
  code,
  scans,
}: {
  readonly words: Words
  readonly code: string
  readonly scans: readonly SeenScan[]
}) {
  const stamped = scans.find(({ sealed, struck }) => sealed?.isCurrent && struck === null)
  if (!stamped) return null
  return (
    <p class="dossier-print">
      <a class="ds-link" href={shownAddress(code, stamped.id)}>
        {words.desk.scanBox.seeOnDossier}
      </a>
    </p>
  )
}

/** The receipt bears the look-up key, so it is for those alone who give it out. */
function mayPrint({ desk }: DeskVisit, { placeOfReceipt }: SeenDossier): boolean {
  const on = dayOf(desk.now).toString()
  return !isRefusal(may(desk.actor, { kind: 'receive-dossier', unit: placeOfReceipt }, on))
}

/** Who could be given the step, where the person divides the work. */
async function takersFor({ desk }: DeskVisit, seen: SeenDossier) {
  const { holder } = seen
  if (holder === null || !isAllowed(seen, 'AssignDossier')) return []
  const takers = await takersOf(desk, holder.unit)
  return takers.filter(({ posts, id }) => posts.includes(holder.post) && id !== holder.staff)
}
