import { dayOf } from '#domain/calendar/moment.ts'
import { appointmentsOn } from '#domain/people/may.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { ListForm } from '#papers/list.ts'
import { giveRegister, seeRegister } from '#work/papers/register.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { listAddress, REGISTER } from './addresses.ts'
import { PdfLink } from './paper-links.tsx'
import { pdfOr } from './pdf.ts'

const LISTS: readonly ListForm[] = ['bien_ban_giao_nhan', 'phieu_ban_giao_ket_qua']

/** A year as it was typed, or this one. */
function yearAsked(text: string | null, now: number): number {
  return text !== null && /^20\d{2}$/.test(text) ? Number(text) : now
}

/** The books of the register to be printed, field by field, and the hand-over papers of the day. */
const registerPage: DeskPage = {
  path: REGISTER,
  action: 'print-register',
  async get(visit) {
    const { desk, words, url } = visit
    const today = dayOf(desk.now)
    const year = yearAsked(url.searchParams.get('nam'), today.year)
    const fields = await seeRegister(desk, year)
    if (isRefusal(fields)) return refusedPage(visit, fields)
    const said = words.desk.printing
    const on = today.toString()
    const isClerk = appointmentsOn(desk.actor, on).some(({ post }) => post === 'clerk')
    const main = (
      <>
        <h1>{said.register}</h1>
        <p class="hint">{said.registerLead}</p>
        <form action={REGISTER} class="day-form">
          <TextField name="nam" label={said.year} value={String(year)} inputmode="numeric" maxLength={4} />
          <Button kind="secondary">{said.show}</Button>
        </form>
        {fields.length === 0 && <p>{said.nothing(year)}</p>}
        <ul class="papers-list">
          {fields.map(({ field, count, books }) => (
            <li key={field}>
              <span lang="vi">{field}</span> ({said.dossiers(count)}){': '}
              {Array.from({ length: books }, (_, place) => (
                <>
                  {place > 0 && ', '}
                  <PdfLink href={bookAddress(year, field, place + 1)}>{said.book(place + 1)}</PdfLink>
                </>
              ))}
            </li>
          ))}
        </ul>
        {isClerk && (
          <section aria-labelledby="papers-today">
            <h2 id="papers-today">{said.handOvers}</h2>
            <ul>
              {LISTS.map((form) => (
                <li key={form}>
                  <PdfLink href={listAddress(form, on)}>{said.forms[form]}</PdfLink>
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    )
    return { title: said.register, main }
  },
}

function bookAddress(year: number, field: string, book: number): string {
  return `${REGISTER}/quyen?${new URLSearchParams({ nam: String(year), 'linh-vuc': field, quyen: String(book) })}`
}

/** One book; several fields kept in one book are named several times in the address. */
const registerBook: DeskPage = {
  path: `${REGISTER}/quyen`,
  action: 'print-register',
  async get(visit) {
    const { desk, url } = visit
    const year = yearAsked(url.searchParams.get('nam'), dayOf(desk.now).year)
    const fields = url.searchParams.getAll('linh-vuc').slice(0, 100).toSorted()
    const book = Number(/^[1-9]\d{0,3}$/.exec(url.searchParams.get('quyen') ?? '1')?.[0] ?? '1')
    return pdfOr(visit, await giveRegister(desk, { year, fields, book }), `so-theo-doi-${year}-${book}`)
  },
}

export const REGISTER_PAGES: readonly DeskPage[] = [registerPage, registerBook]
