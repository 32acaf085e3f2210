import { hasCasesByPages } from '#domain/dossier/batch.ts'
import { isRefusal } from '#domain/outcome.ts'
import { readRows, type RowToReceive } from '#shapes/batch-rows.ts'
import { BatchHead, type BatchToReceive } from '#shapes/batch-to-receive.ts'
import { derivedId } from '#work/derived-id.ts'
import { receiveSeveral } from '#work/intake/receive-several.ts'
import { type SeenIntake, seeIntake } from '#work/intake/see-intake.ts'
import { seeVisit } from '#work/intake/see-visit.ts'
import type { Page } from '../../page.tsx'
import type { Fault } from '../../parts/field.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { BATCH, RECEIVE, visitAddress } from './addresses.ts'
import { asked } from './asked.ts'
import { type AnsweredBatch, BatchForm } from './batch-form.tsx'
import { begunWith } from './begun.ts'
import { cellName, filledRows, rowFaults, withPasted, withRows, withSpareRows } from './typed-batch.ts'
import { dossierIn, numberOf, withFields, withKnown } from './typed-dossier.ts'

/**
 * Several dossiers of one procedure on one page, a row each. A row with a fault of form keeps all of them back, as
 * nothing has been done yet; what a rule refuses for one row leaves that row and receives the others.
 */
export const batchPage: DeskPage = {
  path: BATCH,
  action: 'receive-dossier',
  async get(visit) {
    const { searchParams } = visit.url
    const seen = await seeIntake(visit.desk, { procedure: searchParams.get('thu-tuc') ?? '' })
    if (isRefusal(seen))
      return seen.refused === 'not-permitted' ? refusedPage(visit, seen) : seeOther(RECEIVE)
    const lot = searchParams.get('luot')
    const isByPages = hasCasesByPages(seen.procedure)
    const begun = withFields(withSpareRows(begunWith(seen, lot)), isByPages ? { case: '' } : {})
    const earlier = lot === null ? null : await seeVisit(visit.desk, lot)
    const number = earlier === null || isRefusal(earlier) ? null : earlier.applicant.idNumber
    if (number === null) return shown(visit, seen, { typed: begun })
    return look(visit, { typed: withFields(begun, { 'applicant.idNumber': number }) })
  },
  async post(visit, sent) {
    const doing = first(sent, 'lam')
    const isPasted = first(sent, 'paste').trim() !== ''
    if (doing === 'tiep-nhan' && !isPasted) return receive(visit, sent)
    if (doing === 'dan' || doing === 'tiep-nhan') return { ...(await pasted(visit, sent)), status: 422 }
    if (doing === 'them-dong') return { ...(await look(visit, { typed: withSpareRows(sent) })), status: 422 }
    return { ...(await look(visit, await asked(visit, sent))), status: 422 }
  },
  mostBytes: 512 * 1024,
}

async function pasted(visit: DeskVisit, sent: Typed): Promise<Page> {
  const { words } = visit
  const { typed, faults } = withPasted(sent)
  if (faults.length > 0) return look(visit, { typed, faults: rowFaults(words, faults, null) })
  const rows = filledRows(typed)
  const read = readRows(rows, { mayRepeat: first(typed, 'mayRepeat') !== '' })
  return look(visit, {
    typed,
    faults: rowFaults(words, read.faults, rows),
    said: words.desk.batch.pasteFirst,
  })
}

/** The form again, with the known person filled in. */
async function look(visit: DeskVisit, answered: AnsweredBatch): Promise<Page> {
  const { typed } = answered
  const seen = await seeIntake(visit.desk, {
    procedure: first(typed, 'procedure'),
    case: first(typed, 'case') || undefined,
    channel: first(typed, 'channel'),
    idNumber: numberOf(typed, 'applicant'),
  })
  if (isRefusal(seen)) return refusedPage(visit, seen)
  return shown(visit, seen, { ...answered, typed: withKnown(typed, 'applicant', seen.known) })
}

function shown({ words }: DeskVisit, seen: SeenIntake, answered: AnsweredBatch): Page {
  return { title: words.desk.batch.title, main: <BatchForm words={words} seen={seen} answered={answered} /> }
}

async function receive(visit: DeskVisit, sent: Typed): Promise<Page | Response> {
  const { desk } = visit
  const seen = await seeIntake(desk, { procedure: first(sent, 'procedure') })
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const read = toReceive(visit, sent, seen)
  if ('faults' in read) return { ...(await look(visit, { typed: sent, faults: read.faults })), status: 422 }
  const done = await received(visit, read)
  if (isRefusal(done))
    return { ...(await look(visit, { typed: sent, refused: refusalText(visit.words, done) })), status: 409 }
  const { lot } = done
  const failed = done.lines.filter(({ outcome }) => isRefusal(outcome))
  if (failed.length === 0) return seeOther(visitAddress(lot))
  const left = new Set(failed.map(({ given }) => given.place))
  const rows = filledRows(sent).filter(({ place }) => left.has(place))
  const results = failed.flatMap(({ given, outcome }) =>
    isRefusal(outcome) ? [{ line: rows.findIndex(({ place }) => place === given.place) + 1, outcome }] : [],
  )
  const typed = withFields(withRows(sent, rows), { visit: lot })
  const answered = { typed, results, done: done.lines.length - failed.length }
  return { ...(await look(visit, answered)), status: 409 }
}

/** Received under the visit of the form, or under one of its own where that was another person's. */
async function received(visit: DeskVisit, batch: BatchToReceive) {
  const lines = await receiveSeveral(visit.desk, batch, visit.onFault)
  if (isRefusal(lines)) return lines
  const isOther = lines.every(({ outcome }) => isRefusal(outcome) && outcome.refused === 'other-visit')
  if (!isOther) return { lot: batch.visit, lines }
  const lot = derivedId(batch.id, 'visit')
  const again = await receiveSeveral(visit.desk, { ...batch, visit: lot }, visit.onFault)
  return isRefusal(again) ? again : { lot, lines: again }
}

/** The batch, or everything that is wrong with it. */
function toReceive(
  { words }: DeskVisit,
  sent: Typed,
  { procedure }: SeenIntake,
): BatchToReceive | { readonly faults: readonly Fault[] } {
  const said = words.desk.batch
  const typed = filledRows(sent)
  const head = readForm(dossierIn(sent), BatchHead, words)
  const { rows, faults } = readRows(typed, { mayRepeat: first(sent, 'mayRepeat') !== '' })
  const isByPages = hasCasesByPages(procedure) && first(sent, 'case') === ''
  const all = [
    ...(head.faults ?? []),
    ...(typed.length === 0 ? [{ field: 'paste', text: said.noRows }] : []),
    ...rowFaults(words, faults, typed),
    ...(isByPages
      ? rows.flatMap((row, at) =>
          pagesMissing(row, `${said.failed(at + 1)}: ${words.refusals['pages-needed']({})}`),
        )
      : []),
    ...(first(sent, 'papersSeen') === '' ? [{ field: 'papersSeen', text: said.papersNotSeen }] : []),
  ]
  return all.length > 0 || !head.value ? { faults: all } : { ...head.value, rows }
}

function pagesMissing({ pages, place }: RowToReceive, text: string): readonly Fault[] {
  return pages === null ? [{ field: cellName(place, 'pages'), text }] : []
}
