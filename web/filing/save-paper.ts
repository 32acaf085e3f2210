import { AUTHORITY } from '#domain/filing/events.ts'
import { isRefusal } from '#domain/outcome.ts'
import { derivedId } from '#work/derived-id.ts'
import { handInPaper, takeOutPaper } from '#work/filing/hand-in-paper.ts'
import { savePage } from '#work/filing/save-page.ts'
import { type SeenDraft, seeDraft } from '#work/filing/see-draft.ts'
import { uploadPlaceOf } from '#work/filing/see-paper.ts'
import { dropUpload } from '#work/uploading/see-upload.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, refusalText, type Typed } from '../desk/form.ts'
import { SAVED_STEP, stepAddress } from './addresses.ts'
import { type FilingAnswer, type FilingVisit, refusedFiling } from './filing-visit.ts'
import { paperPage, type PaperStep } from './paper-page.tsx'
import { onwardFrom } from './step-frame.tsx'
import { pageTyped } from './typed-page.ts'

const ID = /^[0-9a-f-]{36}$/

/** Takes the files that were sent and keeps the way that was chosen; every file is answered for by itself. */
export async function savePaper(
  filing: FilingVisit,
  before: SeenDraft,
  step: PaperStep,
  typed: Typed,
): FilingAnswer {
  const { at, visit, base } = filing
  const { draft } = before
  const onward = (key: string) => seeOther(stepAddress(base, draft, key))
  const [act = '', id = ''] = first(typed, 'lam').split(':')
  if (act === 'bo' || act === 'quen') {
    if (ID.test(id)) await (act === 'bo' ? takeOutPaper(at, draft.id, id) : forget(filing, step, id))
    return onward(step.key)
  }
  const again = filing.mayUpload(typed.files.length)
  if (again) {
    const refused = visit.words.filing.waitToUpload(visit.words.format.moment(again.toString()))
    return { ...paperPage(filing, before, step, { refused }), status: 429 }
  }
  const taken = await takenIn(filing, before, step, typed)
  const saved = await savePage(at, draft.id, pageTyped(step, typed))
  if (isRefusal(saved)) return refusedFiling(filing, saved)
  if (taken.refusals.length > 0) return paperPage(filing, saved, step, { refused: taken.refusals.join(' ') })
  // What is hard to read is said before the person goes on; it stands beside the file on the same page.
  if (act === 'tai' || taken.isHardToRead) return onward(step.key)
  if (act === 'nghi') return onward(SAVED_STEP)
  const seen = await seeDraft(at, draft.id)
  if (isRefusal(seen)) return refusedFiling(filing, seen)
  const isThere = seen.papers.some(({ component }) => component === step.component)
  const isNeeded = step.component === AUTHORITY || step.asked?.component.isRequired === true
  if (isThere || !isNeeded) return onward(onwardFrom(filing, seen, step.key))
  return paperPage(filing, seen, step, { faults: [{ field: 'tep', text: visit.words.filing.paperMissing }] })
}

/** Throws away what was sent of a file that nobody goes on with. */
async function forget({ at, visit }: FilingVisit, step: PaperStep, upload: string): Promise<void> {
  const place = await uploadPlaceOf(at, visit.c.req.param('draft') ?? '', step.key)
  if (!isRefusal(place)) await dropUpload(visit.desk, place, upload)
}

async function takenIn(
  { at, visit }: FilingVisit,
  { draft }: SeenDraft,
  { component }: PaperStep,
  typed: Typed,
): Promise<{ readonly refusals: readonly string[]; readonly isHardToRead: boolean }> {
  const refusals: string[] = []
  let isHardToRead = false
  for (const [place, { file: sent }] of typed.files.entries()) {
    const id = derivedId(first(typed, 'id'), draft.id, place, sent.name)
    const bytes = new Uint8Array(await sent.arrayBuffer())
    const outcome = await handInPaper(at, draft.id, { id, component, name: sent.name, bytes })
    if (isRefusal(outcome)) refusals.push(refusalText(visit.words, outcome))
    else if (outcome.findings.length > 0) isHardToRead = true
  }
  return { refusals, isHardToRead }
}
