import { renderSVG } from 'uqr'
import type { PayWay } from '#domain/paying/provider.ts'
import type { SeenOrder } from '#work/paying/see-payment.ts'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'
import { PAY } from './address.ts'

interface OrderProps {
  readonly words: Words
  readonly order: SeenOrder
}

const KINDS = {
  waiting: 'info',
  asked: 'warning',
  paid: 'success',
  'paid-more': 'success',
  held: 'success',
  doubted: 'warning',
  'given-back': 'info',
  failed: 'danger',
  expired: 'info',
} as const satisfies Record<SeenOrder['state'], string>

/** The latest attempt to pay: how it stands, and what to do about it now. */
export function LatestOrder({ words, order }: OrderProps) {
  const said = words.paying
  const { state, provider, way, expiresAt, openedAt } = order
  const isOpen = state === 'waiting' || state === 'asked'
  return (
    <Notice kind={KINDS[state]} role="status" title={said.states[state]}>
      <p>{said.stateHints[state](words.format.longMoment(expiresAt))}</p>
      <p class="hint">{said.tried(said.short[provider], words.format.longMoment(openedAt))}</p>
      {state === 'waiting' && way?.kind === 'transfer' && <Transfer words={words} order={order} way={way} />}
      {isOpen && (
        <p class="actions">
          {state === 'waiting' && way?.kind === 'page' && (
            <a class="ds-button" data-color="accent" href={way.url} rel="noreferrer">
              {said.goOn(said.short[provider])}
            </a>
          )}
          <Link href={PAY}>{said.checkAgain}</Link>
        </p>
      )}
    </Notice>
  )
}

type TransferWay = Extract<PayWay, { readonly kind: 'transfer' }>

/** The code a banking app reads, and the same to be typed. */
function Transfer({ words, order, way }: OrderProps & { readonly way: TransferWay }) {
  const said = words.paying.transfer
  return (
    <div class="transfer">
      <h2>{said.title}</h2>
      <img
        class="transfer-qr"
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(way.qr, { border: 2 }))}`}
        alt={said.qr}
        width="240"
        height="240"
      />
      <p>{said.byHand}</p>
      <Facts>
        <FactOf name={said.bank}>{way.bankName}</FactOf>
        <FactOf name={said.account}>
          <code>{way.account}</code>
        </FactOf>
        <FactOf name={said.holder}>
          <span lang="vi">{way.holder}</span>
        </FactOf>
        <FactOf name={said.dong}>{words.format.money(order.dong)}</FactOf>
        <FactOf name={said.content}>
          <code>{way.content}</code>
        </FactOf>
      </Facts>
    </div>
  )
}

/** What was tried before. */
export function EarlierOrders({ words, orders }: { words: Words; orders: readonly SeenOrder[] }) {
  const said = words.paying
  if (orders.length === 0) return null
  return (
    <details class="ds-details">
      <summary>{said.earlier}</summary>
      <ul>
        {orders.map(({ id, provider, openedAt, state, dong }) => (
          <li key={id}>
            {said.tried(said.short[provider], words.format.moment(openedAt))}, {words.format.money(dong)}
            <small>{said.states[state]}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
