import { type Day, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { MoneyEvent, MoneyIn, RefundUnderWay } from '#domain/paying/money-in.ts'
import type { PaymentOrder } from '#domain/paying/order.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import { referenceIn } from '#domain/paying/reference.ts'
import { may, type Staff } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import {
  agreedRefunds,
  type HeldMoney,
  historiesOfMoney,
  moneyById,
  moneyNumbered,
  moneyOfOrders,
  moneyToSeeTo,
} from '#store/money-in.ts'
import { orderNamed, unclearOrders } from '#store/payment-orders.ts'
import { type ComparedFile, daysNotCompared, latestFiles } from '#store/provider-files.ts'
import { staffNames } from '#store/staff-names.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { listedBy, providerOf } from './providers-of.ts'
import { goesBackByItself } from './refunding.ts'

/** Money a person must see to. */
export interface MoneyLine {
  readonly id: string
  readonly money: MoneyIn
  /** What was written with a transfer no order of ours is meant by. */
  readonly text: string | null
  /** The dossier it paid or was meant for. */
  readonly code: string | null
  readonly refund: (RefundUnderWay & { readonly askedByName: string; readonly isOwn: boolean }) | null
  readonly goesBackByItself: boolean
}

/** What happened to a sum, and who did it; a name is empty where nobody did. */
export interface MoneyHappened {
  readonly type: MoneyEvent['type']
  readonly at: Moment
  readonly by: string
}

export type OrderLine = Pick<
  PaymentOrder,
  'id' | 'provider' | 'reference' | 'dong' | 'openedAt' | 'expiresAt' | 'ended'
> & { readonly canBeAsked: boolean }

export interface ReconciliationAsked {
  readonly after: string | null
  /** Money by its id. */
  readonly chosen: string | null
  /** A provider's number or a reference, as it was typed. */
  readonly sought: string | null
}

export interface SeenReconciliation {
  readonly lines: readonly MoneyLine[]
  /** What was asked for by itself: one that paid a dossier, or what bears a number that was looked for. */
  readonly chosen: readonly (MoneyLine & { readonly history: readonly MoneyHappened[] })[]
  /** The attempt to pay whose reference was looked for. */
  readonly order: OrderLine | null
  /** Where the next page begins; null at the end. */
  readonly next: string | null
  /** Agreed to, and the provider has not answered yet. */
  readonly underWay: readonly MoneyLine[]
  /** Over, and no provider says how they ended. */
  readonly unclear: readonly OrderLine[]
  readonly files: readonly (ComparedFile & { readonly by: string })[]
  /** Days behind us on which a provider took money and whose list nobody has sent in. */
  readonly notCompared: readonly { readonly provider: ProviderKey; readonly on: Day }[]
  readonly providers: readonly ProviderKey[]
  readonly mayReconcile: boolean
}

const PAGE = 50
const FILES = 20
const LOOKED_BACK_DAYS = 31

/** What does not come out by itself, for whoever keeps the money. */
export async function seeReconciliation(
  desk: Desk,
  { after, chosen, sought }: ReconciliationAsked,
): Promise<Outcome<SeenReconciliation>> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-reconciliation' })
  const allowed = may(actor, { kind: 'see-reconciliation' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const before = today(desk)
  const from = Temporal.PlainDate.from(before).subtract({ days: LOOKED_BACK_DAYS }).toString()
  const [asked, found, agreed, unclear, files, notCompared] = await Promise.all([
    askedFor(desk, { chosen, sought }),
    moneyToSeeTo(centre, { after: readAfter(after), size: PAGE + 1 }),
    agreedRefunds(centre, PAGE),
    unclearOrders(centre, toMoment(desk.now), PAGE),
    latestFiles(centre, FILES),
    daysNotCompared(centre, { from, before }),
  ])
  const page = found.slice(0, PAGE)
  const shown = [...page, ...agreed, ...asked.money]
  const histories = await historiesOfMoney(
    centre,
    asked.money.map(({ id }) => id),
  )
  const names = await staffNames(centre, [
    ...shown.flatMap(({ money }) => money.refund?.askedBy ?? []),
    ...[...histories.values()].flat().flatMap(({ by }) => by ?? []),
    ...files.map(({ staff }) => staff),
  ])
  await recordSenders(desk, actor, shown)
  const lineOf = (held: HeldMoney) => moneyLine(desk, held, { names, own: actor.id })
  const historyOf = ({ id }: HeldMoney) =>
    (histories.get(id) ?? []).map(({ type, at, by }) => ({ type, at, by: names.get(by ?? '') ?? '' }))
  const isAsked = ({ id }: HeldMoney) => asked.money.some((one) => one.id === id)
  const last = page.at(-1)
  return {
    lines: await Promise.all(page.filter((one) => !isAsked(one)).map(lineOf)),
    chosen: await Promise.all(
      asked.money.map(async (held) => ({ ...(await lineOf(held)), history: historyOf(held) })),
    ),
    order: asked.order && orderLine(desk, asked.order),
    next: last && found.length > PAGE ? `${last.money.paidAt} ${last.id}` : null,
    underWay: await Promise.all(agreed.map(lineOf)),
    unclear: unclear.map((order) => orderLine(desk, order)),
    files: files.map((file) => ({ ...file, by: names.get(file.staff) ?? '' })),
    notCompared,
    providers: listedBy(desk).map(({ key }) => key),
    mayReconcile: may(actor, { kind: 'reconcile' }, today(desk)) === true,
  }
}

interface Asked {
  readonly money: readonly HeldMoney[]
  readonly order: PaymentOrder | null
}

/** Money by its id, or by a number as people read it out: the provider's, or the reference of the order. */
async function askedFor(
  { centre }: Desk,
  { chosen, sought }: Omit<ReconciliationAsked, 'after'>,
): Promise<Asked> {
  const one = chosen === null ? null : await moneyById(centre, chosen)
  if (sought === null) return { money: one ? [one] : [], order: null }
  const reference = referenceIn(sought)
  const order = reference === null ? null : await orderNamed(centre, reference)
  const money = order ? await moneyOfOrders(centre, [order.id]) : await moneyNumbered(centre, sought.trim())
  return { money, order }
}

/** What was written with a transfer names its sender: who looks at it is recorded. */
async function recordSenders(desk: Desk, { id: staff }: Staff, shown: readonly HeldMoney[]): Promise<void> {
  if (shown.every(({ text }) => text === null)) return
  const at = toMoment(desk.now)
  await recordAccess(desk.centre, { id: newId(), at, staff, what: 'see-reconciliation', code: null })
}

function orderLine(desk: Desk, order: PaymentOrder): OrderLine {
  const { id, provider, reference, dong, openedAt, expiresAt, ended } = order
  const canBeAsked = ended !== 'paid' && typeof providerOf(desk, provider)?.ask === 'function'
  return { id, provider, reference, dong, openedAt, expiresAt, ended, canBeAsked }
}

async function moneyLine(
  desk: Desk,
  held: HeldMoney,
  { names, own }: { readonly names: ReadonlyMap<string, string>; readonly own: string },
): Promise<MoneyLine> {
  const { id, money, text } = held
  const { refund, credited, payable } = money
  return {
    id,
    money,
    text,
    code: credited?.code ?? (payable?.kind === 'dossier' ? payable.id : null),
    refund: refund && {
      ...refund,
      askedByName: names.get(refund.askedBy) ?? '',
      isOwn: refund.askedBy === own,
    },
    goesBackByItself: await goesBackByItself(desk, held),
  }
}

function readAfter(text: string | null): { readonly paidAt: Moment; readonly id: string } | null {
  const [, paidAt, id] = /^(\S+Z) ([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return paidAt !== undefined && id !== undefined && Number.isFinite(Date.parse(paidAt))
    ? { paidAt, id }
    : null
}
