import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { LabelToScan, ListToConfirm, ListToDrop } from '#shapes/post.ts'
import { confirmList, dropList, scanLabel, takeOff } from '#work/post/counter-lists.ts'
import { seePostList, type SeenPostList } from '#work/post/see-list.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { type Fault, faultAt, TextArea, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import {
  first,
  newCommandId,
  NOTHING_TYPED,
  readForm,
  refusalText,
  type Typed,
  withoutField,
} from '../form.ts'
import { PdfLink } from '../printing/paper-links.tsx'
import { refusedPage } from '../refused-page.tsx'
import { idIn, listAddress, POST } from './addresses.ts'
import { ParcelName, ParcelTable, PersonOf } from './parcel-table.tsx'

/** One list with the post: scanned parcel by parcel, confirmed once by both sides. */
export const postListPage: DeskPage = {
  path: `${POST}/bang/:id`,
  action: 'see-post',
  get: (visit) => shown(visit, {}),
  async post(visit, typed) {
    const lam = first(typed, 'lam')
    if (lam === 'bo-dong') return answered(visit, typed, await takenOff(visit, typed))
    if (lam === 'bo-bang') return dropped(visit, typed)
    return lam === 'xac-nhan' ? confirm(visit, typed) : scan(visit, typed)
  },
}

