import { z } from 'zod'
import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { FileColumns } from '#domain/paying/provider.ts'
import type {
  OrderAnswer,
  PostCarrier,
  PostNotice,
  PostOrder,
  PostSide,
  Tracked,
  TrackingAnswer,
} from '#domain/post/carrier.ts'
import { readCompactTime } from '../payments/compact-time.ts'
import { hmac, isSameMac } from '../payments/macs.ts'
import { type StatusCodes, statusOn } from './status-codes.ts'

export interface VnpostSettings {
  /** Where its services lie: `/order/post`, `/order/cancel`, `/order/getOrderTracking`. */
  readonly url: string
  readonly customerCode: string
  /** Read anew for every question, as it is changed from time to time. */
  readonly token: () => string
  /** With which its notices are signed; null where it sends none. */
  readonly noticeSecret: string | null
  readonly codes: readonly StatusCodes[]
  /** Where its lists of what it collected have other headings than those known. */
  readonly file?: FileColumns | undefined
}

/** Headings as the house expects them; the post's own are documented nowhere. */
const COLLECTED: FileColumns = {
  transaction: ['Số hiệu bưu gửi', 'Mã bưu gửi'],
  dong: ['Tiền thu hộ', 'Số tiền COD'],
  paidAt: ['Thời gian phát', 'Ngày phát'],
  text: ['Mã đơn hàng', 'Mã hồ sơ'],
  times: 1,
}

/** How long the post may take. */
const PATIENCE_MS = 15_000
const PAGE_SIZE = 50
/** More than this has never happened to one parcel. */
const MOST_PAGES = 10
/** As the variants of the interface answer that all is well, that an order is there already, that none is there. */
const OK = '100'
const KNOWN_ALREADY = '101'
const UNKNOWN = '404'

const text = z.union([z.string(), z.number()]).transform(String)
const Answer = z.object({
  Status: text,
  Message: z.string().nullish(),
  ItemCode: z.string().nullish(),
  OrderNumber: z.string().nullish(),
  Data: z.array(z.unknown()).nullish(),
})
const Entry = z.object({
  id: z.coerce.number().int().positive(),
  orderNumber: z.string(),
  statusCode: text,
  statusMessage: z.string().nullish(),
  statusTime: z.string().regex(/^\d{14}$/),
  receiverName: z.string().nullish(),
  codAmount: z.coerce.number().int().min(0).nullish(),
})

/** The public post by its interface of orders (documented in 2025, with and without `ItemCode`). */
export function vnpost(settings: VnpostSettings): PostCarrier {
  const { customerCode, codes, noticeSecret, file = COLLECTED } = settings
  const ask = (path: string, fields: object) => asked(settings, path, { customerCode, ...fields })

  async function page(orderNumber: string, lastId: number): Promise<Tracked[] | 'unknown' | null> {
    const answer = await ask('/order/getOrderTracking', { pageSize: PAGE_SIZE, lastId, orderNumber })
    if (answer === null) return null
    if (answer.Status === UNKNOWN) return 'unknown'
    if (answer.Status !== OK) return null
    const all = z.array(Entry).safeParse(answer.Data ?? [])
    // Of another order, or out of shape: none of it is believed.
    if (!all.success || all.data.some((one) => one.orderNumber !== orderNumber)) return null
    const entries = all.data.map((one) => trackedIn(one, codes))
    return entries.every((one) => one !== null) ? entries : null
  }

  return {
    file,
    async order(order: PostOrder): Promise<OrderAnswer> {
      const answer = await ask('/order/post', orderFields(order))
      if (answer === null || (answer.OrderNumber ?? order.orderNumber) !== order.orderNumber)
        return { answer: 'silent' }
      if (answer.Status === OK || answer.Status === KNOWN_ALREADY)
        return { answer: 'taken', item: itemIn(answer.ItemCode) }
      return { answer: 'declined', said: (answer.Message ?? answer.Status).slice(0, 300) }
    },
    async cancel(orderNumber) {
      const answer = await ask('/order/cancel', { orderNumber })
      return answer && (answer.Status === OK || answer.Status === UNKNOWN)
    },
    async track(orderNumber, after): Promise<TrackingAnswer> {
      const found: Tracked[] = []
      for (let pages = 0; pages < MOST_PAGES; pages += 1) {
        const last = found.at(-1)?.id ?? after
        const entries = await page(orderNumber, last)
        if (entries === null || entries === 'unknown') return entries
        // A page that leads nowhere would be asked for again for ever.
        if (entries.some(({ id }) => id <= last) && pages > 0) return null
        found.push(...entries.toSorted((a, b) => a.id - b.id))
        if (entries.length < PAGE_SIZE) return found
      }
      return found
    },
    hear: (notice) => (noticeSecret === null ? null : heard(notice, noticeSecret)),
  }
}

async function asked(
  { url, token }: VnpostSettings,
  path: string,
  fields: object,
): Promise<z.infer<typeof Answer> | null> {
  try {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', access_token: token() },
      body: JSON.stringify(fields),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!answer.ok) return null
    const read = Answer.safeParse(await answer.json())
    return read.success ? read.data : null
  } catch {
    // Away, slow or talking nonsense: nothing was heard, and whoever asked asks again.
    return null
  }
}

/** The number on the label; one that no scanner could read is none. */
function itemIn(code: string | null | undefined): string | null {
  const item = (code ?? '').trim().toUpperCase()
  return /^[A-Z0-9.-]{4,40}$/.test(item) ? item : null
}

/** `FlagConfig` 2 is an order of a one-stop centre. Districts are left empty since there are none. */
function orderFields({ orderNumber, sender, receiver, contents, codDong }: PostOrder): object {
  return {
    OrderNumber: orderNumber,
    CODAmount: codDong,
    FlagConfig: 2,
    Description: contents,
    SenderDesc: contents,
    ...sideFields('Sender', sender),
    ...sideFields('Receiver', receiver),
  }
}

function sideFields(
  side: 'Sender' | 'Receiver',
  { name, phone, province, district, address }: PostSide,
): object {
  return {
    [`${side}Name`]: name,
    [`${side}Tel`]: phone,
    [`${side}Province`]: province,
    [`${side}District`]: district ?? '',
    [`${side}Address`]: address,
    [`${side}Email`]: '',
  }
}

function trackedIn(
  { id, statusCode, statusMessage, statusTime, receiverName, codAmount }: z.infer<typeof Entry>,
  codes: readonly StatusCodes[],
): Tracked | null {
  const at = readCompactTime(statusTime)
  if (at === null) return null
  const on = dayOf(fromMoment(at)).toString()
  return {
    id,
    status: statusOn(codes, on, statusCode),
    at,
    said: `${statusCode} ${statusMessage ?? ''}`.trim().slice(0, 300),
    receiver: receiverName?.trim().slice(0, 200) || null,
    codDong: codAmount ?? null,
  }
}

const Heard = z.object({ orderNumber: z.string().min(1).max(60) })

function heard({ body, signature }: PostNotice, secret: string): string | null {
  if (!isSameMac(hmac('sha256', secret, body), signature ?? '')) return null
  try {
    const read = Heard.safeParse(JSON.parse(body))
    return read.success ? read.data.orderNumber : null
  } catch {
    return null
  }
}
