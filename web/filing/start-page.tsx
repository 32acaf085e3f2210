import { dayOf } from '#domain/calendar/moment.ts'
import { explainer } from '#domain/finding/explained.ts'
import { isRefusal } from '#domain/outcome.ts'
import { papersAsked } from '#domain/filing/papers-filed.ts'
import { type Case, forChannel } from '#domain/procedure/procedure.ts'
import { beginDraft } from '#work/filing/begin-draft.ts'
import { filesAlone } from '#work/filing/files-alone.ts'
import { filingLaw, filingsAreOn, type LawOfFiling } from '#work/filing/filing-law.ts'
import { type OwnLine, seeOwnFilings } from '#work/filing/see-own-filing.ts'
import { seeDraft } from '#work/filing/see-draft.ts'
import { REPRESENTING } from '../citizen/addresses.ts'
import { seeOther } from '../desk/desk-page.ts'
import { commandIdIn, first, newCommandId, NOTHING_TYPED, refusalText, type Typed } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { type Fault, RadioGroup } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import { PostForm } from '../parts/post-form.tsx'
import { Terms } from '../parts/terms.tsx'
import { CHECK_STEP, FILE_HELPED, stepAddress } from './addresses.ts'
import type { FilingAnswer, FilingPost, FilingVisit } from './filing-visit.ts'

/** What is needed and how long it takes, which case it is, and what was begun before. */
export async function startPage(filing: FilingVisit): FilingAnswer {
  return shown(filing, NOTHING_TYPED, {})
}

export const begin: FilingPost = async (filing, typed) => {
  const { visit } = filing
  const law = await filingLaw(visit.desk, keyOf(filing))
  if (isRefusal(law)) return shown(filing, typed, {})
  const { cases, key: procedure } = law.procedure
  const chosen =
    cases.find(({ key }) => key === first(typed, 'case')) ?? (cases.length === 1 ? cases[0] : null)
  if (!chosen) {
    const fault = { field: 'case', text: visit.words.filing.whichCaseMissing }
    return shown(filing, typed, { faults: [fault] })
  }
  const isOldEnough = filesAlone(visit.desk, law.procedure)
  if (isRefusal(isOldEnough)) return { ...(await shown(filing, typed, {})), status: 409 }
  const again = filing.mayBegin()
  if (again) {
    const refused = visit.words.filing.wait(visit.words.format.moment(again.toString()))
    return { ...(await shown(filing, typed, { refused })), status: 429 }
  }
  const at = filing.withBrowser()
  const id = await beginDraft(at, { id: commandIdIn(typed), procedure, case: chosen.key })
  if (isRefusal(id))
    return { ...(await shown(filing, typed, { refused: refusalText(visit.words, id) })), status: 409 }
  const seen = await seeDraft(at, id)
  const [step] = isRefusal(seen) ? [] : seen.steps.filter(({ kind }) => kind !== 'case')
  return seeOther(stepAddress(filing.base, { id, procedure }, step?.key ?? CHECK_STEP))
}

