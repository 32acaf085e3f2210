import type { Page } from '../page.tsx'
import type { Visit } from '../visit.ts'

/** Words of offices, said so that everybody understands them. */
export async function plainWordsPage({ reads, desk, words }: Visit): Promise<Page> {
  const all = await reads.seePlainWords(desk)
  const { finding, language } = words
  const main = (
    <div class="wrap page">
      <h1>{finding.plainWords}</h1>
      <p class="lead">{finding.plainWordsLead}</p>
      <dl class="facts">
        {all.map(({ term, plain }) => (
          <div key={term}>
            <dt lang="vi">{term}</dt>
            <dd>{plain[language]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
  return { title: finding.plainWords, description: finding.plainWordsLead, main }
}
