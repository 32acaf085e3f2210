import type { Context } from 'hono'
import { answerPage } from '../page.tsx'
import { Link } from '../parts/link.tsx'
import { visitOf, type WebDoors } from '../visit.ts'

/** What the demonstration would have sent, in place of a telephone and a mailbox; null where nothing is shown. */
export async function demonstrationMessages(c: Context, doors: WebDoors): Promise<Response | null> {
  const messages = await doors.citizens.demonstrationMessages(c)
  if (!messages) return null
  const visit = await visitOf(c, doors)
  const said = visit.words.citizens
  const main = (
    <div class="wrap page narrow">
      <h1>{said.messagesTitle}</h1>
      <p>{said.messagesLead}</p>
      {messages.length === 0 && <p>{said.noMessages}</p>}
      <ol class="messages">
        {messages.map(({ way, to, language, subject, text, leave, at }, place) => (
          <li key={place} {...(language && { lang: language })}>
            <p class="hint">
              {[way && visit.words.notices.ways[way], to, visit.words.format.moment(at.toString())]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {subject && (
              <p>
                <strong>{subject}</strong>
              </p>
            )}
            <p class="message">{text}</p>
            {leave && (
              <p>
                <Link href={leave}>{visit.words.notices.leave}</Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
  return answerPage(visit, { title: said.messagesTitle, main })
}
