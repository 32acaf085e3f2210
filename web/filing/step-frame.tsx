import type { ComponentChildren } from 'preact'
import { explainer } from '#domain/finding/explained.ts'
import { keyOfItem } from '#domain/filing/answering.ts'
import { type FilingStep, PARTS, stepAfter } from '#domain/filing/filing-steps.ts'
import type { SeenDraft } from '#work/filing/see-draft.ts'
import { Button } from '../parts/button.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import type { Words } from '../words/vi.ts'
import { CHECK_STEP, startAddress, stepAddress } from './addresses.ts'
import type { FilingVisit } from './filing-visit.ts'
import { hintOf, labelOf } from '../parts/said-of-fields.ts'
import { Terms } from '../parts/terms.tsx'

/** From a page that was opened to put something right back to where the whole is checked, otherwise on. */
export function onwardFrom({ visit }: FilingVisit, { steps }: SeenDraft, key: string): string {
  if (visit.c.req.query('ve') === CHECK_STEP && steps.some((one) => one.key === key)) return CHECK_STEP
  return stepAfter(steps, key)?.key ?? CHECK_STEP
}

export const idOf = ({ visit }: FilingVisit) => visit.c.req.param('draft') ?? ''

/** Another page of the draft of this address. */
export function here({ visit, base }: FilingVisit, step: string): `/${string}` {
  const draft = { id: visit.c.req.param('draft') ?? '', procedure: visit.c.req.param('key') ?? '' }
  return stepAddress(base, draft, step)
}

/** What a page is about: the groups its fields stand in, otherwise the form. */
export function titleOf({ visit: { words } }: FilingVisit, seen: SeenDraft, step: FilingStep): string {
  const said = words.filing
  if (step.kind === 'case') return said.whichCase
  if (step.kind === 'paper') return step.asked ? step.asked.component.name : said.authority
  if (step.kind === 'check') return said.checkTitle
  const { within, list, fields, key } = step.page
  const groups = within.map((one) => labelOf(words, one).text)
  const place = /\.(\d+)$/.exec(key)?.[1]
  if (place !== undefined && within.length === 1 && within[0]?.type === 'list')
    return `${groups.join(' – ')}: ${said.row(Number(place) + 1)}`
  if (list) return [...groups, labelOf(words, list.field).text].join(' – ')
  const [only, ...more] = fields
  if (groups.length > 0) return groups.join(' – ')
  if (only && more.length === 0 && step.part === 'c') return labelOf(words, only.field).text
  return step.part === 'c'
    ? said.common.applicant
    : words.language === 'en'
      ? (seen.form.english ?? seen.form.title)
      : seen.form.title
}

interface StepFrameProps {
  readonly filing: FilingVisit
  readonly seen: SeenDraft
  readonly step: FilingStep
  readonly title: string
  readonly enctype?: 'multipart/form-data'
  readonly children: ComponentChildren
}

/** What every page of a filing has: which procedure, how far, saving, and the way back. */
export function StepFrame({ filing, seen, step, title, enctype, children }: StepFrameProps) {
  const { words } = filing.visit
  const said = words.filing
  const { steps, law } = seen
  const place = steps.findIndex((one) => one.key === step.key)
  const before = place === -1 ? steps.find((one) => step.key.startsWith(`${one.key}.`)) : steps[place - 1]
  return (
    <div class="wrap page narrow filing">
      <p class="hint" lang="vi">
        {law.procedure.name}
      </p>
      {place !== -1 && <p class="hint">{said.step(place + 1, steps.length)}</p>}
      <h1 class={title.length > 60 ? 'long' : undefined}>{title}</h1>
      <Terms
        words={words}
        lead={said.terms}
        texts={textsOf(words, seen, step)}
        explain={explainer(filing.plainWords)}
      />
      <AskedHere words={words} seen={seen} step={step.key} />
      <form method="post" class="stacked" {...(enctype && { enctype })}>
        {children}
        <div class="actions">
          <Button>{place === -1 ? said.rowDone : said.save}</Button>
          <Button kind="secondary" name="lam" value="nghi">
            {said.saveAndRest}
          </Button>
        </div>
      </form>
      <p class="onward">
        <Link href={before ? here(filing, before.key) : startAddress(filing.base, law.procedure.key)}>
          {said.back}
        </Link>
        <Link href={here(filing, CHECK_STEP)}>{said.toCheck}</Link>
      </p>
    </div>
  )
}

/** What stands on a page that may need plain words: titles, labels and what to write. */
function textsOf(words: Words, { law }: SeenDraft, step: FilingStep): string[] {
  if (step.kind === 'case') return law.procedure.cases.map(({ name }) => name)
  if (step.kind === 'paper') return step.asked ? [step.asked.component.name] : []
  if (step.kind === 'check') return []
  const { within, fields, list } = step.page
  const shown = [...within, ...fields.map(({ field }) => field), ...(list ? [list.field] : [])]
  return shown.flatMap((field) => [labelOf(words, field).text, hintOf(words, field) ?? ''])
}

interface AskedProps {
  readonly words: Words
  readonly seen: SeenDraft
  /** Key of the page. */
  readonly step: string
}

/** What was found wrong on this page and what is to be done about it. */
function AskedHere({ words, seen, step }: AskedProps) {
  const items = seen.answering?.asked?.items ?? []
  const here = items.filter((item, place) => {
    if (step === `${PARTS.paper}.${keyOfItem(item, place)}`) return true
    const page = seen.steps.find((one) => one.key === step)
    if (page?.kind !== 'form' || typeof item.field !== 'string') return false
    const names = [page.page.list?.name, ...page.page.fields.map(({ name }) => name)]
    return names.some((name) => name && (item.field === name || item.field?.startsWith(`${name}.`)))
  })
  if (here.length === 0) return null
  return (
    <Notice kind="warning" title={words.own.answer.asked}>
      {here.map(({ wrong, todo }) => (
        <p key={`${wrong} ${todo}`} lang="vi">
          <strong>{wrong}</strong>
          <br />
          {todo}
        </p>
      ))}
    </Notice>
  )
}
