import type { FollowedHomeVisit } from '#work/outreach/ask-home-visit.ts'
import { Link } from '../parts/link.tsx'
import { HOME_VISIT } from '../portal/outreach/addresses.ts'
import type { Words } from '../words/vi.ts'

interface Props {
  readonly words: Words
  readonly visits: readonly FollowedHomeVisit[]
}

/** What the person has asked of the home-visit team, and when somebody comes; nothing where nothing was asked. */
export function OwnHomeVisits({ words, visits }: Props) {
  const said = words.outreach.home
  if (visits.length === 0) return null
  return (
    <section>
      <h2>{said.ownTitle}</h2>
      <ul class="rows">
        {visits.map(({ code, stage, askedAt, visitOn }) => (
          <li key={code}>
            <p>
              <span class="tabular">{code}</span> {said.stages[stage]}
            </p>
            <p class="hint">
              {said.askedAt}: {words.format.moment(askedAt)}
              {visitOn !== null && ` · ${said.visitOn}: ${words.format.longDay(visitOn)}`}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <Link href={HOME_VISIT}>{said.title}</Link>
      </p>
    </section>
  )
}
