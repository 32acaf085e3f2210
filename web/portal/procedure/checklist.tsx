import { renderSVG } from 'uqr'
import { toMoment } from '#domain/calendar/moment.ts'
import { explainer } from '#domain/finding/explained.ts'
import { isRefusal } from '#domain/outcome.ts'
import { papersToBring } from '#domain/procedure/checklist.ts'
import { forChannel } from '#domain/procedure/procedure.ts'
import type { Page } from '../../page.tsx'
import { CatalogueText } from '../../parts/catalogue-text.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { Link } from '../../parts/link.tsx'
import type { SeenHours, SeenProcedure } from '../../reads.ts'
import type { Visit } from '../../visit.ts'
import { errorPage } from '../error.tsx'
import { AskMine, questionsOf } from './ask-mine.tsx'
import { addressOf, type Chosen, chosenOf } from './chosen.ts'
import { conditionOf } from './condition-of.ts'
import { promise } from './due-box.tsx'
import { Papers } from './papers.tsx'
import { Hours } from './where.tsx'

/** What a person in a case brings, as one sheet: printed, or taken along on a telephone by its address. */
export async function checklistPage(visit: Visit): Promise<Page> {
  const { reads, desk, words, shownAs, c } = visit
  const seen = await reads.seeProcedure(desk, c.req.param('key') ?? '')
  if (isRefusal(seen)) return errorPage(words, 404)
  const chosen = await chosenOf(visit, seen)
  if (!chosen) return errorPage(words, 404)
  const hours = await reads.seeHours(desk)
  const { name } = seen.procedure
  const shown = { seen, chosen, hours: isRefusal(hours) ? null : hours }
  return {
    title: words.checklist.titleOf(shownAs.get(name) ?? name),
    description: words.procedure.description(shownAs.get(name) ?? name),
    main: <Checklist visit={visit} {...shown} />,
  }
}

interface ChecklistProps {
  readonly visit: Visit
  readonly seen: SeenProcedure
  readonly chosen: Chosen
  readonly hours: SeenHours | null
}

function Checklist({ visit, seen, chosen, hours }: ChecklistProps) {
  const { words, url, desk, centre } = visit
  const { checklist, format } = words
  const { key, name, cases } = seen.procedure
  const holds = new Set(url.searchParams.getAll('paper').flatMap((one) => one.split(' ')))
  const when = conditionOf(seen, words)
  const papers = papersToBring(chosen.case.components, holds)
  const mine = questionsOf(chosen.case, when).filter((one) => one.papers.every((each) => holds.has(each)))
  return (
    <article class="wrap page checklist">
      <p class="no-print">
        <Link href={addressOf(key, chosen)}>{checklist.toProcedure}</Link>
      </p>
      <h1>{checklist.title}</h1>
      <p class="lead">
        <CatalogueText text={name} withOfficial />
      </p>
      <AskMine visit={visit} seen={seen} chosen={chosen} holds={holds} when={when} />
      <div class="sheet">
        <div>
          <h2>{checklist.papers(papers.length)}</h2>
          {(cases.length > 1 || mine.length > 0) && (
            <ul class="mine">
              {cases.length > 1 && (
                <li>
                  <CatalogueText text={chosen.case.name} />
                </li>
              )}
              {mine.map(({ label, isCatalogueText }) => (
                <li key={label}>{isCatalogueText ? <CatalogueText text={label} /> : label}</li>
              ))}
            </ul>
          )}
          <Papers words={words} papers={papers} explain={explainer([])} />
        </div>
        <Take visit={visit} />
      </div>
      <Facts class="brief">
        <FactOf name={words.procedure.howLong}>
          {words.limit(forChannel(chosen.case.limit, chosen.channel))}
          {chosen.due && <small>{promise(words, chosen.due)}</small>}
        </FactOf>
        <FactOf name={words.procedure.howMuch}>
          {words.fee(forChannel(chosen.case.fee, chosen.channel))}
        </FactOf>
        <FactOf name={words.procedure.channels}>
          <CatalogueText text={centre.name} />
          {hours && <Hours words={words} hours={hours} />}
        </FactOf>
      </Facts>
      <p class="hint">{checklist.asOf(format.longMoment(toMoment(desk.now)))}</p>
    </article>
  )
}

/** The address of this very list, to be scanned or sent; it says which papers, and nothing of anybody. */
function Take({ visit: { words, url, publicUrl } }: { visit: Visit }) {
  const { checklist } = words
  const query = new URLSearchParams(
    [...url.searchParams].filter(([name]) => ['case', 'channel', 'paper'].includes(name)),
  )
  const address = `${publicUrl}${url.pathname}${query.size > 0 ? `?${query}` : ''}`
  const message = encodeURIComponent(`${checklist.title}: ${address}`)
  return (
    <aside class="take" aria-label={checklist.take}>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`}
        alt={checklist.qr}
        width="168"
        height="168"
      />
      <p>{checklist.scan}</p>
      <p class="no-print">
        <Link href={`sms:?&body=${message}`}>{checklist.sms}</Link>
      </p>
      <p class="no-print">
        <Link href={`mailto:?body=${message}`}>{checklist.mail}</Link>
      </p>
      <p class="hint no-print">{checklist.print}</p>
    </aside>
  )
}
