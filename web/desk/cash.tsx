import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { type CashSheet, seeCashSheet } from '#work/money/see-cash-sheet.ts'
import { may } from '#domain/people/may.ts'
import { CashSheetToClose, TillToOpen } from '#shapes/cash.ts'
import { closeCashSheet } from '#work/money/close-cash-sheet.ts'
import { openTill } from '#work/money/open-till.ts'
import { seeMoneyBrought, takeAllBrought } from '#work/field/money-brought.ts'
import { takeOverCash } from '#work/money/take-over-cash.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { FactOf, Facts } from '../parts/facts.tsx'
import { type Fault, TextField } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import type { Words } from '../words/vi.ts'
import { ClosedSheet, CloseForm, OpenForm } from './cash-closing.tsx'
import { dayAsked } from './day-asked.ts'
import { type DeskPage, type DeskVisit, seeOther } from './desk-page.ts'
import { first, readForm, refusalText, type Typed } from './form.ts'
import { dossierAddress } from './dossier/address.ts'
import { paperAddress } from './printing/addresses.ts'
import { PdfLink } from './printing/paper-links.tsx'
import { MoneyBroughtForms } from './money-brought.tsx'
import { refusedPage } from './refused-page.tsx'
import { type ResultLine, Results } from './results.tsx'

/** The cash of a day: what was taken, cancelled and given back, and what must therefore be in the till. */
export const cashPage: DeskPage = {
  path: '/ban/quy',
  action: 'see-cash-sheet',
  get: (visit) => shown(visit, dayOfAddress(visit)),
  post: act,
}

const CASH = '/ban/quy'

const dayOfAddress = ({ url, desk }: DeskVisit) =>
  dayAsked(url.searchParams.get('ngay'), dayOf(desk.now).toString())

/** A cashier closes the day, or who answers for the hall takes the money over. */
async function act(visit: DeskVisit, sent: Typed): Promise<Page | Response> {
  const { desk, words } = visit
  const on = dayAsked(first(sent, 'on'), dayOf(desk.now).toString())
  if (first(sent, 'do') === 'take-over') {
    const taken = await takeOverCash(desk, { on, sheet: first(sent, 'sheet') })
    return isRefusal(taken)
      ? { ...(await shown(visit, on, { refused: refusalText(words, taken) })), status: 409 }
      : seeOther(`${CASH}?ngay=${on}`)
  }
  if (first(sent, 'do') === 'brought') return takeBrought(visit, sent, on)
  const { do: _, ...fields } = sent.fields
  if (first(sent, 'do') === 'open') {
    const { value, faults } = readForm({ ...sent, fields }, TillToOpen, words)
    if (faults) return { ...(await shown(visit, on, { opening: { typed: sent, faults } })), status: 422 }
    const opened = await openTill(desk, value)
    return isRefusal(opened)
      ? {
          ...(await shown(visit, on, { opening: { typed: sent, refused: refusalText(words, opened) } })),
          status: 409,
        }
      : seeOther(`${CASH}?ngay=${on}`)
  }
  const { value, faults } = readForm({ ...sent, fields }, CashSheetToClose, words)
  if (faults) return { ...(await shown(visit, on, { typed: sent, faults })), status: 422 }
  const closed = await closeCashSheet(desk, value)
  return isRefusal(closed)
    ? { ...(await shown(visit, on, { typed: sent, refused: refusalText(words, closed) })), status: 409 }
    : seeOther(`${CASH}?ngay=${on}`)
}

/** A cashier takes over what an officer brought: each chosen sum with its receipt, and a line for each that could not be. */
async function takeBrought(visit: DeskVisit, sent: Typed, on: string): Promise<Page | Response> {
  const { desk, onFault } = visit
  const byPacket = new Map((await seeMoneyBrought(desk)).map(({ packet, code }) => [packet, code]))
  const chosen = (sent.fields['packet'] ?? []).filter((one) => byPacket.has(one))
  const done = await takeAllBrought(desk, chosen, onFault)
  if (done.every(({ outcome }) => !isRefusal(outcome))) return seeOther(`${CASH}?ngay=${on}`)
  const lines = done.map(({ given, outcome }) => ({ code: byPacket.get(given) ?? given, outcome }))
  return { ...(await shown(visit, on, { lines })), status: 409 }
}

