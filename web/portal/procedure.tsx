import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { Page } from '../page.tsx'
import { FactOf, Facts } from '../parts/facts.tsx'
import { Link } from '../parts/link.tsx'
import type { SeenProcedure } from '../reads.ts'
import type { Visit } from '../visit.ts'
import type { Words } from '../words/vi.ts'
import { errorPage } from './error.tsx'
import { DueBox, type DueShown, seeDueShown } from './due-box.tsx'
import { Costs, Limits } from './by-channel.tsx'
import { Papers } from './papers.tsx'
import { Steps } from './process-steps.tsx'

/** Some names are a whole paragraph of the law. */
const LONG_NAME = 110

/** One procedure: what to bring, how long, what it costs, who does what, and when it would be ready. */
export async function procedurePage(visit: Visit): Promise<Page> {
  const { reads, desk, words, c } = visit
  const seen = await reads.seeProcedure(desk, c.req.param('key') ?? '')
  if (isRefusal(seen)) return errorPage(words, 404)
  const due = await seeDueShown(visit, seen)
  const main = <ProcedureView words={words} seen={seen} due={due} now={toMoment(desk.now)} />
  return { title: seen.procedure.name, main }
}

interface ProcedureViewProps {
  readonly words: Words
  readonly seen: SeenProcedure
  readonly due: DueShown
  readonly now: Moment
}

function ProcedureView({ words, seen, due, now }: ProcedureViewProps) {
  const { procedure } = words
  const { cases, version, from } = seen.procedure
  return (
    <article class="wrap page">
      <p class="no-print">
        <Link href="/thu-tuc">{procedure.toCatalogue}</Link>
      </p>
      <h1 lang="vi" class={seen.procedure.name.length > LONG_NAME ? 'long' : undefined}>
        {seen.procedure.name}
      </h1>
      <DueBox words={words} seen={seen} shown={due} />
      <h2>{procedure.bring}</h2>
      {cases.map((one) => (
        <Papers key={one.key} words={words} of={one} isOnly={cases.length === 1} />
      ))}
      <p class="hint no-print">{procedure.printHint}</p>
      <div class="columns">
        <Limits words={words} cases={cases} channels={seen.channels} />
        <Costs words={words} cases={cases} channels={seen.channels} />
      </div>
      <Steps words={words} seen={seen} />
      <Channels words={words} seen={seen} />
      <About words={words} seen={seen} />
      <p class="hint">
        {procedure.version(version, from)}
        <span class="printed">{procedure.printedAt(words.format.longMoment(now))}</span>
      </p>
      <p class="no-print">
        <Link href="/tra-cuu">{procedure.toLookUp}</Link>
      </p>
    </article>
  )
}

function Channels({ words: { procedure, channels }, seen }: { words: Words; seen: SeenProcedure }) {
  return (
    <section class="no-print">
      <h2>{procedure.channels}</h2>
      <ul class="tags">
        {seen.channels.map((one) => (
          <li key={one} class="ds-tag" data-color="brand2">
            {channels[one]}
          </li>
        ))}
      </ul>
    </section>
  )
}

function About({ words, seen: { procedure: of, unitName } }: { words: Words; seen: SeenProcedure }) {
  const { procedure, levels, applicants } = words
  return (
    <Facts class="about">
      <FactOf name={procedure.result}>
        <span lang="vi">{of.result}</span>
      </FactOf>
      <FactOf name={procedure.unit}>
        <Link href={`/thu-tuc?${new URLSearchParams({ unit: of.unit })}`} lang="vi">
          {unitName}
        </Link>
      </FactOf>
      <FactOf name={procedure.field}>
        <Link href={`/thu-tuc?${new URLSearchParams({ field: of.field })}`} lang="vi">
          {of.field}
        </Link>
      </FactOf>
      <FactOf name={procedure.applicants}>{applicants[of.applicants]}</FactOf>
      <FactOf name={procedure.level}>{levels[of.level]}</FactOf>
      {of.isFiveOnTheSpot && <FactOf name={procedure.spot}>{procedure.onTheSpot}</FactOf>}
      {of.code && of.isCodeVerified && <FactOf name={procedure.code}>{of.code}</FactOf>}
      <FactOf name={procedure.basis}>
        <ul lang="vi">
          {of.legalBasis.map((act) => (
            <li key={act}>{act}</li>
          ))}
        </ul>
      </FactOf>
      {of.note && (
        <FactOf name={procedure.note}>
          <span lang="vi">{of.note}</span>
        </FactOf>
      )}
    </Facts>
  )
}
