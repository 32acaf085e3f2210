import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { walked } from '#domain/procedure/form.ts'
import { rejectionOnPaper } from '#papers/rejection.ts'
import { supplementOnPaper } from '#papers/supplement.ts'
import { type HeldFiling, filingHistory } from '#store/filings.ts'
import { keptPaper } from '#store/papers.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'
import { givePaper } from '../papers/give-paper.ts'
import { contactOf, officeOf } from '../papers/office.ts'
import { paperNumber } from '../papers/slip-number.ts'
import { filingInNames, ownFiling } from './see-own-filing.ts'

/** The slip of a filing for who filed it: what is missing (Mẫu 02), or why it is not taken (Mẫu 03). */
export async function giveFilingSlip(desk: Desk, id: string, site: string): Promise<Outcome<Uint8Array>> {
  const held = await ownFiling(desk, id, 'see')
  return isRefusal(held) ? held : filingSlip(desk, held, site)
}

/** The same bytes for everybody; printed by the officer's name who made it out, the first time it is asked for. */
export async function filingSlip(desk: Desk, held: HeldFiling, site: string): Promise<Outcome<Uint8Array>> {
  const { id, filing } = held
  const history = await filingHistory(desk.centre, id)
  const made = history.findLast(({ event }) => event.type === 'FilingAsked' || event.type === 'FilingRefused')
  if (!made || (made.event.type !== 'FilingAsked' && made.event.type !== 'FilingRefused'))
    return refuse('no-such-slip')
  const { event, sequence } = made
  const key = event.type === 'FilingAsked' ? 'phieu_bo_sung' : 'phieu_tu_choi'
  const about = `${id}/${sequence}`
  const kept = await keptPaper(desk.centre, key, about)
  if (kept) return kept.bytes
  const { staff, unit } = event.by
  return givePaper(desk, staff, {
    key,
    about,
    dossier: null,
    receivedAt: event.at,
    madeAt: event.at,
    async data() {
      const [book, names, named] = await Promise.all([
        bookOf(desk.centre),
        staffNames(desk.centre, [staff]),
        filingInNames(desk, held),
      ])
      const office = officeOf(book, desk, unit)
      const contact = contactOf(office, names.get(staff) ?? '', site)
      const numberBook = event.type === 'FilingAsked' ? 'slip:HDHS' : 'slip:TNHS-TC'
      const number = await paperNumber(desk, staff, { book: numberBook, id, about, datedAt: event.at })
      const common = {
        office,
        at: event.at,
        applicant: filing.applicant,
        subject: named.procedureName,
        contact,
        number,
      }
      if (event.type === 'FilingRefused') {
        const { reason, ground, instead } = event
        const filed = { code: filing.code, at: filing.submittedAt }
        return rejectionOnPaper({ ...common, reason, ground, instead, filed })
      }
      const labels = new Map(
        [...walked(named.form.fields)].map(({ field, path }) => [path.join('.'), field.label]),
      )
      const withoutRows = (field: string) => field.replace(/\.\d+(?=\.|$)/g, '')
      return supplementOnPaper({
        ...common,
        code: filing.code,
        // A field stands on the slip where a paper would.
        items: event.items.map(({ field, ...item }) => ({ ...item, component: item.component ?? field })),
        names: new Map([
          ...named.paperNames,
          ...event.items.flatMap(({ field }) => {
            const label = field === null ? undefined : labels.get(withoutRows(field))
            return field !== null && label !== undefined ? [[field, label] as const] : []
          }),
        ]),
        whyAgain: event.whyAgain,
        answerBy: null,
      })
    },
  })
}
