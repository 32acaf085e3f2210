import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { type CashSheet, seeCashSheet } from '#work/money/see-cash-sheet.ts'
import { Button } from '../parts/button.tsx'
import { FactOf, Facts } from '../parts/facts.tsx'
import { TextField } from '../parts/field.tsx'
import type { Words } from '../words/vi.ts'
import { dayAsked } from './day-asked.ts'
import type { DeskPage } from './desk-page.ts'
import { dossierAddress } from './dossier/address.ts'
import { refusedPage } from './refused-page.tsx'

/** The cash of a day: what was taken, cancelled and given back, and what must therefore be in the till. */
export const cashPage: DeskPage = {
  path: '/ban/quy',
  action: 'see-cash-sheet',
  async get(visit) {
    const { desk, words, url } = visit
    const on = dayAsked(url.searchParams.get('ngay'), dayOf(desk.now).toString())
    const seen = await seeCashSheet(desk, on)
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.money
    const main = (
      <>
        <h1>{said.sheet}</h1>
        <p class="sub">{words.format.longDay(Temporal.PlainDate.from(on))}</p>
        <p class="hint">{said.sheetLead}</p>
        <form action="/ban/quy" class="day-form">
          <TextField name="ngay" label={said.day} type="date" value={on} />
          <Button kind="secondary">{said.show}</Button>
        </form>
        {seen.sheets.length === 0 && <p>{said.nothing}</p>}
        {seen.sheets.map((sheet) => (
          <Sheet key={sheet.staff} words={words} sheet={sheet} />
        ))}
        {seen.unused.length > 0 && (
          <p>
            {said.gaps} <span class="tabular">{seen.unused.join(', ')}</span>
          </p>
        )}
      </>
    )
    return { title: said.sheet, main }
  },
}

function Sheet({ words, sheet }: { readonly words: Words; readonly sheet: CashSheet }) {
  const said = words.desk.money
  return (
    <section class="cash-sheet">
      <h2 lang="vi">{sheet.name}</h2>
      <Facts>
        <FactOf name={said.inHand}>{words.format.money(sheet.sums.cash)}</FactOf>
        <FactOf name={said.byTransfer}>{words.format.money(sheet.sums.transfer)}</FactOf>
      </Facts>
      <div class="scrolled" role="region" aria-label={sheet.name} tabIndex={0}>
        <table class="ds-table">
          <thead>
            <tr>
              {[said.time, said.happened, said.number, said.dossier, said.way, said.amount].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.lines.map(({ at, kind, code, way, dong, receiptNumber }) => (
              <tr key={`${at} ${code} ${kind}`}>
                <td class="tabular">{words.format.moment(at)}</td>
                <td>{said.states[kind]}</td>
                <td class="tabular">{receiptNumber ?? ''}</td>
                <td>
                  <a class="ds-link tabular" href={dossierAddress(code)}>
                    {code}
                  </a>
                </td>
                <td>{said.ways[way]}</td>
                <td class="tabular">{words.format.money(kind === 'taken' ? dong : -dong)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
