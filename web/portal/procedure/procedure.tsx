import { type Day, type Moment, dayOf, toMoment } from '#domain/calendar/moment.ts'
import { explainer, type Explain } from '#domain/finding/explained.ts'
import type { PlainWord } from '#domain/finding/guide.ts'
import { isRefusal } from '#domain/outcome.ts'
import { ageRuleOn } from '#domain/procedure/age-rule.ts'
import { forChannel } from '#domain/procedure/procedure.ts'
import type { Page } from '../../page.tsx'
import { CatalogueText } from '../../parts/catalogue-text.tsx'
import { Explained } from '../../parts/explained.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { Link } from '../../parts/link.tsx'
import { Terms } from '../../parts/terms.tsx'
import type { SeenHours, SeenProcedure } from '../../reads.ts'
import type { Visit } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'
import { errorPage } from '../error.tsx'
import { Compared } from './by-channel.tsx'
import { ChooseCase, differsByChannel } from './choose-case.tsx'
import { addressOf, type Chosen, chosenOf } from './chosen.ts'
import { conditionOf } from './condition-of.ts'
import { Costs } from './costs.tsx'
import { DueBox } from './due-box.tsx'
import { Online } from './online.tsx'
import { Papers } from './papers.tsx'
import { Steps } from './process-steps.tsx'
import { Where } from './where.tsx'

/** Some names are a whole paragraph of the law. */
const LONG_NAME = 110

/** One procedure: can it be done online, what is needed, how long, how much, where. */
export async function procedurePage(visit: Visit): Promise<Page> {
  const { reads, desk, words, shownAs, c } = visit
  const seen = await reads.seeProcedure(desk, c.req.param('key') ?? '')
  if (isRefusal(seen)) return errorPage(words, 404)
  const chosen = await chosenOf(visit, seen)
  if (!chosen) return errorPage(words, 404)
  const [plainWords, hours, territory] = await Promise.all([
    reads.seePlainWords(desk),
    reads.seeHours(desk),
    reads.seeTerritory(desk),
  ])
  const { name } = seen.procedure
  const shown = { seen, chosen, plainWords, hours: isRefusal(hours) ? null : hours, territory }
  return {
    title: shownAs.get(name) ?? name,
    description: words.procedure.description(shownAs.get(name) ?? name),
    main: <ProcedureView visit={visit} {...shown} />,
  }
}

interface ProcedureViewProps {
  readonly visit: Visit
  readonly seen: SeenProcedure
  readonly chosen: Chosen
  readonly plainWords: readonly PlainWord[]
  readonly hours: SeenHours | null
  readonly territory: Awaited<ReturnType<Visit['reads']['seeTerritory']>>
}

function ProcedureView({ visit, seen, chosen, plainWords, hours, territory }: ProcedureViewProps) {
  const { words, desk } = visit
  const { procedure, limit } = words
  const { cases, name, key } = seen.procedure
  const plain = visit.shownAs.get(name)
  const explain = explainer(plainWords)
  const isCompared = cases.length > 1 || cases.some(differsByChannel)
  return (
    <article class="wrap page">
      <p class="no-print">
        <Link href="/thu-tuc">{procedure.toCatalogue}</Link>
      </p>
      <h1 class={(plain ?? name).length > LONG_NAME ? 'long' : undefined}>
        <CatalogueText text={name} />
      </h1>
      {plain !== undefined && (
        <p class="hint">
          {procedure.officialName} <span lang="vi">{name}</span>
        </p>
      )}
      <Terms words={words} lead={procedure.terms} texts={[name]} explain={explain} />
      <ChooseCase visit={visit} seen={seen} chosen={chosen} />
      <Online visit={visit} seen={seen} />
      <section class="answer-to" aria-labelledby="papers">
        <h2 id="papers">{procedure.bring}</h2>
        <Papers
          words={words}
          papers={chosen.case.components}
          explain={explain}
          when={conditionOf(seen, words)}
        />
        <p class="no-print">
          <Link href={addressOf(key, chosen, '/giay-to')}>{procedure.toChecklist}</Link>
        </p>
      </section>
      <section class="answer-to" aria-labelledby="how-long">
        <h2 id="how-long">{procedure.howLong}</h2>
        <p class="answer">{limit(forChannel(chosen.case.limit, chosen.channel))}</p>
        <DueBox words={words} due={chosen.due} />
      </section>
      <section class="answer-to" aria-labelledby="how-much">
        <h2 id="how-much">{procedure.howMuch}</h2>
        <Costs words={words} seen={seen} chosen={chosen} today={dayOf(desk.now).toString()} />
      </section>
      <section class="answer-to" aria-labelledby="where">
        <h2 id="where">{procedure.channels}</h2>
        <Where visit={visit} seen={seen} hours={hours} territory={territory} />
      </section>
      {isCompared && <Compared words={words} cases={cases} channels={seen.channels} />}
      <Steps words={words} seen={seen} />
      <About words={words} seen={seen} explain={explain} today={dayOf(desk.now).toString()} />
      <Standing words={words} seen={seen} now={toMoment(desk.now)} />
    </article>
  )
}

function Standing({
  words: { procedure, format },
  seen,
  now,
}: {
  words: Words
  seen: SeenProcedure
  now: Moment
}) {
  const { version, from } = seen.procedure
  return (
    <>
      <p class="hint">
        {procedure.version(version, from)}
        <span class="printed">{procedure.printedAt(format.longMoment(now))}</span>
      </p>
      <p class="no-print">
        <Link href="/tra-cuu">{procedure.toLookUp}</Link>
      </p>
    </>
  )
}

function AgeOf({ words, rule }: { readonly words: Words; readonly rule: ReturnType<typeof ageRuleOn> }) {
  return (
    <>
      {words.procedure.ageFrom(words.format.number(rule.leastAge))} <small lang="vi">{rule.ground}</small>
    </>
  )
}

interface AboutProps {
  readonly today: Day
  readonly words: Words
  readonly seen: SeenProcedure
  readonly explain: Explain
}

function About({ words, seen: { procedure: of, unitName }, explain, today }: AboutProps) {
  const { procedure, levels, applicants } = words
  return (
    <Facts class="about">
      <FactOf name={procedure.result}>
        <Explained words={words} text={of.result} explain={explain} />
      </FactOf>
      <FactOf name={procedure.unit}>
        <Link href={`/thu-tuc?${new URLSearchParams({ unit: of.unit })}`}>
          <CatalogueText text={unitName} />
        </Link>
      </FactOf>
      <FactOf name={procedure.field}>
        <Link href={`/thu-tuc?${new URLSearchParams({ field: of.field })}`}>
          <CatalogueText text={of.field} />
        </Link>
      </FactOf>
      <FactOf name={procedure.applicants}>{applicants[of.applicants]}</FactOf>
      {of.ageRules && (
        <FactOf name={procedure.age}>
          <AgeOf words={words} rule={ageRuleOn(of, today)} />
        </FactOf>
      )}
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
          <CatalogueText text={of.note} />
        </FactOf>
      )}
    </Facts>
  )
}
