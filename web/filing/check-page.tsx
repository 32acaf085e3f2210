import { dayOf } from '#domain/calendar/moment.ts'
import { type FilingStep, stepOfFault } from '#domain/filing/filing-steps.ts'
import { feeDue } from '#domain/procedure/fee.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { AnswerFault } from '#domain/procedure/answers.ts'
import { type FormField, walked } from '#domain/procedure/form.ts'
import { forChannel } from '#domain/procedure/procedure.ts'
import { typedText } from '#domain/procedure/read-answer.ts'
import { NOTE_BOX, sendSupplement } from '#work/answering/send-supplement.ts'
import { answerFiling } from '#work/filing/answer-filing.ts'
import { addressesNow } from '#work/filing/addresses-now.ts'
import { answersInLines } from '#work/filing/answer-lines.ts'
import { filesAlone } from '#work/filing/files-alone.ts'
import { dropOwnDraft } from '#work/filing/drop-draft.ts'
import { savePage } from '#work/filing/save-page.ts'
import type { SeenDraft } from '#work/filing/see-draft.ts'
import { submitFiling } from '#work/filing/submit-filing.ts'
import { ownDossierAddress } from '../citizen/addresses.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, refusalText, type Typed } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { CheckBox, ErrorSummary, type Fault, TextArea } from '../parts/field.tsx'
import { FactOf, Facts } from '../parts/facts.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import { UnitNow } from '../parts/unit-now.tsx'
import { FOLLOWED, SENT_MARK } from '../portal/followed-addresses.ts'
import type { Words } from '../words/vi.ts'
import { CHECK_STEP, filingAddress, startAddress, stepAddress } from './addresses.ts'
import { paperInWords } from './filing-page.tsx'
import { type FilingAnswer, type FilingVisit, refusedFiling } from './filing-visit.ts'
import { answerInWords, faultInWords, labelOf } from '../parts/said-of-fields.ts'
import { sentAlready } from './sent-already.ts'
import { titleOf } from './step-frame.tsx'

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** The whole before it is filed: every answer with a way to change it, what is still wrong, declarations, the fee. */
export function checkPage(filing: FilingVisit, seen: SeenDraft, answer: Answer = {}): Page {
  const { words } = filing.visit
  const said = words.filing
  const wrong = stillWrong(filing, seen)
  const faults = answer.faults ?? []
  const title = seen.draft.answersDossier ? words.own.answer.check : said.checkTitle
  const main = (
    <div class="wrap page narrow filing">
      <p class="hint" lang="vi">
        {seen.law.procedure.name}
      </p>
      <h1>{title}</h1>
      {faults.length > 0 && <ErrorSummary title={said.faultsTitle} faults={faults} />}
      {answer.refused && (
        <Notice kind="danger" role="alert">
          <p>{answer.refused}</p>
        </Notice>
      )}
      <p>{said.checkLead}</p>
      {wrong.length > 0 && (
        <Notice kind="warning" title={said.stillWrong}>
          <ul>
            {wrong.map(({ text, step }, place) => (
              <li key={place}>
                {step ? (
                  <Link href={`${stepAddress(filing.base, seen.draft, step)}?ve=${CHECK_STEP}`}>{text}</Link>
                ) : (
                  text
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {seen.steps.map((step) => (
        <StepAnswers key={step.key} filing={filing} seen={seen} step={step} />
      ))}
      <DataPapers filing={filing} seen={seen} />
      <Fee filing={filing} seen={seen} />
      <Sending filing={filing} seen={seen} isWhole={wrong.length === 0} />
      <form method="post" class="drop">
        <Button kind="tertiary" name="lam" value="xoa" isDanger>
          {said.drop}
        </Button>
        <p class="hint">{said.dropSure}</p>
      </form>
    </div>
  )
  return { title, main, status: answer.refused ? 409 : faults.length > 0 ? 422 : 200 }
}

interface Wrong {
  readonly text: string
  readonly step: string | undefined
}

/** What must be put right, each with the page on which it is; declarations are made here. */
function stillWrong(
  { visit: { words } }: FilingVisit,
  { read, steps, chosen, answering, papers, people }: SeenDraft,
): Wrong[] {
  const of = (part: 'c' | 'f') => (fault: AnswerFault) => ({
    text: faultInWords(words, fault),
    step: stepOfFault(steps, part, fault)?.key,
  })
  const open = (faults: readonly AnswerFault[]) => faults.filter(({ code }) => code !== 'must-agree')
  const isThere = (key: string) => papers.some(({ component }) => component === key)
  const missing = steps.flatMap((step) => {
    if (step.kind !== 'paper' || isThere(step.component)) return []
    const isNeeded = step.asked ? step.asked.component.isRequired : people.needsAuthority
    const name = step.asked?.component.name ?? words.filing.authority
    return isNeeded ? [{ text: words.filing.faults.missing(name, ''), step: step.key }] : []
  })
  return [
    ...(chosen ? [] : [{ text: words.filing.whichCaseMissing, step: 'truong-hop' }]),
    ...(answering ? [] : open(read.before.faults).map(of('c'))),
    ...open(read.form.faults).map(of('f')),
    ...missing,
    ...(answering ? [] : open(read.after.faults).map(of('c'))),
  ]
}

interface StepProps {
  readonly filing: FilingVisit
  readonly seen: SeenDraft
  readonly step: FilingStep
}

/** What was answered on one page. */
function StepAnswers({ filing, seen, step }: StepProps) {
  const { words } = filing.visit
  const said = words.filing
  if (step.kind === 'check') return null
  const title = titleOf(filing, seen, step)
  return (
    <section class="answers">
      <h2>{title}</h2>
      <Facts>
        {step.kind === 'case' && (
          <FactOf name={said.whichCase}>{seen.chosen?.name ?? said.notAnswered}</FactOf>
        )}
        {step.kind === 'paper' && <PaperAnswer filing={filing} seen={seen} component={step.component} />}
        {step.kind === 'form' && <FormAnswers filing={filing} seen={seen} step={step} />}
      </Facts>
      <p>
        <Link href={`${stepAddress(filing.base, seen.draft, step.key)}?ve=${CHECK_STEP}`}>
          {said.edit}
          <span class="ds-sr-only">: {title}</span>
        </Link>
      </p>
    </section>
  )
}

function FormAnswers({
  filing,
  seen,
  step,
}: StepProps & { readonly step: Extract<FilingStep, { kind: 'form' }> }) {
  const { words } = filing.visit
  const { read, common, form } = seen
  const isForm = step.part === 'f'
  const fields = isForm ? form.fields : [...common.before, ...common.after]
  const answers = isForm ? read.form.answers : { ...read.before.answers, ...read.after.answers }
  const lines = answersInLines(fields, answers, null)
  const now = addressesNow(seen.law.places, lines, dayOf(filing.visit.desk.now).toString())
  const names = step.page.list ? [step.page.list.name] : step.page.fields.map(({ name }) => name)
  return (
    <>
      {names.flatMap((name) => {
        const own = lines.filter((one) => one.name === name || one.name.startsWith(`${name}.`))
        const field = step.page.fields.find((one) => one.name === name)?.field ?? step.page.list?.field
        if (own.length === 0 && field)
          return [
            <FactOf key={name} name={labelOf(words, field).text}>
              {words.filing.notAnswered}
            </FactOf>,
          ]
        return own.map((line) => (
          <FactOf key={line.name} name={nameOf(words, line, name)}>
            <span lang="vi">{answerInWords(words, line.field, line.answer)}</span>
            <UnitNow words={words} now={now.get(line.name)} />
          </FactOf>
        ))
      })}
    </>
  )
}

/** Inside a list a line says its row. */
function nameOf(
  words: FilingVisit['visit']['words'],
  line: ReturnType<typeof answersInLines>[number],
  name: string,
): string {
  const label = labelOf(words, line.field).text
  const row = line.within.find((one) => one.row !== null)?.row
  return row === undefined || row === null || line.name === name
    ? label
    : `${words.filing.row(row + 1)}: ${label}`
}

function PaperAnswer({ filing, seen, component }: Omit<StepProps, 'step'> & { readonly component: string }) {
  const { words } = filing.visit
  const paper = seen.papers.find((one) => one.component === component)
  if (!paper) return <FactOf name={words.filing.paperHow}>{words.filing.notAnswered}</FactOf>
  return (
    <FactOf name={words.filing.paperHow}>
      {paper.way === 'file' ? (
        <ul lang="vi">
          {paper.files.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      ) : (
        paperInWords(words, paper)
      )}
    </FactOf>
  )
}

function DataPapers({ filing, seen }: Omit<StepProps, 'step'>) {
  const own = seen.asked.filter(({ ways }) => !ways.includes('file'))
  if (own.length === 0) return null
  return (
    <section>
      <h2>{filing.visit.words.filing.dataPapers}</h2>
      <ul lang="vi">
        {own.map(({ component }) => (
          <li key={component.key}>{component.name}</li>
        ))}
      </ul>
    </section>
  )
}

/** What it will cost, as far as that is known before anybody looked at it. */
function Fee({ filing, seen }: Omit<StepProps, 'step'>) {
  const { words } = filing.visit
  if (!seen.chosen || seen.answering) return null
  const fee = forChannel(seen.chosen.fee, 'online')
  const copies = seen.read.form.answers['copies'] ?? seen.read.after.answers['copies']
  const dong = feeDue(fee, typeof copies === 'number' ? copies : 1, null)
  return (
    <section>
      <h2>{words.filing.feeNow}</h2>
      <p class="answer">{dong === null || fee.kind === 'free' ? words.fee(fee) : words.format.money(dong)}</p>
      {fee.kind !== 'free' && <p class="hint">{words.filing.payLater}</p>}
    </section>
  )
}

/** The declarations and the one button; before it the sign-in, where nobody has. */
function Sending({ filing, seen, isWhole }: Omit<StepProps, 'step'> & { readonly isWhole: boolean }) {
  const { visit, base, signIn } = filing
  const { words, desk } = visit
  const said = words.filing
  if (desk.actor.kind === 'public' && !seen.draft.answersDossier)
    return (
      <section class="panel tinted">
        <p>{said.signInFirst}</p>
        <a class="ds-button" href={signIn(stepAddress(base, seen.draft, CHECK_STEP))}>
          {said.signIn}
        </a>
      </section>
    )
  const isOldEnough = seen.answering ? true : filesAlone(desk, seen.law.procedure)
  if (isRefusal(isOldEnough))
    return (
      <Notice kind="danger">
        <p>{refusalText(words, isOldEnough)}</p>
      </Notice>
    )
  if (!isWhole) return null
  return (
    <form method="post" class="stacked">
      {seen.draft.answersDossier && (
        <TextArea
          name={NOTE_BOX}
          label={words.own.answer.note}
          hint={words.own.answer.noteHint}
          value={typedText(seen.draft.typed, NOTE_BOX)}
          rows={3}
        />
      )}
      <Declarations words={words} seen={seen} />
      <Button name="lam" value="nop">
        {seen.draft.answersDossier ? words.own.answer.send : seen.answering ? said.sendAnswer : said.submit}
      </Button>
    </form>
  )
}

function Declarations({ words, seen }: { readonly words: Words; readonly seen: SeenDraft }) {
  const declarations = declarationsOf(seen)
  if (declarations.length === 0) return null
  return (
    <fieldset class="ds-fieldset choices">
      <legend class="ds-label" data-weight="semibold">
        {words.filing.declarations}
      </legend>
      {declarations.map(({ field, name }) => (
        <CheckBox
          key={name}
          name={name}
          label={labelOf(words, field).text}
          checked={typedText(seen.draft.typed, name) === 'true'}
        />
      ))}
    </fieldset>
  )
}

/** What is declared at the end, by the names of its boxes. */
function declarationsOf({ common, form, answering }: SeenDraft): { field: FormField; name: string }[] {
  const own = [...walked(form.fields)]
    .filter(({ field }) => field.type === 'agreement')
    .map(({ field, path }) => ({ field, name: `f.${path.join('.')}` }))
  const consent = common.after
    .filter(({ type }) => type === 'agreement')
    .map((field) => ({ field, name: `c.${field.name}` }))
  return answering ? own : [...own, ...consent]
}

/** Files what was checked, sends an answer, or throws the draft away. */
export async function sendChecked(filing: FilingVisit, before: SeenDraft, typed: Typed): FilingAnswer {
  const { at, visit, base } = filing
  const { words } = visit
  const { draft } = before
  const act = first(typed, 'lam')
  if (act === 'xoa') {
    const dropped = await dropOwnDraft(at, draft.id)
    return isRefusal(dropped) ? refusedFiling(filing, dropped) : seeOther(startAddress(base, draft.procedure))
  }
  if (act !== 'nop') return checkPage(filing, before)
  const names = [...declarationsOf(before).map(({ name }) => name), NOTE_BOX]
  const given = Object.fromEntries(names.map((name) => [name, first(typed, name)]))
  const seen = await savePage(at, draft.id, { boxes: names, typed: given })
  if (isRefusal(seen)) return (await sentAlready(filing, draft.id)) ?? refusedFiling(filing, seen)
  const undeclared = declarationsOf(seen).filter(({ name }) => typedText(seen.draft.typed, name) !== 'true')
  if (undeclared.length > 0) {
    const faults = undeclared.map(({ field, name }) => {
      return { field: name, text: words.filing.faults['must-agree'](labelOf(words, field).text, '') }
    })
    return checkPage(filing, seen, { faults })
  }
  if (seen.draft.answersDossier) return sendForDossier(filing, seen)
  const sent = seen.answering ? await answerFiling(at, draft.id) : await submitFiling(at, draft.id)
  if (!isRefusal(sent)) return seeOther(filingAddress(base, sent.id))
  return (
    (await sentAlready(filing, draft.id)) ?? checkPage(filing, seen, { refused: refusalText(words, sent) })
  )
}

/** Sends what was asked for a dossier, and goes on to the dossier by the way it was come to. */
async function sendForDossier(filing: FilingVisit, seen: SeenDraft): FilingAnswer {
  const sent = await sendSupplement(filing.at, seen.draft.id)
  if (isRefusal(sent)) return checkPage(filing, seen, { refused: refusalText(filing.visit.words, sent) })
  const isByKey = seen.draft.answersDossier?.isByKey === true
  return seeOther(`${isByKey ? FOLLOWED : ownDossierAddress(sent)}?${SENT_MARK}`)
}
