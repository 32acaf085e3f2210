import type { SeenProcedure } from '../../reads.ts'
import type { Frame } from '../../visit.ts'

/** The first thing people ask: whether it can be done online; where it is filed here, the way there. */
export function Online({ visit, seen }: { visit: Frame; seen: SeenProcedure }) {
  const { procedure, filing } = visit.words
  const { key, level } = seen.procedure
  const isOnline = seen.channels.includes('online')
  return (
    <section class="answer-to" aria-labelledby="online">
      <h2 id="online">{procedure.online}</h2>
      <p class="answer">{isOnline ? procedure.onlineYes : procedure.onlineNo}</p>
      <p>{isOnline ? (level === 4 ? procedure.onlineWhole : procedure.onlinePart) : procedure.onlineOther}</p>
      {isOnline && visit.centre.takesFilings && (
        <p class="no-print">
          <a class="ds-button" href={`/nop/${encodeURIComponent(key)}`}>
            {filing.start}
          </a>
        </p>
      )}
    </section>
  )
}
