import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { SheetToConfirm, SheetToTakeBack } from '#shapes/hand-over-sheets.ts'
import { confirmSheet, takeBackSheet } from '#work/transferring/close-sheet.ts'
import { seeSheet } from '#work/transferring/see-sheet.ts'
import type { Page } from '../../page.tsx'
import { Link } from '../../parts/link.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, NOTHING_TYPED, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { PAPERS, sheetAddress } from './paper-name.tsx'
import { type SheetAnswer, SheetHead, SheetLines, SignedBy } from './sheet-parts.tsx'
import { TakeBackForm } from './take-back-form.tsx'

/** One hand-over sheet: read, confirmed by who receives, taken back by who gave; it prints as it stands. */
export const sheetPage: DeskPage = {
  path: `${PAPERS}/:id`,
  action: 'see-papers',
  get: (visit) => shown(visit, { typed: NOTHING_TYPED }),
  post: (visit, typed) =>
    first(typed, 'form') === 'take-back' ? takeBack(visit, typed) : confirm(visit, typed),
}

const idOf = ({ c }: DeskVisit) => c.req.param('id') ?? ''

async function takeBack(visit: DeskVisit, sent: Typed): Promise<Page | Response> {
  const { form: _, ...fields } = sent.fields
  const { value, faults } = readForm({ ...sent, fields }, SheetToTakeBack, visit.words)
  if (faults) return unlessRefused(await shown(visit, { typed: sent, faults }), 422)
  return answered(visit, sent, await takeBackSheet(visit.desk, idOf(visit), value))
}

/** What is ticked came; a dossier that is not is not taken, and why is said. */
async function confirm(visit: DeskVisit, sent: Typed): Promise<Page | Response> {
  const { desk, words } = visit
  const seen = await seeSheet(desk, idOf(visit))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const isAll = first(sent, 'all') !== ''
  const lines = seen.lines.map(({ code, content }, place) => {
    const here = sent.fields[`lines.${place}.here`] ?? []
    const missing = content.papers.map(({ paper }) => paper).filter((paper) => !here.includes(paper))
    const isTaken = isAll || first(sent, `lines.${place}.isTaken`) !== ''
    return {
      code,
      isTaken,
      missing: isAll ? [] : missing,
      note: first(sent, `lines.${place}.note`).trim() || null,
    }
  })
  const why = lines.flatMap(({ code, isTaken, note }, place) =>
    isTaken || note !== null
      ? []
      : [{ field: `lines.${place}.note`, text: words.desk.papers.whyRefused(code) }],
  )
  if (why.length > 0) return unlessRefused(await shown(visit, { typed: sent, faults: why }), 422)
  const read = SheetToConfirm.safeParse({ id: first(sent, 'id'), lines })
  if (!read.success) {
    const faults = [{ field: 'confirm', text: words.fieldFaults['too-long']({ maximum: 1000 }) }]
    return unlessRefused(await shown(visit, { typed: sent, faults }), 422)
  }
  return answered(visit, sent, await confirmSheet(desk, seen.id, read.data))
}

async function answered(visit: DeskVisit, typed: Typed, outcome: Outcome<unknown>): Promise<Page | Response> {
  if (!isRefusal(outcome)) return seeOther(sheetAddress(idOf(visit)))
  if (outcome.refused === 'not-permitted') return refusedPage(visit, outcome)
  return unlessRefused(await shown(visit, { typed, refused: refusalText(visit.words, outcome) }), 409)
}

/** A page that may not be shown says so, whatever was sent to it. */
const unlessRefused = (page: Page, status: 409 | 422): Page =>
  page.status === undefined ? { ...page, status } : page

async function shown(visit: DeskVisit, answer: SheetAnswer): Promise<Page> {
  const seen = await seeSheet(visit.desk, idOf(visit))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const { words } = visit
  const said = words.desk.papers
  const { mayConfirm, mayTakeBack } = seen
  const isTakingBack = first(answer.typed, 'form') === 'take-back'
  const main = (
    <div class="sheet">
      <h1>{said.sheetTitle}</h1>
      <p class="sheet-number">{said.sheetName(seen.printed)}</p>
      <SheetHead words={words} seen={seen} />
      {mayConfirm ? (
        <ConfirmForm words={words} seen={seen} answer={isTakingBack ? { typed: NOTHING_TYPED } : answer} />
      ) : (
        <SheetLines words={words} seen={seen} />
      )}
      <SignedBy words={words} seen={seen} />
      {seen.closed === null && !mayConfirm && <p class="no-print">{said.waits}</p>}
      {mayTakeBack && (
        <TakeBackForm words={words} answer={isTakingBack ? answer : { typed: NOTHING_TYPED }} />
      )}
      <p class="no-print">
        <Link href={PAPERS}>{said.back}</Link>
      </p>
    </div>
  )
  return { title: said.sheetName(seen.printed), main }
}