const keyOf = ({ visit }: FilingVisit) => visit.c.req.param('key') ?? ''

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function shown(filing: FilingVisit, typed: Typed, answer: Answer): Promise<Page> {
  const { visit } = filing
  const { words, desk } = visit
  const said = words.filing
  const isOn = await filingsAreOn(desk)
  const law = isRefusal(isOn) ? isOn : await filingLaw(desk, keyOf(filing))
  if (isRefusal(law)) {
    const main = (
      <div class="wrap page narrow">
        <h1>{law.refused === 'filings-off' ? said.offTitle : said.cannotTitle}</h1>
        <p>{refusalText(words, law)}</p>
        <p>
          <Link href="/thu-tuc">{words.onward.catalogue}</Link>
        </p>
      </div>
    )
    return { title: said.cannotTitle, main, status: 404 }
  }
  const { drafts } = await seeOwnFilings(filing.at)
  const own = drafts.filter((one) => one.procedure === law.procedure.key && !one.isAnswer)
  const { faults, refused } = answer
  const isOldEnough = filesAlone(desk, law.procedure)
  const main = (
    <div class="wrap page narrow">
      <h1>{said.startTitle}</h1>
      <p class="lead" lang="vi">
        {law.procedure.name}
      </p>
      <Terms
        words={words}
        lead={said.terms}
        texts={[law.procedure.name, ...papersNamed(law)]}
        explain={explainer(filing.plainWords)}
      />
      <Drafts filing={filing} drafts={own} />
      {filing.base === FILE_HELPED && <p>{words.desk.filings.helpLead}</p>}
      <p>{said.startLead}</p>
      <Prepare filing={filing} law={law} />
      <p>{said.acceptedWithin(words.format.number(law.acceptance.hours))}</p>
      {isRefusal(isOldEnough) ? (
        <Notice kind="warning">
          <p>{refusalText(words, isOldEnough)}</p>
          <p>
            <Link href={REPRESENTING}>{words.citizens.representing.title}</Link>
          </p>
        </Notice>
      ) : (
        <PostForm words={words} class="stacked" faults={faults} refused={refused}>
          <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
          <WhichCase filing={filing} law={law} typed={typed} fault={faults?.[0]?.text} />
          <Button>{said.begin}</Button>
        </PostForm>
      )}
      <p>
        <Link href={`/thu-tuc/${encodeURIComponent(law.procedure.key)}`}>{said.back}</Link>
      </p>
    </div>
  )
  return { title: said.startTitle, main, status: faults ? 422 : 200 }
}

/** What was begun before in this browser or with this account. */
function Drafts({ filing, drafts }: { filing: FilingVisit; drafts: readonly OwnLine[] }) {
  const { words } = filing.visit
  if (drafts.length === 0) return null
  return (
    <section class="panel tinted">
      <h2>{words.filing.yourDrafts}</h2>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Link href={stepAddress(filing.base, draft, CHECK_STEP)}>
              {words.filing.goOn(words.format.moment(draft.changedAt))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Prepare({ filing: { visit }, law }: { filing: FilingVisit; law: LawOfFiling }) {
  const { words, desk } = visit
  const { procedure, dataSources } = law
  const on = dayOf(desk.now).toString()
  const [only] = procedure.cases
  return (
    <>
      <h2>{words.filing.prepare}</h2>
      {procedure.cases.map((chosen) => {
        const asked = papersAsked({ chosen, procedure, dataSources, on })
        return (
          <section key={chosen.key}>
            {chosen !== only || procedure.cases.length > 1 ? <h3 lang="vi">{chosen.name}</h3> : null}
            {asked.length === 0 ? (
              <p>{words.filing.prepareNone}</p>
            ) : (
              <ul>
                {asked.map(({ component, ways }) => (
                  <li key={component.key}>
                    <span lang="vi">{component.name}</span>
                    {!component.isRequired && <span class="hint"> {words.procedure.optional}</span>}
                    {ways.includes('file') ? '' : ` – ${words.filing.ways.data}`}
                  </li>
                ))}
              </ul>
            )}
            <p>{words.filing.feeIs(feeOf(words, chosen))}</p>
          </section>
        )
      })}
    </>
  )
}

const papersNamed = ({ procedure }: LawOfFiling) =>
  procedure.cases.flatMap(({ name, components }) => [name, ...components.map((one) => one.name)])

const feeOf = (words: FilingVisit['visit']['words'], chosen: Case) =>
  words.fee(forChannel(chosen.fee, 'online'))

interface WhichCaseProps {
  readonly filing: FilingVisit
  readonly law: LawOfFiling
  readonly typed: Typed
  readonly fault: string | undefined
}

function WhichCase({ filing: { visit }, law, typed, fault }: WhichCaseProps) {
  const { cases } = law.procedure
  if (cases.length === 1) return null
  return (
    <RadioGroup
      name="case"
      legend={visit.words.filing.whichCase}
      value={first(typed, 'case')}
      fault={fault}
      choices={cases.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' }))}
    />
  )
}
