import { isRefusal } from '#domain/outcome.ts'
import type { Page } from '../page.tsx'
import { CatalogueText } from '../parts/catalogue-text.tsx'
import { Link } from '../parts/link.tsx'
import type { SeenLifeEvent } from '../reads.ts'
import type { Visit } from '../visit.ts'
import type { Words } from '../words/vi.ts'
import { errorPage } from './error.tsx'

/** What happens in a life: what it asks for, in order, here and elsewhere. */
export async function lifeEventPage({ reads, desk, words, c }: Visit): Promise<Page> {
  const event = await reads.seeLifeEvent(desk, c.req.param('key') ?? '')
  if (isRefusal(event)) return errorPage(words, 404)
  const { language, finding } = words
  const main = (
    <article class="wrap page">
      <p>
        <Link href="/#su-kien">{finding.allLifeEvents}</Link>
      </p>
      <h1>{event.name[language]}</h1>
      <p class="lead">{event.lead[language]}</p>
      <ol class="event-steps">
        {event.steps.map((step, place) => (
          <Step key={place} words={words} step={step} />
        ))}
      </ol>
      <p class="hint">{finding.lifeEventHint}</p>
    </article>
  )
  return { title: event.name[language], description: event.lead[language], main }
}

function Step({ words, step }: { words: Words; step: SeenLifeEvent['steps'][number] }) {
  const { language, finding } = words
  if (step.kind === 'here')
    return (
      <li>
        <a href={`/thu-tuc/${encodeURIComponent(step.key)}`}>
          <CatalogueText text={step.name} />
        </a>
        <p>{step.hint[language]}</p>
      </li>
    )
  return (
    <li class="elsewhere">
      <strong>{step.title[language]}</strong> <span class="ds-tag">{finding.elsewhereTag}</span>
      <p>{step.hint[language]}</p>
      {step.ground && (
        <small>
          {finding.ground} <span lang="vi">{step.ground}</span>
        </small>
      )}
    </li>
  )
}
