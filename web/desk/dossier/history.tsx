import type { SeenDossier } from '#work/reading/see-dossier.ts'
import type { HappenedLine } from '#work/reading/told-history.ts'
import type { Words } from '../../words/vi.ts'
import { Person } from './person.tsx'
import { Said } from './said.tsx'

/** So many are read at a glance; what is older is folded. */
const AT_A_GLANCE = 8

/** What can happen at any step says at which; the others are their step. */
const NAMES_ITS_STEP: readonly HappenedLine['type'][] = [
  'StepCompleted',
  'StepSentBack',
  'DossierAssigned',
  'DossierClaimed',
  'DossierReleased',
]

/** Who did what, in which post, when, with what was said; latest first. */
export function History({ words, seen }: { words: Words; seen: SeenDossier }) {
  const said = words.desk.dossier
  const lines = seen.history.toReversed()
  const older = lines.slice(AT_A_GLANCE)
  return (
    <section aria-labelledby="dossier-history" class="dossier-history">
      <h2 id="dossier-history">{said.history}</h2>
      <HappenedList words={words} lines={lines.slice(0, AT_A_GLANCE)} />
      {older.length > 0 && (
        <details class="ds-details">
          <summary>{said.older(older.length)}</summary>
          <HappenedList words={words} lines={older} />
        </details>
      )}
    </section>
  )
}

/** Lines of a history. */
export function HappenedList({ words, lines }: { words: Words; lines: readonly HappenedLine[] }) {
  return (
    <ul class="dossier-lines">
      {lines.map((line) => (
        <li key={line.sequence}>
          <Happened words={words} line={line} />
        </li>
      ))}
    </ul>
  )
}

function Happened({ words, line }: { words: Words; line: HappenedLine }) {
  const said = words.desk.dossier
  const { to, minutesTaken, minutesAllotted } = line
  const over = minutesTaken === null || minutesAllotted === null ? 0 : minutesTaken - minutesAllotted
  return (
    <>
      <p class="dossier-did">
        <strong>{said.happened[line.type]}</strong>
        {NAMES_ITS_STEP.includes(line.type) && (
          <>
            : <span lang="vi">{line.stepName}</span>
          </>
        )}
        <time class="tabular" dateTime={line.at}>
          {words.format.moment(line.at)}
        </time>
      </p>
      <p class="dossier-by">
        <Person words={words} by={line.by} />
      </p>
      {line.signedAs !== null && <p lang="vi">{line.signedAs}</p>}
      {line.note !== null &&
        (line.type === 'ResultSealed' || line.type === 'ResultNumbered' ? (
          <p>
            {said.documentNumber}: <span lang="vi">{line.note}</span>
          </p>
        ) : (
          <Said text={line.note} />
        ))}
      {line.prompt !== null && (
        <p>
          {words.desk.calls.ways[line.prompt.way]}: {words.desk.calls.outcomes[line.prompt.outcome]}
        </p>
      )}
      {line.channel !== null && <p>{words.channels[line.channel]}</p>}
      {line.receiver !== null && (
        <p>
          {said.receiver} <span lang="vi">{line.receiver}</span>
        </p>
      )}
      {to && line.type !== 'DossierClaimed' && (
        <p class="dossier-to">
          {said.wentTo}{' '}
          <span lang="vi">
            {to.stepName}, {to.unitName}
            {to.staffName !== null && `, ${to.staffName}`}
          </span>
        </p>
      )}
      {minutesTaken !== null && (
        <p class="dossier-took tabular">
          {said.took(minutesTaken, minutesAllotted)}
          {over > 0 && <strong>, {said.stepOver(over)}</strong>}
        </p>
      )}
    </>
  )
}
