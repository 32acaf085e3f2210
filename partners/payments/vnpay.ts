import { randomUUID } from 'node:crypto'
import type {
  FileColumns,
  NoticeSaid,
  OrderToAsk,
  OrderToOpen,
  PaymentProvider,
  RefundAnswer,
  RefundToMake,
  Told,
} from '#domain/paying/provider.ts'
import { askInJson } from './ask.ts'
import { compactTime, readCompactTime } from './compact-time.ts'
import {
  isSignedAnswer,
  isSignedQuery,
  SIGNED_PARTS,
  signedAddress,
  withSignature,
} from './vnpay-signature.ts'

export interface VnpaySettings {
  /** Where the citizen pays. */
  readonly url: string
  /** Where questions and refunds go. */
  readonly api: string
  readonly terminal: string
  readonly secret: string
  readonly minutes: number
  /** The network address this server is known by to VNPAY. */
  readonly serverAddress: string
  readonly file?: FileColumns | undefined
}

type Fields = Readonly<Record<string, string>>

const VERSION = '2.1.0'
const PAID = '00'
/** Money was taken and VNPAY is not sure, or is still at it: nothing is settled yet. */
const UNSETTLED = ['01', '04', '05', '06', '07']
const NO_SUCH_PAYMENT = '91'
const ALREADY_ASKED = '94'

/** As the merchant's page of VNPAY writes its lists out; another heading is set in the settings. */
const FILE: FileColumns = {
  transaction: ['Mã giao dịch VNPAY', 'Số giao dịch VNPAY', 'vnp_TransactionNo'],
  dong: ['Số tiền', 'Số tiền thanh toán', 'Amount'],
  paidAt: ['Thời gian giao dịch', 'Thời gian thanh toán', 'vnp_PayDate'],
  text: ['Mã tham chiếu', 'Mã đơn hàng', 'vnp_TxnRef'],
  state: { names: ['Trạng thái', 'Tình trạng'], paid: ['Thành công', '00'] },
  times: 1,
}

const ANSWERS: Record<NoticeSaid, readonly [code: string, message: string]> = {
  confirmed: ['00', 'Confirm Success'],
  known: ['02', 'Order already confirmed'],
  'no-such-order': ['01', 'Order not found'],
  'other-amount': ['04', 'Invalid amount'],
  'false-signature': ['97', 'Invalid signature'],
  fault: ['99', 'Unknown error'],
}

/** VNPAY 2.1.0: a page to pay on, a signed notice, questions and refunds, all signed with HMAC-SHA512. */
export function vnpay(settings: VnpaySettings): PaymentProvider {
  const { url, api, terminal, secret, minutes, file = FILE } = settings
  return {
    key: 'vnpay',
    minutesOpen: minutes,
    isAskedBack: false,
    pages: [new URL(url).origin],
    file,
    open: async (order) => ({ kind: 'page', url: signedAddress(url, payFields(order, terminal), secret) }),
    hear: ({ fields }) =>
      isSignedQuery(fields, secret) && fields['vnp_TmnCode'] === terminal
        ? told(fields, stateIn(fields))
        : null,
    answer(said) {
      const [RspCode, Message] = ANSWERS[said]
      return { RspCode, Message }
    },
    ask: async (order) => {
      const asked = withSignature(queryFields(order, settings), SIGNED_PARTS.querydr, secret)
      const answer = await askInJson(api, asked)
      return answer && answered(answer, order, settings)
    },
    refund: (refund) => refunded(refund, settings),
  }
}

function payFields({ reference, dong, openedAt, expiresAt, ...order }: OrderToOpen, terminal: string) {
  return {
    vnp_Version: VERSION,
    vnp_Command: 'pay',
    vnp_TmnCode: terminal,
    vnp_Amount: String(dong * 100),
    vnp_CurrCode: 'VND',
    vnp_TxnRef: reference,
    vnp_OrderInfo: `Phi le phi ${reference}`,
    vnp_OrderType: 'other',
    vnp_Locale: order.language === 'en' ? 'en' : 'vn',
    vnp_ReturnUrl: order.returnTo,
    vnp_IpAddr: order.from,
    vnp_CreateDate: compactTime(openedAt),
    vnp_ExpireDate: compactTime(expiresAt),
  }
}

