import { isOfItem } from '#domain/filing/answering.ts'
import type { FilingStep } from '#domain/filing/filing-steps.ts'
import type { PaperWay } from '#domain/filing/events.ts'
import { HELD } from '#domain/filing/held-papers.ts'
import { typedText } from '#domain/procedure/read-answer.ts'
import { type SeenPaper, seePaper } from '#work/filing/see-paper.ts'
import type { SeenDraft } from '#work/filing/see-draft.ts'
import { newCommandId } from '../desk/form.ts'
import { assets, type Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { ErrorSummary, type Fault, RadioGroup } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { PaperSender } from '../uploads/paper-sender.tsx'
import { PageFindings } from '../uploads/page-findings.tsx'
import { uploadsAddress } from './addresses.ts'
import type { FilingVisit } from './filing-visit.ts'
import { StepFrame, titleOf } from './step-frame.tsx'

export type PaperStep = Extract<FilingStep, { kind: 'paper' }>

/** Hands nothing in for a paper that is asked for under a condition. */
const NONE = 'none'

interface PaperAnswer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** One paper: files, or how it comes instead. */
export async function paperPage(
  filing: FilingVisit,
  seen: SeenDraft,
  step: PaperStep,
  answer: PaperAnswer = {},
): Promise<Page> {
  const { words } = filing.visit
  const said = words.filing
  const title = titleOf(filing, seen, step)
  const paper = await seePaper(filing.at, seen, step.component)
  const files = filesIn(seen, step)
  const held = seen.held.get(step.component) ?? []
  const faults = [
    ...(answer.faults ?? []),
    ...(answer.refused ? [{ field: 'tep', text: answer.refused }] : []),
  ]
  const main = (
    <StepFrame filing={filing} seen={seen} step={step} title={title} enctype="multipart/form-data">
      {faults.length > 0 && <ErrorSummary title={said.faultsTitle} faults={faults} />}
      <input type="hidden" name="id" value={newCommandId()} />
      {step.asked?.component.isRequired === false && !isOfItem(step.component) && <p>{said.paperOptional}</p>}
      {paper.infected.map((at) => (
        <Notice key={at} kind="danger">
          <p>{words.handingIn.infected(words.format.moment(at))}</p>
        </Notice>
      ))}
      {held.length > 0 && files.length === 0 && (
        <Notice kind="info">
          <p>{words.handingIn.held}</p>
        </Notice>
      )}
      {files.length > 0 && <Files filing={filing} files={files} />}
      <Unfinished filing={filing} paper={paper} />
      <PaperSender
        words={words}
        isFaulty={faults.length > 0}
        uploads={uploadsAddress(filing.base, seen.draft, step.key)}
        unfinished={paper.unfinished}
      />
      {files.length === 0 && !seen.draft.answersDossier && (
        <RadioGroup
          name={step.key}
          legend={said.paperHow}
          value={typedText(seen.draft.typed, step.key)}
          choices={[
            ...held.map(({ scan, code, certifiedAt, validUntil }) => ({
              value: `${HELD}${scan}`,
              label: words.handingIn.useHeld(
                code,
                words.format.moment(certifiedAt),
                validUntil && words.format.day(validUntil),
              ),
            })),
            ...waysOf(step).map((way) => ({
              value: way,
              label: way === NONE ? said.paperNone : said.ways[way],
            })),
          ]}
        />
      )}
    </StepFrame>
  )
  return { title, main, status: faults.length > 0 ? 422 : 200, script: assets.paperScript }
}

/** The files of a paper that are the person's to take out again: those of an earlier answer stand. */
function filesIn({ files, answering }: SeenDraft, { component }: PaperStep): SeenDraft['files'] {
  const kept = answering?.content.papers.find((one) => one.component === component)
  return files.filter((one) => one.component === component && !kept?.files.some(({ id }) => id === one.id))
}

interface FilesProps {
  readonly filing: FilingVisit
  readonly files: SeenDraft['files']
}

function Files({ filing, files }: FilesProps) {
  const { words } = filing.visit
  const said = words.filing
  return (
    <section>
      <h2>{said.uploaded}</h2>
      <ul class="rows">
        {files.map(({ id, name, size, findings, checkedFor }) => (
          <li key={id}>
            <span lang="vi">{name}</span>{' '}
            <span class="hint">{said.fileSize(words.format.number(Math.ceil(size / 1024)))}</span>
            {checkedFor === null && <p class="hint">{words.handingIn.waiting}</p>}
            <PageFindings words={words} name={name} findings={findings} />
            <OfFile act={`bo:${id}`} text={said.takeOut} name={name} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Unfinished({ filing, paper }: { readonly filing: FilingVisit; readonly paper: SeenPaper }) {
  const said = filing.visit.words.handingIn
  if (paper.unfinished.length === 0) return null
  return (
    <section>
      <h2>{said.unfinished}</h2>
      <ul class="rows">
        {paper.unfinished.map(({ id, name, received, size }) => (
          <li key={id}>
            <p>{said.unfinishedOne(name, Math.floor((received / size) * 100))}</p>
            <OfFile act={`quen:${id}`} text={said.forget} name={name} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is done to one file of a list; who only hears the button hears which. */
function OfFile({ act, text, name }: { readonly act: string; readonly text: string; readonly name: string }) {
  return (
    <p class="onward">
      <Button kind="tertiary" name="lam" value={act}>
        {text}
        <span class="ds-sr-only"> {name}</span>
      </Button>
    </p>
  )
}

function waysOf({ asked }: PaperStep): (PaperWay | typeof NONE)[] {
  const ways = asked?.ways ?? (['file', 'counter'] as const)
  return [...ways, ...(asked?.component.isRequired === false ? ([NONE] as const) : [])]
}
