import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { named } from '../../words/said.ts'
import type { Words } from '../../words/vi.ts'

/** What whoever held the dossier was reminded of, and when. */
export function Reminded({ words, seen }: { readonly words: Words; readonly seen: SeenDossier }) {
  const said = words.desk.dossier
  if (seen.reminded.length === 0) return null
  return (
    <details class="ds-details">
      <summary>{said.reminded(seen.reminded.length)}</summary>
      <ul class="dossier-lines">
        {seen.reminded.map(({ kind, at, unitName, post, staffName }) => (
          <li key={`${kind} ${at} ${unitName}`}>
            <p class="dossier-did">
              <strong>{named(words.desk.reminders.names, kind)}</strong>
              <time class="tabular" dateTime={at}>
                {words.format.moment(at)}
              </time>
            </p>
            <p class="dossier-by" lang="vi">
              {staffName ?? named(words.posts, post)}, {unitName}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
