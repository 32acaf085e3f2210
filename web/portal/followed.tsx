import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { FollowedDossier } from '#work/reading/follow-dossier.ts'
import type { ComponentChildren } from 'preact'
import { FactOf, Facts } from '../parts/facts.tsx'
import { Link } from '../parts/link.tsx'
import { ByPost } from './by-post.tsx'
import { Fee, Payments } from './paying/fee.tsx'
import { Notice } from '../parts/notice.tsx'
import { stageInWords } from '../parts/stage-in-words.ts'
import type { Words } from '../words/vi.ts'
import { ToDoNow, ToPay } from './to-do-now.tsx'

interface FollowedProps {
  readonly words: Words
  readonly dossier: FollowedDossier
  readonly now: Temporal.Instant
  /** Where it is paid online. */
  readonly payAt: string
  /** Where what is asked for is answered here; null where it is not, or not by this way. */
  readonly answerAt: string | null
  /** Where its signed result is taken; null where that takes signing in. */
  readonly takeAt: string | null
  /** Where it is taken back; null where it cannot be. */
  readonly withdrawAt: string | null
  /** Whether something was just sent from here. */
  readonly isSent: boolean
  /** Where the person says what he thinks of it; null where nothing is asked. */
  readonly rateAt: string | null
  /** Where its stamped result is, by the way the page was come to. */
  readonly resultAt: string
  /** Where he writes to the centre about it; null where the centre takes nothing here. */
  readonly feedbackAt: string | null
  /** What else there is to know of the way of the result. */
  readonly nearResult?: ComponentChildren
  /** Where to go on from here, by the way the page was come to. */
  readonly children: ComponentChildren
}

/** Where a dossier is and what is to be done about it: no name, number or address of anybody. */
export function Followed({
  words,
  dossier,
  now,
  payAt,
  answerAt,
  takeAt,
  withdrawAt,
  nearResult,
  isSent,
  rateAt,
  resultAt,
  feedbackAt,
  children,
}: FollowedProps) {
  const { followed, format, timeliness, returnWays } = words
  const isSettled = ['ready', 'returned', 'stopped'].includes(dossier.stage)
  const isToPay = dossier.toDo.some(({ kind }) => kind === 'pay-state')
  return (
    <div class="wrap page">
      <h1>{followed.title(dossier.code)}</h1>
      <p lang="vi" class="lead">
        {dossier.procedureName}
      </p>
      <p class={`stage ${dossier.stage}`}>
        <strong>{stageInWords(words, dossier)}</strong>
        {dossier.timeliness && dossier.timeliness !== 'no-limit' && (
          <span>{timeliness[dossier.timeliness]}</span>
        )}
      </p>
      {isSent && (
        <Notice kind="success" role="status">
          <p>{dossier.stage === 'stopped' ? words.own.withdraw.done : words.own.answer.sent}</p>
        </Notice>
      )}
      <ToDoNow words={words} dossier={dossier} payAt={payAt} answerAt={answerAt} takeAt={takeAt} />
      {rateAt !== null && isSettled && (
        <p class="no-print">
          {words.opinions.rating.invite} <Link href={rateAt}>{words.opinions.rating.rate}</Link>
        </p>
      )}
      <Facts>
        {dossier.holder && (
          <FactOf name={followed.holder}>
            <Holder words={words} dossier={dossier} />
          </FactOf>
        )}
        <Places words={words} dossier={dossier} />
        <Times words={words} dossier={dossier} />
        <FactOf name={followed.returnWay}>{returnWays[dossier.returnWay]}</FactOf>
      </Facts>
      {nearResult}
      <ByPost words={words} parcels={dossier.parcels} />
      <Result said={words.sealedCopy} copy={dossier.sealedCopy} at={resultAt} />
      <FeeSection words={words} dossier={dossier} payAt={payAt} />
      {!isToPay && <ToPay words={words} dossier={dossier} />}
      <Parts words={words} dossier={dossier} />
      <Steps words={words} dossier={dossier} />
      <p class="hint">{followed.asOf(format.longMoment(toMoment(now)))}</p>
      {withdrawAt !== null && (
        <p class="no-print">
          <Link href={withdrawAt}>{words.own.withdraw.link}</Link>
        </p>
      )}
      {feedbackAt !== null && (
        <p class="no-print">
          <Link href={feedbackAt}>{words.feedback.ofDossier}</Link>
        </p>
      )}
      {children}
    </div>
  )
}

type Part = Pick<FollowedProps, 'words' | 'dossier'>

/** Where it was handed in and who settles it, where those are two. */
function Places({ words, dossier: { elsewhere, placeOfReceiptName } }: Part) {
  if (!elsewhere) return null
  const { followed, format } = words
  const { agencyName, by, competentAt } = elsewhere
  return (
    <>
      <FactOf name={followed.handedInAt}>
        <span lang="vi">{placeOfReceiptName}</span>
      </FactOf>
      <FactOf name={followed.settledBy}>
        <span lang="vi">{agencyName}</span>
        <small>
          {competentAt === null
            ? followed.competentBy(format.longMoment(by))
            : followed.competentAt(format.longMoment(competentAt))}
        </small>
      </FactOf>
    </>
  )
}

