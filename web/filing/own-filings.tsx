import type { SeenOwn } from '#work/filing/see-own-filing.ts'
import { Link } from '../parts/link.tsx'
import type { Words } from '../words/vi.ts'
import { CHECK_STEP, FILE_ONLINE, filingAddress, stepAddress } from './addresses.ts'

/** What a person has begun and filed, with what waits for him on top. */
export function OwnFilings({ words, own }: { words: Words; own: SeenOwn }) {
  const { filing: said, format } = words
  const { drafts, filings } = own
  return (
    <section>
      <h2>{said.mine}</h2>
      {drafts.length + filings.length === 0 && <p>{said.none}</p>}
      <ul class="rows">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span lang="vi">{draft.procedureName}</span>
            {draft.isAnswer && ` (${said.isAnswer})`}
            <p class="onward">
              <Link href={stepAddress(FILE_ONLINE, draft, CHECK_STEP)}>
                {said.goOn(format.moment(draft.changedAt))}
              </Link>
            </p>
          </li>
        ))}
        {filings.map(({ id, procedureName, code, stage, submittedAt }) => (
          <li key={id}>
            <Link href={filingAddress(FILE_ONLINE, id)}>{code}</Link> <span lang="vi">{procedureName}</span>
            <p class="hint">
              {said.stages[stage]}, {format.moment(submittedAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
