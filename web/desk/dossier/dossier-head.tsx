import type { Moment } from '#domain/calendar/moment.ts'
import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { TimeLeft } from '../../parts/time-left.tsx'
import { stageInWords } from '../../parts/stage-in-words.ts'
import type { Words } from '../../words/vi.ts'

/** Which dossier, how it stands, where it lies and until when. */
export function DossierHead({ words, seen }: { words: Words; seen: SeenDossier }) {
  const said = words.desk.dossier
  const { stepMinutes } = seen
  return (
    <header class="dossier-head">
      <h1 class="code">{seen.code}</h1>
      <p class="dossier-procedure" lang="vi">
        {seen.procedureName}
      </p>
      <Facts class="dossier-facts">
        <FactOf name={seen.timeliness === null ? said.timeLeft : said.settled}>
          <TimeLeft words={words} left={leftOf(seen)} />
        </FactOf>
        <FactOf name={said.stage}>{stageInWords(words, seen)}</FactOf>
        <FactOf name={seen.stage === 'stopped' ? said.stoppedStep : said.step}>
          <span lang="vi">{seen.step.name}</span>
          {stepMinutes.taken !== null && (
            <small class="tabular">{said.stepTook(stepMinutes.taken, stepMinutes.allotted)}</small>
          )}
        </FactOf>
        {seen.holder && (
          <FactOf name={said.holder}>
            <Holder words={words} holder={seen.holder} isWaiting={seen.stage === 'in-process'} />
          </FactOf>
        )}
        <DueMoments words={words} seen={seen} />
      </Facts>
    </header>
  )
}

function leftOf(seen: SeenDossier) {
  const { minutesLeft, minutesInAll, stage, waitsFor, isDueProvisional } = seen
  return {
    stage,
    waitsFor,
    minutesLeft,
    used:
      minutesLeft === null || minutesInAll === null || minutesInAll <= 0
        ? null
        : Math.max(0, (minutesInAll - minutesLeft) / minutesInAll),
    timeliness: seen.timeliness,
    isDueProvisional,
  }
}

interface HolderProps {
  readonly words: Words
  readonly holder: NonNullable<SeenDossier['holder']>
  /** For somebody to do the step, and not for the citizen to come. */
  readonly isWaiting: boolean
}

function Holder({ words, holder, isWaiting }: HolderProps) {
  const said = words.desk.dossier
  return (
    <>
      {holder.staffName === null ? words.posts[holder.post] : <span lang="vi">{holder.staffName}</span>}
      <small>
        <span lang="vi">{holder.unitName}</span>
        {holder.kind === 'list' && isWaiting && <>, {said.withList}</>}
        {holder.kind === 'citizen' && <>, {said.waitsForCitizen}</>}
      </small>
    </>
  )
}

/** Three moments: as printed, as the law has it now, as promised anew; those that say the same are said once. */
function DueMoments({ words, seen }: { words: Words; seen: SeenDossier }) {
  const said = words.desk.dossier
  const { dueAtReceipt, lawfulDue, promisedDue, isDueProvisional, readyAt, returnedAt } = seen
  const moment = (at: Moment) => <span class="tabular">{words.format.moment(at)}</span>
  const provisional = isDueProvisional && <small>{said.provisional}</small>
  const isMoved = dueAtReceipt !== lawfulDue
  return (
    <>
      <FactOf name={said.receivedAt}>{moment(seen.receivedAt)}</FactOf>
      <FactOf name={said.dueAtReceipt}>
        {dueAtReceipt === null ? said.noLimit : moment(dueAtReceipt)}
        {!isMoved && provisional}
      </FactOf>
      {isMoved && lawfulDue !== null && (
        <FactOf name={said.lawfulDue}>
          {moment(lawfulDue)}
          {provisional}
        </FactOf>
      )}
      {promisedDue !== null && <FactOf name={said.promisedDue}>{moment(promisedDue)}</FactOf>}
      {readyAt !== null && (
        <FactOf name={seen.stage === 'stopped' ? said.stoppedAt : said.readyAt}>{moment(readyAt)}</FactOf>
      )}
      {returnedAt !== null && <FactOf name={said.returnedAt}>{moment(returnedAt)}</FactOf>}
    </>
  )
}
