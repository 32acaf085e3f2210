import type { Page } from '../page.tsx'
import { Link } from '../parts/link.tsx'
import type { ErrorStatus } from '../words/said.ts'
import type { Words } from '../words/vi.ts'

/** What went wrong in plain words, and ways onward. */
export function errorPage(words: Words, status: ErrorStatus, advice?: string): Page {
  const { title, text } = words.errors[status]
  const { onward } = words
  const main = (
    <div class="wrap page error">
      <p class="status" aria-hidden="true">
        {status}
      </p>
      <h1>{title}</h1>
      <p>{text}</p>
      {advice && (
        <p>
          <strong>{advice}</strong>
        </p>
      )}
      <h2>{onward.title}</h2>
      <ul>
        <li>
          <Link href="/thu-tuc">{onward.catalogue}</Link>
        </li>
        <li>
          <Link href="/tra-cuu">{onward.lookUp}</Link>
        </li>
        <li>
          <Link href="/">{onward.home}</Link>
        </li>
      </ul>
    </div>
  )
  return { title, status, main }
}