interface Answer {
  readonly typed?: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

const SCANNED = 'quet'

async function scan(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { value, faults } = readForm(withoutField(typed, 'lam'), LabelToScan, visit.words)
  if (!value) return { ...(await shown(visit, { typed, faults })), status: 422 }
  const outcome = await scanLabel(visit.desk, idIn(visit), value)
  if (!isRefusal(outcome)) return seeOther(`${listAddress(idIn(visit))}?${SCANNED}=${outcome.label}`)
  return answered(visit, typed, outcome)
}

async function takenOff(visit: DeskVisit, typed: Typed): Promise<Outcome<unknown>> {
  return takeOff(visit.desk, idIn(visit), { label: first(typed, 'label') })
}

async function dropped(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { value, faults } = readForm(withoutField(typed, 'lam'), ListToDrop, visit.words)
  if (!value) return { ...(await shown(visit, { typed, faults })), status: 422 }
  return answered(visit, typed, await dropList(visit.desk, idIn(visit), value))
}

async function confirm(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { value, faults } = readForm(withoutField(typed, 'lam'), ListToConfirm, visit.words)
  if (!value) return { ...(await shown(visit, { typed, faults })), status: 422 }
  return answered(visit, typed, await confirmList(visit.desk, idIn(visit), value))
}

async function answered(visit: DeskVisit, typed: Typed, outcome: Outcome<unknown>): Promise<Page | Response> {
  if (!isRefusal(outcome)) return seeOther(listAddress(idIn(visit)))
  if (outcome.refused === 'not-permitted') return refusedPage(visit, outcome)
  const page = await shown(visit, { typed, refused: refusalText(visit.words, outcome) })
  return page.status === undefined ? { ...page, status: 409 } : page
}

async function shown(visit: DeskVisit, answer: Answer): Promise<Page> {
  const { words, desk, url } = visit
  const seen = await seePostList(desk, idIn(visit))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.post
  const { list } = said
  const name = `${said.kinds[seen.kind]}: ${said.listName(`${seen.number}/${seen.year}`)}`
  const isOpen = seen.closed === null && !seen.isDropped
  const label = url.searchParams.get(SCANNED)
  const isJust = answer.typed === undefined && seen.lines.some((one) => one.label === label)
  const main = (
    <div class="with-post">
      <h1>{name}</h1>
      <p class="sub">
        <span lang="vi">{seen.unitName}</span>,{' '}
        {said.openedBy(seen.openedByName, words.format.moment(seen.openedAt))}
      </p>
      {seen.closed && <Closed words={words} seen={seen} closed={seen.closed} />}
      {seen.isDropped && <p>{list.dropped}</p>}
      {isOpen && seen.mayHandle && <ScanBox words={words} answer={answer} just={isJust ? label : null} />}
      <p class="post-count" aria-live="polite">
        <strong>{seen.lines.length === 0 ? list.none : list.count(seen.lines.length)}</strong>
      </p>
      {seen.lines.length > 0 && <Lines words={words} seen={seen} isOpen={isOpen} />}
      {isOpen && seen.mayHandle && <ConfirmForm words={words} answer={answer} />}
      {seen.leftHere.length > 0 && (
        <section>
          <h2>{list.left(seen.leftHere.length)}</h2>
          <ParcelTable words={words} title={list.left(seen.leftHere.length)} parcels={seen.leftHere} />
        </section>
      )}
      {isOpen && seen.mayHandle && (
        <form method="post" class="no-print">
          <input type="hidden" name="lam" value="bo-bang" />
          <input type="hidden" name="id" value={newCommandId()} />
          <Button kind="tertiary">{list.drop}</Button>
        </form>
      )}
      <p class="no-print">
        <Link href={POST}>{list.back}</Link>
      </p>
    </div>
  )
  return { title: name, main }
}

interface AnswerProps {
  readonly words: Words
  readonly answer: Answer
}

/** A scanner types the number and presses Enter; so does a person. The box is where the cursor is. */
function ScanBox({ words, answer, just }: AnswerProps & { readonly just: string | null }) {
  const { list } = words.post
  const isHere = first(answer.typed ?? NOTHING_TYPED, 'lam') === ''
  return (
    <PostForm
      words={words}
      class="post-scan"
      faults={isHere ? answer.faults : undefined}
      refused={isHere ? answer.refused : undefined}
    >
      {just !== null && (
        <Notice kind="success" role="status">
          <p>{list.scanned(just)}</p>
        </Notice>
      )}
      <TextField name="label" label={list.scan} hint={list.scanHint} maxLength={60} isCode autofocus />
      <Button kind="secondary">{list.add}</Button>
    </PostForm>
  )
}

interface ListProps {
  readonly words: Words
  readonly seen: SeenPostList
}

function Lines({ words, seen, isOpen }: ListProps & { readonly isOpen: boolean }) {
  const said = words.post
  const { list } = said
  const isTaking = isOpen && seen.mayHandle
  return (
    <div class="scrolled">
      <table class="ds-table rows">
        <caption class="ds-sr-only">{said.kinds[seen.kind]}</caption>
        <thead>
          <tr>
            <th scope="col">{said.label}</th>
            <th scope="col">{said.person}</th>
            {isTaking && (
              <th scope="col">
                <span class="ds-sr-only">{list.takeOff}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {seen.lines.map(({ label, parcel }) => (
            <tr key={label} data-row>
              <td data-label={said.label}>
                {parcel ? <ParcelName parcel={parcel} /> : <span class="code">{label}</span>}
              </td>
              <td data-label={said.person}>
                {parcel ? <PersonOf parcel={parcel} /> : list.new}
                {parcel?.direction === 'out' && seen.kind === 'from-post' && <small>{list.cameBack}</small>}
              </td>
              {isTaking && (
                <td>
                  <form method="post">
                    <input type="hidden" name="lam" value="bo-dong" />
                    <input type="hidden" name="label" value={label} />
                    <button
                      class="ds-button"
                      data-variant="tertiary"
                      type="submit"
                      aria-label={list.takeOffOf(label)}
                    >
                      {list.takeOff}
                    </button>
                  </form>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The postal worker counts and says the number; both names stand on the record. */
function ConfirmForm({ words, answer }: AnswerProps) {
  const { list } = words.post
  const typed = answer.typed ?? NOTHING_TYPED
  const isHere = first(typed, 'lam') === 'xac-nhan'
  const faults = isHere ? (answer.faults ?? []) : []
  const value = (name: string) => (isHere ? first(typed, name) : '')
  return (
    <section aria-labelledby="confirm-list" class="no-print">
      <h2 id="confirm-list">{list.confirm}</h2>
      <p class="hint">{list.confirmHint}</p>
      <PostForm
        words={words}
        class="stacked post-confirm"
        faults={isHere ? answer.faults : undefined}
        refused={isHere ? answer.refused : undefined}
      >
        <input type="hidden" name="lam" value="xac-nhan" />
        <input type="hidden" name="id" value={value('id') || newCommandId()} />
        <TextField
          name="declared"
          label={list.declared}
          type="number"
          inputmode="numeric"
          value={value('declared')}
          fault={faultAt(faults, 'declared')}
        />
        <TextField
          name="worker.name"
          label={list.workerName}
          value={value('worker.name')}
          fault={faultAt(faults, 'worker.name')}
          maxLength={100}
        />
        <TextField
          name="worker.number"
          label={list.workerNumber}
          value={value('worker.number')}
          fault={faultAt(faults, 'worker.number')}
          maxLength={40}
          isCode
        />
        <TextArea
          name="why"
          label={list.why}
          hint={list.whyHint}
          value={value('why')}
          fault={faultAt(faults, 'why')}
          maxLength={500}
          rows={2}
        />
        <Button keys="Alt+Enter">{list.sign}</Button>
      </PostForm>
    </section>
  )
}

function Closed({
  words,
  seen,
  closed,
}: ListProps & { readonly closed: NonNullable<SeenPostList['closed']> }) {
  const { list } = words.post
  const { declared, worker, why, at } = closed
  return (
    <>
      <Facts>
        <FactOf name={list.confirmedAt}>{words.format.longMoment(at)}</FactOf>
        <FactOf name={list.ours}>
          <span lang="vi">{seen.closedByName}</span>
        </FactOf>
        <FactOf name={list.theirs}>
          <span lang="vi">{worker.name}</span>, <span class="code">{worker.number}</span>
        </FactOf>
      </Facts>
      {declared !== seen.lines.length && (
        <Notice kind="warning" title={list.differs(seen.lines.length, declared)}>
          <p lang="vi">{why}</p>
        </Notice>
      )}
      <p class="no-print">
        <PdfLink href={`${listAddress(seen.id)}/bien-ban.pdf`} keys="Alt+P">
          {list.record}
        </PdfLink>
      </p>
    </>
  )
}
