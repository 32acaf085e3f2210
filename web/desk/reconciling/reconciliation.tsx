import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { PROVIDERS } from '#domain/paying/provider-key.ts'
import { MoneyToCredit, OrderToAsk, RefundToAgree, RefundToAsk, RefundToDrop } from '#shapes/paying.ts'
import { askAgain } from '#work/paying/ask-again.ts'
import { compareProviderFile } from '#work/paying/compare-provider-file.ts'
import { creditMoney } from '#work/paying/credit-money.ts'
import { agreeToRefund, askRefund, dropRefund } from '#work/paying/refunding.ts'
import { seeReconciliation } from '#work/paying/see-reconciliation.ts'
import type { Page } from '../../page.tsx'
import type { Fault } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, type Read, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { moneyAddress, OF_DAY, RECONCILIATION } from './address.ts'
import { FileForm, Files } from './files.tsx'
import { Money } from './money.tsx'
import { FindForm, Order } from './orders.tsx'

const MOST_FILE_BYTES = 8 * 1024 * 1024

/** Money that came and pays nothing by itself, refunds that wait for a second person, and the files of the providers. */
export const reconciliationPage: DeskPage = {
  path: RECONCILIATION,
  action: 'see-reconciliation',
  mostBytes: MOST_FILE_BYTES,
  get: (visit) => shown(visit),
  post: (visit, typed) => (first(typed, 'do') === 'compare' ? compare(visit, typed) : act(visit, typed)),
}

export interface ReconcilingAnswered {
  readonly typed?: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function act(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { do: verb, ...fields } = typed.fields
  const sent = { ...typed, fields }
  switch (verb?.[0]) {
    case 'credit':
      return done(visit, typed, readForm(sent, MoneyToCredit, visit.words), creditMoney)
    case 'ask':
      return done(visit, typed, readForm(sent, RefundToAsk, visit.words), askRefund)
    case 'agree':
      return done(visit, typed, readForm(sent, RefundToAgree, visit.words), agreeToRefund)
    case 'drop':
      return done(visit, typed, readForm(sent, RefundToDrop, visit.words), dropRefund)
    case 'ask-again':
      return done(visit, typed, readForm(sent, OrderToAsk, visit.words), askAgain)
    default:
      return seeOther(RECONCILIATION)
  }
}

async function done<Value>(
  visit: DeskVisit,
  typed: Typed,
  read: Read<Value>,
  does: (desk: DeskVisit['desk'], given: Value) => Promise<Outcome<unknown>>,
): Promise<Page | Response> {
  if (read.faults) return { ...(await shown(visit, { typed, faults: read.faults })), status: 422 }
  const outcome = await does(visit.desk, read.value)
  if (!isRefusal(outcome)) return seeOther(RECONCILIATION)
  return { ...(await shown(visit, { typed, refused: refusalText(visit.words, outcome) })), status: 409 }
}

async function compare(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const [file] = typed.files
  const provider = PROVIDERS.find((one) => one === first(typed, 'provider'))
  if (!file || !provider) {
    const faults = [{ field: 'file', text: visit.words.desk.reconciling.noFile }]
    return { ...(await shown(visit, { typed, faults })), status: 422 }
  }
  const bytes = new Uint8Array(await file.file.arrayBuffer())
  const compared = await compareProviderFile(visit.desk, { provider, bytes })
  if (!isRefusal(compared)) return seeOther(`${RECONCILIATION}#tep`)
  return { ...(await shown(visit, { typed, refused: refusalText(visit.words, compared) })), status: 409 }
}

async function shown(visit: DeskVisit, answered: ReconcilingAnswered = {}): Promise<Page> {
  const { desk, words, url } = visit
  const said = words.desk.reconciling
  const typedMoney = answered.typed ? first(answered.typed, 'money') : ''
  const chosen = url.searchParams.get('khoan') ?? (typedMoney || null)
  const sought = (url.searchParams.get('tim') ?? '').slice(0, 100).trim()
  const isId = /^[0-9a-f-]{36}$/.test(chosen ?? '')
  const seen = await seeReconciliation(desk, {
    after: url.searchParams.get('sau'),
    chosen: isId ? chosen : null,
    sought: sought === '' ? null : sought,
  })
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const { lines, next, underWay, unclear, mayReconcile, order } = seen
  const isFound = seen.chosen.length > 0 || order !== null
  const isFile = answered.typed !== undefined && first(answered.typed, 'do') === 'compare'
  const money = { words, mayReconcile }
  const main = (
    <>
      <h1>{said.title}</h1>
      <p class="hint">{said.lead}</p>
      <FindForm words={words} sought={sought} />
      {sought !== '' && !isFound && <p role="status">{said.nothingFound}</p>}
      {order && <Order words={words} order={order} mayReconcile={mayReconcile} />}
      {seen.chosen.map((line) => (
        <Money
          key={line.id}
          {...money}
          line={line}
          answered={isFile ? {} : answered}
          history={line.history}
        />
      ))}
      {lines.length === 0 && !isFound && <p>{said.none}</p>}
      {lines.map((line) => (
        <Money key={line.id} {...money} line={line} answered={{}} />
      ))}
      {next && (
        <p class="onward-ways">
          <Link href={`${RECONCILIATION}?sau=${encodeURIComponent(next)}`}>{said.next}</Link>
        </p>
      )}
      {underWay.length > 0 && (
        <section>
          <h2>{said.underWay}</h2>
          <ul>
            {underWay.map((one) => (
              <li key={one.id}>
                <Link href={moneyAddress(one.id)}>{one.money.transaction}</Link>{' '}
                <small>{said.agreedBy(words.format.money(one.refund?.dong ?? 0))}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {unclear.length > 0 && (
        <section>
          <h2>{said.unclear}</h2>
          <p class="hint">{said.unclearLead}</p>
          {unclear.map((one) => (
            <Order key={one.id} words={words} order={one} mayReconcile={mayReconcile} />
          ))}
        </section>
      )}
      {answered.refused !== undefined && !isFile && seen.chosen.length === 0 && (
        <Notice kind="danger" role="alert">
          <p>{answered.refused}</p>
        </Notice>
      )}
      {mayReconcile && seen.providers.length > 0 && (
        <FileForm
          words={words}
          providers={seen.providers}
          notCompared={seen.notCompared}
          answered={isFile ? answered : {}}
        />
      )}
      <Files words={words} files={seen.files} />
      <p class="onward-ways">
        <Link href={OF_DAY}>{said.day}</Link>
      </p>
    </>
  )
  return { title: said.title, main }
}
