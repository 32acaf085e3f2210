import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { type ProviderDay, seeMoneyOfDay } from '#work/paying/see-money-of-day.ts'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import { dayAsked } from '../day-asked.ts'
import type { DeskPage } from '../desk-page.ts'
import { dossierAddress } from '../dossier/address.ts'
import { refusedPage } from '../refused-page.tsx'
import { moneyAddress, OF_DAY, RECONCILIATION } from './address.ts'
import { standingInWords } from './standing.ts'

/** What came online on a day, provider by provider, as their own lists say it. */
export const moneyOfDayPage: DeskPage = {
  path: OF_DAY,
  action: 'see-reconciliation',
  async get(visit) {
    const { desk, words, url } = visit
    const on = dayAsked(url.searchParams.get('ngay'), dayOf(desk.now).toString())
    const seen = await seeMoneyOfDay(desk, on)
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.reconciling
    const main = (
      <>
        <h1>{said.day}</h1>
        <p class="sub">{words.format.longDay(Temporal.PlainDate.from(on))}</p>
        <p class="hint">{said.dayLead}</p>
        <form action={OF_DAY} class="day-form">
          <TextField name="ngay" label={words.desk.money.day} type="date" value={on} />
          <Button kind="secondary">{words.desk.money.show}</Button>
        </form>
        {seen.providers.length === 0 && <p>{said.nothingOnDay}</p>}
        {seen.providers.map((one) => (
          <Provider key={one.provider} words={words} day={one} />
        ))}
        {seen.unused.length > 0 && (
          <p>
            {words.desk.money.gaps} <span class="tabular">{seen.unused.join(', ')}</span>
          </p>
        )}
        <p class="onward-ways">
          <Link href={RECONCILIATION}>{said.title}</Link>
        </p>
      </>
    )
    return { title: said.day, main }
  },
}

function Provider({ words, day }: { words: Words; day: ProviderDay }) {
  const said = words.desk.reconciling
  const { money } = words.format
  const name = said.providers[day.provider]
  return (
    <section>
      <h2>{name}</h2>
      <Facts>
        <FactOf name={said.daySum}>{money(day.dong)}</FactOf>
        <FactOf name={said.dayCredited}>{money(day.creditedDong)}</FactOf>
        {day.refundedDong > 0 && <FactOf name={said.dayRefunded}>{money(day.refundedDong)}</FactOf>}
      </Facts>
      <div class="scrolled" role="region" aria-label={name} tabIndex={0}>
        <table class="ds-table money-of-day">
          <thead>
            <tr>
              {[said.paidAt, said.transaction, said.amount, said.standing, said.dossier, said.receipt].map(
                (heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {day.lines.map(({ id, money: one }) => (
              <tr key={id}>
                <td class="tabular">{words.format.moment(one.paidAt)}</td>
                <td class="tabular">
                  <Link href={moneyAddress(id)}>{one.transaction}</Link>
                </td>
                <td class="tabular">{money(one.dong)}</td>
                <td>{standingInWords(words, one)}</td>
                <td>
                  {one.credited && (
                    <a class="ds-link tabular" href={dossierAddress(one.credited.code)}>
                      {one.credited.code}
                    </a>
                  )}
                </td>
                <td class="tabular">{one.credited?.receiptNumber}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
