import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { FollowedDossier } from '#work/reading/follow-dossier.ts'
import type { ComponentChildren } from 'preact'
import { FactOf, Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { Link } from '../parts/link.tsx'
import { stageInWords } from '../parts/stage-in-words.ts'
import type { Words } from '../words/vi.ts'

interface FollowedProps {
  readonly words: Words
  readonly dossier: FollowedDossier
  readonly now: Temporal.Instant
}

/** Where a dossier is: no name, number or address of anybody. */
export function Followed({ words, dossier, now }: FollowedProps) {
  const { followed, format, timeliness, returnWays } = words
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
      <Facts>
        {dossier.holder && (
          <FactOf name={followed.holder}>
            <Holder words={words} dossier={dossier} />
          </FactOf>
        )}
        <Times words={words} dossier={dossier} />
        <FactOf name={followed.returnWay}>{returnWays[dossier.returnWay]}</FactOf>
      </Facts>
      <Supplement words={words} dossier={dossier} />
      <ToPay words={words} dossier={dossier} />
      <Parts words={words} dossier={dossier} />
      <Steps words={words} dossier={dossier} />
      <p class="hint">{followed.asOf(format.longMoment(toMoment(now)))}</p>
      <form class="no-print actions" method="post" action="/tra-cuu/dong">
        <button class="ds-button" data-variant="secondary">
          {followed.close}
        </button>
        <Link href="/tra-cuu">{followed.another}</Link>
      </form>
    </div>
  )
}

type Part = Omit<FollowedProps, 'now'>

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
      {at(followed.receivedAt, receivedAt)}
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

/** What the citizen must bring, item by item. */
function Supplement({ words: { followed }, dossier: { supplement } }: Part) {
  if (supplement === null) return null
  return (
    <Notice kind="warning" title={followed.supplement}>
      <ol lang="vi">
        {supplement.map(({ wrong, todo, ground }) => (
          <li key={`${wrong} ${todo}`}>
            <strong>{wrong}</strong>
            <br />
            {todo}
            <br />
            <small>{followed.supplementGround(ground)}</small>
          </li>
        ))}
      </ol>
      <p>{followed.supplementHow}</p>
    </Notice>
  )
}

/** What must be paid to the state before the dossier goes on, notice by notice. */
function ToPay({ words, dossier: { obligations, stage } }: Part) {
  const said = words.desk.linked
  const { format } = words
  if (obligations.length === 0 || stage === 'stopped') return null
  const isPaid = obligations.every(({ isMet }) => isMet)
  return (
    <Notice kind={isPaid ? 'info' : 'warning'} title={isPaid ? said.obligations : said.toPay}>
      <ul>
        {obligations.map(({ number, body, what, dong, payBy, isMet }) => (
          <li key={`${number} ${body}`}>
            <strong lang="vi">{what}</strong>: {said.toPayBy(format.money(dong), format.day(payBy))}
            <br />
            <small>
              <span lang="vi">{said.noticeOf(number, body)}</span>,{' '}
              {said.obligationStates[isMet ? 'met' : 'open']}
            </small>
          </li>
        ))}
      </ul>
      {!isPaid && <p>{said.toPayHow}</p>}
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
