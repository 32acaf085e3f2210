import type { SeenDossier, SeenPart } from '#work/reading/see-dossier.ts'
import type { Words } from '../../words/vi.ts'

interface LinkedProps {
  readonly words: Words
  readonly seen: SeenDossier
}

/** What other agencies do or did of a dossier, and what the citizen is to pay to the state. */
export function Linked({ words, seen }: LinkedProps) {
  const said = words.desk.linked
  const { parts, obligations = [] } = seen
  return (
    <>
      {parts.length > 0 && (
        <section aria-labelledby="dossier-parts">
          <h2 id="dossier-parts">{said.parts}</h2>
          <p class="hint">{said.partsLead}</p>
          <ul>
            {parts.map((part) => (
              <li key={part.key}>
                <PartLine words={words} part={part} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {obligations.length > 0 && (
        <section aria-labelledby="dossier-obligations">
          <h2 id="dossier-obligations">{said.obligations}</h2>
          <ul>
            {obligations.map((one) => (
              <li key={one.key}>
                <span lang="vi">
                  {said.noticeOf(one.number, one.body)}: {one.what}
                </span>
                , {said.toPayBy(words.format.money(one.dong), words.format.day(one.payBy))}:{' '}
                {said.obligationStates[one.state]}
                {one.paidOn !== undefined && (
                  <small> {said.paidAt(words.format.day(one.paidOn), one.proof ?? '')}</small>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function PartLine({ words, part }: { readonly words: Words; readonly part: SeenPart }) {
  const said = words.desk.linked
  const { format } = words
  return (
    <>
      <strong lang="vi">{part.name}</strong>, <span lang="vi">{part.body ?? part.unitName}</span>:{' '}
      {said.states[part.state]} {said.sinceMoment(format.moment(part.since))}
      {part.state === 'open' && part.due !== null && (
        <>
          , {said.untilMoment(format.moment(part.due))}
          {part.minutesLeft !== null && <small> {words.timeLeft(part.minutesLeft)}</small>}
        </>
      )}
      {part.result !== undefined && part.state === 'done' && (
        <small lang="vi">
          {' '}
          {part.result}
          {part.documentNumber && ` (${part.documentNumber})`}
        </small>
      )}
      {part.timeliness && part.state === 'done' && <small> {words.timeliness[part.timeliness]}</small>}
    </>
  )
}