function Holder({ words, dossier: { holder, steps } }: Part) {
  const { followed, format, holderKinds, posts, citizen } = words
  if (!holder) return null
  const since = steps.find((step) => step.state === 'now')?.since
  return (
    <>
      {holder.kind === 'citizen' ? (
        citizen
      ) : (
        <>
          {posts[holder.post]}, <span lang="vi">{holder.unitName}</span>
        </>
      )}
      {since && `, ${followed.since(format.longMoment(since))}`}
      <small>{holderKinds[holder.kind]}</small>
    </>
  )
}

function Times({ words, dossier }: Part) {
  const { followed, format } = words
  const at = (name: string, moment: Moment | null, more?: ComponentChildren) =>
    moment && (
      <FactOf name={name}>
        {format.longMoment(moment)}
        {more}
      </FactOf>
    )
  const { receivedAt, dueAtReceipt, lawfulDue, promisedDue, readyAt, returnedAt } = dossier
  const provisional = dossier.isDueProvisional && (
    <>
      {' '}
      <span class="ds-tag" data-color="brand1">
        {followed.provisional}
      </span>
      <small>{followed.provisionalWhy}</small>
    </>
  )
  const isMoved = lawfulDue !== dueAtReceipt
  return (
    <>
      {at(words.post.follow.submitted, dossier.sentInAt)}
      {dossier.sentInAt === null && at(followed.receivedAt, receivedAt)}
      {at(followed.dueAtReceipt, dueAtReceipt, !isMoved && provisional)}
      {!dueAtReceipt && !lawfulDue && <FactOf name={followed.dueAtReceipt}>{followed.noDue}</FactOf>}
      {isMoved &&
        at(
          followed.lawfulDue,
          lawfulDue,
          <>
            {provisional}
            <small>{followed.lawfulDueWhy}</small>
          </>,
        )}
      {at(followed.promisedDue, promisedDue, <small>{followed.promisedDueWhy}</small>)}
      {at(followed.readyAt, readyAt)}
      {at(followed.stoppedAt, dossier.stoppedAt)}
      {at(followed.returnedAt, returnedAt)}
    </>
  )
}

/** What the centre asks for it, what was paid, and the way to pay what can be paid ahead. */
function FeeSection({ words, dossier: { fee, toDo }, payAt }: Part & Pick<FollowedProps, 'payAt'>) {
  const said = words.paying
  const isAsked = toDo.some(({ kind }) => kind === 'pay-fee')
  return (
    <section>
      <h2>{said.fee}</h2>
      <Fee words={words} fee={fee} />
      <Payments words={words} payments={fee.payments} />
      {fee.isPayable && !isAsked && (
        <p class="no-print">
          <Link href={payAt}>{said.payNow}</Link>
        </p>
      )}
    </section>
  )
}

interface ResultProps {
  readonly said: Words['sealedCopy']
  readonly copy: FollowedDossier['sealedCopy']
  readonly at: string
}

/** The result on paper, as it was scanned after it was stamped: whether an officer certified it is said beside it. */
function Result({ said, copy, at }: ResultProps) {
  if (copy === null) return null
  return (
    <Notice kind="info" title={said.title}>
      <p>
        <a class="ds-link" href={at} target="_blank" rel="noopener" data-turbo="false">
          {copy.isCertified ? said.certified : said.plain}
        </a>
      </p>
      {!copy.isCertified && <p>{said.plainHint}</p>}
    </Notice>
  )
}

/** Which agency does which part, since when and until when. */
function Parts({ words, dossier: { parts } }: Part) {
  const said = words.desk.linked
  const { format } = words
  if (parts.length === 0) return null
  return (
    <section>
      <h2>{said.yours}</h2>
      <ul class="linked-parts">
        {parts.map(({ name, agency, state, since, due, timeliness }) => (
          <li key={name}>
            <strong lang="vi">{name}</strong>
            <br />
            <span lang="vi">{agency}</span>, {said.states[state]} {said.sinceMoment(format.longMoment(since))}
            {state === 'open' && due !== null && <>, {said.untilMoment(format.longMoment(due))}</>}
            {timeliness && timeliness !== 'no-limit' && state === 'done' && (
              <small> {words.timeliness[timeliness]}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Steps({ words, dossier: { steps } }: Part) {
  const { followed, format, posts, citizen } = words
  return (
    <section>
      <h2>{followed.steps}</h2>
      <ol class="process followed">
        {steps.map((step) => (
          <li key={step.name} class={step.state} {...(step.state === 'now' && { 'aria-current': 'step' })}>
            <div>
              <strong lang="vi">{step.name}</strong>
              <p>
                {step.kind === 'citizen' ? (
                  citizen
                ) : (
                  <>
                    {posts[step.post]}, <span lang="vi">{step.unitName}</span>
                  </>
                )}
              </p>
              {step.doneAt && step.state === 'done' && (
                <small>{followed.stepDone(format.longMoment(step.doneAt))}</small>
              )}
              {step.since && step.state === 'now' && (
                <small>{followed.stepSince(format.longMoment(step.since))}</small>
              )}
            </div>
            <span class="state">{followed.stepStates[step.state]}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