/** A notice says it twice: paid is what both say. */
function stateIn(fields: Fields): string {
  const code = fields['vnp_ResponseCode'] ?? ''
  return code === PAID ? (fields['vnp_TransactionStatus'] ?? '') : code
}

/** What its fields say, in our words. `state` is that of the payment. */
function told(fields: Fields, state: string): Told | null {
  const reference = fields['vnp_TxnRef'] ?? ''
  const amount = fields['vnp_Amount'] ?? ''
  // Amounts are times a hundred; there is no part of a đồng.
  if (reference === '' || !/^\d{1,13}00$/.test(amount)) return null
  return {
    reference,
    outcome: state === PAID ? 'paid' : UNSETTLED.includes(state) ? 'open' : 'failed',
    dong: Number(amount) / 100,
    transaction: fields['vnp_TransactionNo'] || null,
    paidAt: readCompactTime(fields['vnp_PayDate'] ?? ''),
  }
}

function queryFields({ reference, openedAt, now }: OrderToAsk, { terminal, serverAddress }: VnpaySettings) {
  return {
    vnp_RequestId: randomUUID().replaceAll('-', ''),
    vnp_Version: VERSION,
    vnp_Command: 'querydr',
    vnp_TmnCode: terminal,
    vnp_TxnRef: reference,
    vnp_OrderInfo: `Hoi ${reference}`,
    vnp_TransactionDate: compactTime(openedAt),
    vnp_CreateDate: compactTime(now),
    vnp_IpAddr: serverAddress,
  }
}

function answered(answer: Fields, order: OrderToAsk, { terminal, secret }: VnpaySettings): Told | null {
  if (!isSignedAnswer(answer, SIGNED_PARTS.querydrAnswer, secret)) return null
  const { reference, dong } = order
  const code = answer['vnp_ResponseCode']
  // Nobody has begun to pay.
  if (code === NO_SUCH_PAYMENT) return { reference, outcome: 'open', dong, transaction: null, paidAt: null }
  const isOurs = answer['vnp_TmnCode'] === terminal && answer['vnp_TxnRef'] === reference
  return code === PAID && isOurs ? told(answer, answer['vnp_TransactionStatus'] ?? '') : null
}

async function refunded(refund: RefundToMake, settings: VnpaySettings): Promise<RefundAnswer> {
  const { secret, api, terminal, serverAddress } = settings
  const asked = {
    vnp_RequestId: refund.id.replaceAll('-', ''),
    vnp_Version: VERSION,
    vnp_Command: 'refund',
    vnp_TmnCode: terminal,
    vnp_TransactionType: refund.dong === refund.paidDong ? '02' : '03',
    vnp_TxnRef: refund.reference,
    vnp_Amount: String(refund.dong * 100),
    vnp_OrderInfo: `Hoan ${refund.reference}`,
    vnp_TransactionNo: refund.transaction,
    vnp_TransactionDate: compactTime(refund.openedAt),
    vnp_CreateBy: 'mot-cua',
    vnp_CreateDate: compactTime(refund.now),
    vnp_IpAddr: serverAddress,
  }
  const answer = await askInJson(api, withSignature(asked, SIGNED_PARTS.refund, secret))
  if (!answer || !isSignedAnswer(answer, SIGNED_PARTS.refundAnswer, secret)) return { answer: 'silent' }
  const code = answer['vnp_ResponseCode'] ?? ''
  if (code === PAID || code === ALREADY_ASKED)
    return { answer: 'made', reference: answer['vnp_TransactionNo'] || refund.id }
  return { answer: 'refused', code }
}
