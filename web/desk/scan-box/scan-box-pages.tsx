import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { ScanToAssign, ScanToPutAside, WaitingScanId } from '#shapes/sealed-scans.ts'
import { MOST_SCAN_BYTES, MOST_UPLOAD_BYTES } from '#work/scanning/readable-files.ts'
import { seeBoxFile, seeBoxScan, type SeenContent, seeScanBox } from '#work/sealed-scans/see-scan-box.ts'
import { assignScan, putScanAside, recogniseAgain } from '#work/sealed-scans/settle-scan.ts'
import { takeInStack } from '#work/sealed-scans/take-in-stack.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { contentAnswer } from '../scans/content-answer.ts'
import { AGAIN, SCAN_BOX } from './addresses.ts'
import { AttachedLately } from './attached-lately.tsx'
import { BoxNotice, sayDoneHere } from './box-notice.tsx'
import { type ScanAnswered, WaitingScan } from './waiting-scan.tsx'

const MB = 1024 * 1024
/** The form's own overhead beside the files. */
const FORM_BYTES = 256 * 1024

interface Answered {
  /** Of the form that takes files. */
  readonly faults?: readonly Fault[]
  readonly refused?: string
  readonly scan?: ScanAnswered
}

/** Results that were stamped by hand come back as scans; what finds no dossier waits here for a person. */
const boxPage: DeskPage = {
  path: SCAN_BOX,
  action: 'scan-results',
  mostBytes: MOST_UPLOAD_BYTES + FORM_BYTES,
  get: (visit) => shown(visit),
  async post(visit, typed) {
    const said = visit.words.desk.scanBox
    if (typed.files.length === 0) {
      const faults = [{ field: 'files', text: said.noFile }]
      return shown(visit, 422, { faults })
    }
    const files = await Promise.all(
      typed.files.map(async ({ file }) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    )
    const taken = await takeInStack(visit.desk, files)
    if (isRefusal(taken)) return shown(visit, 409, { refused: refusalText(visit.words, taken) })
    sayDoneHere(visit, { what: 'took', ...taken, attached: taken.attached.length })
    return seeOther(SCAN_BOX)
  },
}

async function shown(visit: DeskVisit, status: Page['status'] = 200, answered: Answered = {}): Promise<Page> {
  const { desk, words, url } = visit
  const after = WaitingScanId.safeParse(url.searchParams.get('sau'))
  const seen = await seeScanBox(desk, after.success ? after.data : null)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.desk.scanBox
  const main = (
    <>
      <BoxNotice visit={visit} />
      <h1>{said.title}</h1>
      <p class="sub">{said.lead}</p>
      <DropForm visit={visit} answered={answered} />
      <section aria-labelledby="chua-nhan-ra">
        <h2 id="chua-nhan-ra">{said.waiting}</h2>
        {seen.waiting.length === 0 ? (
          <p class="nothing">{said.noneWaiting}</p>
        ) : (
          <form method="post" action={AGAIN} class="actions">
            <Button kind="secondary">{said.again}</Button>
            <p class="hint">{said.againHint}</p>
          </form>
        )}
        <ul class="waiting-scans">
          {seen.waiting.map((scan, place) => (
            <WaitingScan
              key={scan.id}
              words={words}
              scan={scan}
              number={place + 1}
              answered={answered.scan}
            />
          ))}
        </ul>
        {seen.next !== null && (
          <p>
            <Link href={`${SCAN_BOX}?sau=${seen.next}`}>{said.more}</Link>
          </p>
        )}
      </section>
      <AttachedLately words={words} lately={seen.lately} />
    </>
  )
  return { title: said.title, main, status }
}

function DropForm({ visit: { words }, answered }: { visit: DeskVisit; answered: Answered }) {
  const said = words.desk.scanBox
  const fault = faultAt(answered.faults ?? [], 'files')
  return (
    <PostForm
      words={words}
      action={SCAN_BOX}
      enctype="multipart/form-data"
      class="panel tinted stacked scan-drop"
      faults={answered.faults}
      refused={answered.refused}
    >
      <div class="ds-field">
        <label class="ds-label" data-weight="semibold" for="files">
          {said.files}
        </label>
        <p class="hint" id="files-hint">
          {said.filesHint(MOST_SCAN_BYTES / MB, MOST_UPLOAD_BYTES / MB)}
        </p>
        <input
          class="ds-input drop"
          type="file"
          id="files"
          name="files"
          multiple
          accept="application/pdf,image/jpeg,image/png"
          aria-describedby="files-hint"
          {...(fault && { 'aria-invalid': true })}
        />
        {fault && <p class="fault">{fault}</p>}
      </div>
      <Button keys="Alt+Enter">{said.send}</Button>
    </PostForm>
  )
}

const againPage: DeskPage = {
  path: AGAIN,
  action: 'scan-results',
  get: async () => seeOther(SCAN_BOX),
  async post(visit) {
    const outcome = await recogniseAgain(visit.desk)
    if (isRefusal(outcome)) return refusedPage(visit, outcome)
    sayDoneHere(visit, { what: 'recognised', count: outcome.attached.length })
    return seeOther(SCAN_BOX)
  },
}

const assignPage: DeskPage = {
  path: `${SCAN_BOX}/:id/gan`,
  action: 'scan-results',
  get: async () => seeOther(SCAN_BOX),
  async post(visit, typed) {
    const { words, desk } = visit
    const id = idOf(visit)
    const again = { id, form: 'gan', typed } as const
    const given = readForm(typed, ScanToAssign, words)
    if (given.faults)
      return shown(visit, 422, { scan: { ...again, faults: named(visit, typed, given.faults) } })
    const outcome = await assignScan(desk, id, given.value)
    if (!isRefusal(outcome)) {
      sayDoneHere(visit, { what: 'assigned', code: outcome.code })
      return seeOther(SCAN_BOX)
    }
    return refusedHere(visit, outcome, again)
  },
}

const rejectPage: DeskPage = {
  path: `${SCAN_BOX}/:id/loai`,
  action: 'scan-results',
  get: async () => seeOther(SCAN_BOX),
  async post(visit, typed) {
    const { words, desk } = visit
    const id = idOf(visit)
    const again = { id, form: 'loai', typed } as const
    const given = readForm(typed, ScanToPutAside, words)
    if (given.faults)
      return shown(visit, 422, { scan: { ...again, faults: named(visit, typed, given.faults) } })
    const outcome = await putScanAside(desk, id, given.value)
    if (!isRefusal(outcome)) {
      sayDoneHere(visit, { what: 'put-aside' })
      return seeOther(SCAN_BOX)
    }
    return refusedHere(visit, outcome, again)
  },
}

/** A field that was left empty is told by what it asks for. */
function named({ words }: DeskVisit, typed: Typed, faults: readonly Fault[]): readonly Fault[] {
  const needed: { readonly [field: string]: string } = words.desk.scanBox.needed
  return faults.map(({ field, text }) => {
    const isEmpty = first(typed, field).trim() === '' && Object.hasOwn(needed, field)
    return { field, text: isEmpty ? (needed[field] ?? text) : text }
  })
}

/** Beside the scan it is about; what no longer waits is said on a page of its own. */
function refusedHere(
  visit: DeskVisit,
  outcome: Parameters<typeof refusedPage>[1],
  again: Pick<ScanAnswered, 'id' | 'form' | 'typed'>,
): Promise<Page> | Page {
  if (outcome.refused === 'no-such-waiting-scan' || outcome.refused === 'not-permitted')
    return refusedPage(visit, outcome)
  return shown(visit, 409, { scan: { ...again, refused: refusalText(visit.words, outcome) } })
}

/** An id of an address; what is none is that of nothing. */
function idOf({ c }: DeskVisit): string {
  const id = WaitingScanId.safeParse(c.req.param('id'))
  return id.success ? id.data : '00000000-0000-7000-8000-000000000000'
}

const pagesPdf = contentPage('trang.pdf', (visit) => seeBoxScan(visit.desk, idOf(visit), 'pages'))
const firstPage = contentPage('hinh.jpg', (visit) => seeBoxScan(visit.desk, idOf(visit), 'thumbnail'))
const originalFile = contentPage('goc/:place', (visit) => {
  const place = Number(visit.c.req.param('place'))
  return seeBoxFile(visit.desk, idOf(visit), Number.isInteger(place) ? place : 0)
})

function contentPage(at: string, find: (visit: DeskVisit) => Promise<Outcome<SeenContent>>): DeskPage {
  return {
    path: `${SCAN_BOX}/:id/${at}`,
    action: 'scan-results',
    async get(visit) {
      const found = await find(visit)
      return isRefusal(found) ? refusedPage(visit, found) : contentAnswer(found)
    },
  }
}

export const SCAN_BOX_PAGES: readonly DeskPage[] = [
  boxPage,
  againPage,
  assignPage,
  rejectPage,
  pagesPdf,
  firstPage,
  originalFile,
]