interface CashAnswered {
  /** What became of money that was brought, where some of it could not be taken over. */
  readonly lines?: readonly ResultLine[]
  /** What was sent to begin the day with. */
  readonly opening?: Omit<CashAnswered, 'opening'>
  readonly typed?: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function shown(
  visit: DeskVisit,
  on: string,
  { opening, lines, ...answered }: CashAnswered = {},
): Promise<Page> {
  const { desk, words } = visit
  const seen = await seeCashSheet(desk, on)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.desk.money
  const day = dayOf(desk.now).toString()
  const own = seen.sheets.find(({ staff }) => staff === desk.actor.id)
  const mayClose = may(desk.actor, { kind: 'close-cash' }, day) === true && !own?.closed && on <= day
  const mayOpen = mayClose && on === day && !own?.opening
  const main = (
    <>
      <h1>{said.sheet}</h1>
      <p class="sub">{words.format.longDay(Temporal.PlainDate.from(on))}</p>
      <p class="hint">{said.sheetLead}</p>
      <form action="/ban/quy" class="day-form">
        <TextField name="ngay" label={said.day} type="date" value={on} />
        <Button kind="secondary">{said.show}</Button>
      </form>
      {lines && <Results words={words} lines={lines} />}
      {(mayOpen || opening) && <OpenForm words={words} on={on} {...opening} />}
      {on === day && !own?.closed && (
        <MoneyBroughtForms words={words} brought={await seeMoneyBrought(desk)} />
      )}
      {seen.sheets.length === 0 && <p>{said.nothing}</p>}
      {seen.sheets.map((sheet) => (
        <Sheet key={sheet.staff} words={words} sheet={sheet} on={on} />
      ))}
      {answered.refused !== undefined && !mayClose && (
        <Notice kind="danger" role="alert">
          <p>{answered.refused}</p>
        </Notice>
      )}
      {mayClose && <CloseForm words={words} on={on} opening={own?.opening ?? null} {...answered} />}
      {seen.unused.length > 0 && (
        <p>
          {said.gaps} <span class="tabular">{seen.unused.join(', ')}</span>
        </p>
      )}
    </>
  )
  return { title: said.sheet, main }
}

interface SheetProps {
  readonly words: Words
  readonly sheet: CashSheet
  readonly on: string
}

function Sheet({ words, sheet, on }: SheetProps) {
  const said = words.desk.money
  return (
    <section class="cash-sheet">
      <h2 lang="vi">{sheet.name}</h2>
      <Facts>
        <FactOf name={said.inHand}>{words.format.money(sheet.sums.cash)}</FactOf>
        <FactOf name={said.byTransfer}>{words.format.money(sheet.sums.transfer)}</FactOf>
        <FactOf name={said.byCard}>{words.format.money(sheet.sums.card)}</FactOf>
        {sheet.postageDong > 0 && (
          <FactOf name={said.forThePost}>{words.format.money(sheet.postageDong)}</FactOf>
        )}
      </Facts>
      {sheet.opening && (
        <p>
          {said.openedWith(words.format.money(sheet.opening.dong), words.format.moment(sheet.opening.at))}
        </p>
      )}
      {sheet.closed && (
        <ClosedSheet words={words} closed={sheet.closed} on={on} mayTakeOver={sheet.mayTakeOver} />
      )}
      {sheet.lines.length === 0 ? <p>{said.nothing}</p> : <Lines words={words} sheet={sheet} />}
    </section>
  )
}

function Lines({ words, sheet }: Pick<SheetProps, 'words' | 'sheet'>) {
  const said = words.desk.money
  return (
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
          {sheet.lines.map(({ at, kind, code, sequence, way, dong, receiptNumber, byName }) => (
            <tr key={`${at} ${code} ${kind}`}>
              <td class="tabular">{words.format.moment(at)}</td>
              <td>
                {said.states[kind]}
                {byName !== null && <small lang="vi">{byName}</small>}
              </td>
              <td class="tabular">
                {receiptNumber !== null && (
                  <PdfLink
                    href={paperAddress(code, { form: 'bien_lai', sequence })}
                    label={words.desk.printing.receiptOf(receiptNumber)}
                  >
                    {receiptNumber}
                  </PdfLink>
                )}
              </td>
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
  )
}
