import { AUTHORITY, type FilingPaper } from '#domain/filing/events.ts'
import { mayFollow } from '#domain/filing/decide.ts'
import { isRefusal } from '#domain/outcome.ts'
import { answersInLines } from '#work/filing/answer-lines.ts'
import { beginAnswer } from '#work/filing/answer-filing.ts'
import { giveFilingSlip } from '#work/filing/give-filing-slip.ts'
import { seeDraft } from '#work/filing/see-draft.ts'
import { type SeenOwnFiling, seeOwnFiling } from '#work/filing/see-own-filing.ts'
import { withdrawFiling } from '#work/filing/withdraw-filing.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, newCommandId, refusalText } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { FactOf, Facts } from '../parts/facts.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import { UnitNow } from '../parts/unit-now.tsx'
import { keepKey, LOOK_UP } from '../portal/key-cookie.tsx'
import { PAY } from '../portal/paying/address.ts'
import { CHECK_STEP, FILE_ONLINE, filingAddress, stepAddress } from './addresses.ts'
import { type FilingAnswer, type FilingPost, type FilingVisit, refusedFiling } from './filing-visit.ts'
import { answerInWords, labelOf } from '../parts/said-of-fields.ts'

const idOf = ({ visit }: FilingVisit) => visit.c.req.param('id') ?? ''

/** What was filed: code and key, until when the centre answers, what comes next, and what is to be done. */
export async function filingPage(filing: FilingVisit): FilingAnswer {
  const seen = await seeOwnFiling(filing.visit.desk, idOf(filing))
  return isRefusal(seen) ? refusedFiling(filing, seen) : shown(filing, seen)
}

/** Begins an answer to what was asked, goes on to pay, or takes the filing back. */
export const actOnFiling: FilingPost = async (filing, typed) => {
  const { visit, base } = filing
  const id = idOf(filing)
  const seen = await seeOwnFiling(visit.desk, id)
  if (isRefusal(seen)) return refusedFiling(filing, seen)
  if (first(typed, 'lam') === 'nop-tien') {
    keepKey(visit.c, { code: seen.filing.code, key: seen.filing.lookupKey })
    return seeOther(PAY)
  }
  if (first(typed, 'lam') === 'bo-sung') {
    const draft = await beginAnswer(visit.desk, id)
    if (isRefusal(draft)) return shown(filing, seen, refusalText(visit.words, draft))
    const begun = await seeDraft(filing.at, draft)
    const step = isRefusal(begun) ? undefined : begun.steps[0]
    return seeOther(
      stepAddress(base, { id: draft, procedure: seen.filing.procedure }, step?.key ?? CHECK_STEP),
    )
  }
  const given = { id: first(typed, 'id'), version: Number(first(typed, 'version')) }
  const withdrawn = await withdrawFiling(visit.desk, id, given)
  if (isRefusal(withdrawn)) return shown(filing, seen, refusalText(visit.words, withdrawn))
  return seeOther(filingAddress(base, id))
}

/** The slip of what was asked for or why it was refused, as PDF. */
export async function filingSlip({ visit }: FilingVisit, site: string): Promise<Response | null> {
  const bytes = await giveFilingSlip(visit.desk, visit.c.req.param('id') ?? '', site)
  if (isRefusal(bytes)) return null
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Cache-Control': 'private, no-store' },
  })
}

type Seen = SeenOwnFiling & { readonly isPayable: boolean }

