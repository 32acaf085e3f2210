import { isRefusal } from '#domain/outcome.ts'
import { ResultsToReport } from '#shapes/results-to-return.ts'
import { markReadySeveral } from '#work/returning/hand-back-several.ts'
import { seeArrived } from '#work/returning/see-drawer.ts'
import type { DrawerLine } from '#work/returning/drawer-line.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, readForm, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { type ResultLine, Results } from '../results.tsx'
import { ChosenResult } from './chosen-result.tsx'
import { DRAWER } from './drawer.tsx'
import { Persons, Wish } from './drawer-table.tsx'
import { ReturningTabs } from './tabs.tsx'

const ARRIVED = `${DRAWER}/moi-ve` as const

/** Results that have come back sealed: reported ready, several at once. */
export const arrivedPage: DeskPage = {
  path: ARRIVED,
  action: 'see-drawer',
  get: (visit) => shown(visit, {}),
  post: report,
}

interface Answered {
  readonly outcomes?: readonly ResultLine[]
  readonly isNoneTaken?: boolean
}

async function report(visit: DeskVisit, sent: Typed): Promise<Page | Response> {
  const { value } = readForm(sent, ResultsToReport, visit.words)
  const isAll = first(sent, 'all') !== ''
  const dossiers = value?.dossiers.map((one) => ({ ...one, isTaken: isAll || one.isTaken })) ?? []
  const done = await markReadySeveral(visit.desk, { dossiers }, visit.onFault)
  if (done.length === 0) return { ...(await shown(visit, { isNoneTaken: true })), status: 422 }
  const outcomes = done.map(({ given: { code }, outcome }) => ({ code, outcome }))
  if (outcomes.some(({ outcome }) => isRefusal(outcome)))
    return { ...(await shown(visit, { outcomes })), status: 409 }
  return seeOther(`${ARRIVED}?xong=${done.length}`)
}

async function shown(visit: DeskVisit, { outcomes, isNoneTaken = false }: Answered): Promise<Page> {
  const { words, desk, url } = visit
  const said = words.desk.returning
  const lines = await seeArrived(desk)
  if (isRefusal(lines)) return refusedPage(visit, lines)
  const reported = Number(/^\d{1,3}$/.exec(url.searchParams.get('xong') ?? '')?.[0] ?? 0)
  const main = (
    <>
      <h1>{said.title}</h1>
      <ReturningTabs words={words} here="arrived" arrived={lines.length} />
      {reported > 0 && (
        <Notice kind="success" role="status">
          <p>{said.reported(reported)}</p>
        </Notice>
      )}
      {outcomes && <Results words={words} lines={outcomes} />}
      <p class="sub">{said.arrivedLead}</p>
      {lines.length === 0 ? (
        <p>{said.arrivedEmpty}</p>
      ) : (
        <PostForm
          words={words}
          action={ARRIVED}
          faults={isNoneTaken ? [{ field: 'dossiers.0.isTaken', text: said.noneSelected }] : []}
        >
          <ArrivedTable words={words} lines={lines} />
          <p class="onward-ways">
            <Button keys="Alt+Enter">{said.report}</Button>
            {lines.length > 1 && (
              <Button kind="secondary" name="all" value="true">
                {said.reportAll(lines.length)}
              </Button>
            )}
          </p>
        </PostForm>
      )}
    </>
  )
  return { title: said.arrived, main }
}

function ArrivedTable({ words, lines }: { words: Words; lines: readonly DrawerLine[] }) {
  const said = words.desk.returning
  return (
    <div class="scrolled">
      <table class="ds-table found-rows">
        <caption class="ds-sr-only">{said.arrived}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="ds-sr-only">{said.takesNow}</span>
            </th>
            <th scope="col">{said.dossier}</th>
            <th scope="col">{said.person}</th>
            <th scope="col">{said.due}</th>
            <th scope="col">{said.way}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, place) => (
            <tr key={line.code} data-row>
              <td data-label={said.takesNow}>
                <ChosenResult line={line} place={place} label={said.select(line.code)} isTaken={false} />
              </td>
              <td data-label={said.dossier}>
                <a class="ds-link code" href={`/ban/ho-so/${line.code}`}>
                  {line.code}
                </a>
                <small lang="vi">{line.procedureName}</small>
              </td>
              <td data-label={said.person}>
                <Persons words={words} line={line} needles={[]} />
              </td>
              <td data-label={said.due} class="when">
                {line.lawfulDue === null ? said.noLimit : words.format.moment(line.lawfulDue)}
              </td>
              <td data-label={said.way}>
                <Wish words={words} line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
