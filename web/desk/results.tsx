import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { Notice } from '../parts/notice.tsx'
import type { Words } from '../words/vi.ts'
import { refusalText } from './form.ts'

/** What became of one of several. */
export interface ResultLine {
  readonly code: string
  readonly ownerName?: string | undefined
  /** What it came to besides being done: the document's number. */
  readonly said?: string | null
  readonly outcome: Outcome<unknown>
}

/** A line for each of several that were done at once, when some were not: what is not done comes first, with its reason. */
export function Results({ words, lines }: { words: Words; lines: readonly ResultLine[] }) {
  const { many } = words.desk
  const failed = lines.filter(({ outcome }) => isRefusal(outcome))
  const done = lines.filter(({ outcome }) => !isRefusal(outcome))
  return (
    <Notice kind="danger" role="alert" title={many.partly(done.length, failed.length)}>
      <ul class="results" aria-label={many.results}>
        {[...failed, ...done].map((line) => (
          <Result key={line.code} words={words} line={line} />
        ))}
      </ul>
    </Notice>
  )
}

function Result({ words, line }: { words: Words; line: ResultLine }) {
  const { code, ownerName, said, outcome } = line
  const { many } = words.desk
  return (
    <li data-result={isRefusal(outcome) ? 'refused' : 'done'}>
      <span>
        <a class="ds-link code" href={`/ban/ho-so/${code}`}>
          {code}
        </a>{' '}
        {ownerName && <span lang="vi">{ownerName}</span>}
      </span>
      <span>
        <strong>{isRefusal(outcome) ? many.notDone : many.isDone}</strong>
        {isRefusal(outcome) && `: ${refusalText(words, outcome)}`}
        {!isRefusal(outcome) && said && `: ${said}`}
      </span>
    </li>
  )
}