function shown(filing: FilingVisit, seen: Seen, refused?: string): Page {
  const { words } = filing.visit
  const said = words.filing
  const { filing: of, procedureName, caseName, unitName, helpedBy, id } = seen
  const isNew = of.stage === 'submitted'
  const title = isNew ? said.doneTitle : said.lookedUpTitle(of.code)
  const main = (
    <div class="wrap page narrow filing">
      <h1>{title}</h1>
      <p class="lead" lang="vi">
        {procedureName}
        {caseName && `: ${caseName}`}
      </p>
      {refused && (
        <Notice kind="danger" role="alert">
          <p>{refused}</p>
        </Notice>
      )}
      <Facts>
        <FactOf name={said.code}>
          <strong class="code">{of.code}</strong>
        </FactOf>
        <FactOf name={said.lookupKey}>
          <strong class="code">{of.lookupKey}</strong>
          <small>{said.keepThem}</small>
        </FactOf>
        <FactOf name={said.status}>{said.stages[of.stage]}</FactOf>
        <FactOf name={said.submittedAt}>{words.format.longMoment(of.submittedAt)}</FactOf>
        {of.acceptBy !== null && (
          <FactOf name={said.acceptBy}>
            {words.format.longMoment(of.acceptBy)}
            <small>
              {said.acceptByWhy(words.format.number(seen.hours))}. {said.settleFrom}
            </small>
          </FactOf>
        )}
        <FactOf name={said.unit}>
          <span lang="vi">{unitName}</span>
        </FactOf>
        <FactOf name={said.filedBy}>
          <span lang="vi">{of.applicant.name}</span>
        </FactOf>
        {helpedBy !== null && (
          <FactOf name={said.helped}>
            <span lang="vi">{helpedBy}</span>
          </FactOf>
        )}
        {of.owner.name !== of.applicant.name && (
          <FactOf name={said.filedFor}>
            <span lang="vi">{of.owner.name}</span>
          </FactOf>
        )}
      </Facts>
      <Asked filing={filing} seen={seen} />
      <Refused filing={filing} seen={seen} />
      {(of.stage === 'submitted' || of.stage === 'answered') && (
        <>
          <h2>{said.next}</h2>
          <ol>
            {said.nextSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
            {of.content.papers.some(({ way }) => way === 'counter' || way === 'post') && (
              <li>{said.nextPapers}</li>
            )}
          </ol>
          <p class="hint">{said.print}</p>
        </>
      )}
      {seen.isPayable && filing.base === FILE_ONLINE && (
        <form method="post" action={filingAddress(filing.base, id)} class="no-print">
          <Button kind="secondary" name="lam" value="nop-tien">
            {words.paying.payAhead}
          </Button>
          <p class="hint">{words.paying.beforeReceipt}</p>
        </form>
      )}
      {of.stage === 'accepted' && (
        <p>
          <Link href={LOOK_UP}>{said.follow}</Link>
        </p>
      )}
      <Content filing={filing} seen={seen} />
      {!isRefusal(mayFollow(of, 'WithdrawFiling')) && (
        <form method="post" action={filingAddress(filing.base, id)} class="no-print">
          <input type="hidden" name="id" value={newCommandId()} />
          <input type="hidden" name="version" value={of.version} />
          <Button kind="tertiary" name="lam" value="rut" isDanger>
            {said.withdraw}
          </Button>
          <p class="hint">{said.withdrawHint}</p>
        </form>
      )}
    </div>
  )
  return { title, main, status: refused ? 409 : 200 }
}

interface SeenProps {
  readonly filing: FilingVisit
  readonly seen: SeenOwnFiling
}

/** What is asked for, all of it, and the way to put it right. */
function Asked({ filing, seen }: SeenProps) {
  const { words } = filing.visit
  const said = words.filing
  const { stage, asked } = seen.filing
  if (stage !== 'asked' || !asked) return null
  return (
    <section class="panel tinted">
      <h2>{said.askedTitle}</h2>
      <p>{said.askedLead}</p>
      <ol lang="vi">
        {asked.items.map(({ field, component, wrong, todo }, place) => (
          <li key={place}>
            <p>
              <strong>{whereOf(words, seen, { field, component })}</strong> {wrong}
            </p>
            <p>{todo}</p>
          </li>
        ))}
      </ol>
      <form method="post" action={filingAddress(filing.base, seen.id)}>
        <Button name="lam" value="bo-sung">
          {said.answer}
        </Button>
      </form>
      <SlipLink filing={filing} seen={seen} />
    </section>
  )
}

function whereOf(
  words: FilingVisit['visit']['words'],
  { form, filing, paperNames }: SeenOwnFiling,
  { field, component }: { readonly field: string | null; readonly component: string | null },
): string {
  const line = answersInLines(form.fields, filing.content.answers, null).find(({ name }) => name === field)
  if (line) return `${labelOf(words, line.field).text}:`
  if (component === AUTHORITY) return `${words.filing.authority}:`
  return component === null ? '' : `${paperNames.get(component) ?? component}:`
}

function Refused({ filing, seen }: SeenProps) {
  const { words } = filing.visit
  const said = words.filing
  const { refusal } = seen.filing
  if (!refusal) return null
  return (
    <section class="panel tinted">
      <h2>{said.refusedTitle}</h2>
      <Facts>
        <FactOf name={said.reason}>
          <span lang="vi">{refusal.reason}</span>
        </FactOf>
        <FactOf name={said.ground}>
          <span lang="vi">{refusal.ground}</span>
        </FactOf>
        <FactOf name={said.instead}>
          <span lang="vi">{refusal.instead}</span>
        </FactOf>
      </Facts>
      <SlipLink filing={filing} seen={seen} />
    </section>
  )
}

function SlipLink({ filing, seen }: SeenProps) {
  return (
    <p class="no-print">
      <a class="ds-link" href={`${filingAddress(filing.base, seen.id)}/phieu`}>
        {filing.visit.words.filing.slip}
      </a>
    </p>
  )
}

/** What was filed, for the person's own copy. */
function Content({ filing, seen }: SeenProps) {
  const { words } = filing.visit
  const said = words.filing
  const { answers, papers } = seen.filing.content
  return (
    <details class="more-filters">
      <summary>{said.yourAnswers}</summary>
      <Facts>
        {answersInLines(seen.form.fields, answers, null).map(({ name, field, within, answer }) => (
          <FactOf
            key={name}
            name={[...within.map((one) => labelOf(words, one.field).text), labelOf(words, field).text].join(
              ' – ',
            )}
          >
            <span lang="vi">{answerInWords(words, field, answer)}</span>
            <UnitNow words={words} now={seen.addressesNow.get(name)} />
          </FactOf>
        ))}
        {papers.map((paper) => (
          <FactOf key={paper.component} name={seen.paperNames.get(paper.component) ?? said.authority}>
            <span lang="vi">{paperInWords(words, paper)}</span>
            {statesIn(paper, seen).map((state) => (
              <small key={state}>{words.handingIn.ownStates[state]}</small>
            ))}
          </FactOf>
        ))}
      </Facts>
    </details>
  )
}

/** What the person should know of the files of a paper: that some wait, or were thrown out. */
function statesIn({ files }: FilingPaper, { fileStates }: SeenOwnFiling): ('waiting' | 'infected')[] {
  const states = files.map(({ id }) => fileStates.get(id))
  return (['waiting', 'infected'] as const).filter((state) => states.includes(state))
}

export function paperInWords(
  words: FilingVisit['visit']['words'],
  { way, files, held }: FilingPaper,
): string {
  if (held) return words.handingIn.seeHeld(held.code)
  return way === 'file' ? files.map(({ name }) => name).join('; ') : words.filing.ways[way]
}
