import { hmac, isSameMac } from './macs.ts'

type Fields = { readonly [name: string]: string }

const UNSIGNED = ['vnp_SecureHash', 'vnp_SecureHashType']

/** What VNPAY 2.1.0 signs of an address: all its parameters but the signature, sorted and encoded as a form is. */
export function signedQuery(fields: Fields): string {
  const signed = Object.entries(fields).filter(
    ([name]) => name.startsWith('vnp_') && !UNSIGNED.includes(name),
  )
  return new URLSearchParams(signed.toSorted(([one], [other]) => (one < other ? -1 : 1))).toString()
}

/** An address with its signature. */
export function signedAddress(url: string, fields: Fields, secret: string): string {
  const query = signedQuery(fields)
  return `${url}?${query}&vnp_SecureHash=${hmac('sha512', secret, query)}`
}

export function isSignedQuery(fields: Fields, secret: string): boolean {
  return isSameMac(hmac('sha512', secret, signedQuery(fields)), fields['vnp_SecureHash'] ?? '')
}

/** What is signed of a question or an answer: these values in this order. */
export const SIGNED_PARTS = {
  querydr: parts('RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo'),
  refund: parts(
    'RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo TransactionDate CreateBy CreateDate IpAddr OrderInfo',
  ),
  querydrAnswer: parts(
    'ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo PromotionCode PromotionAmount',
  ),
  refundAnswer: parts(
    'ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo',
  ),
} as const

function parts(names: string): readonly string[] {
  return names.split(' ').map((name) => `vnp_${name}`)
}

export function signedParts(fields: Fields, names: readonly string[], secret: string): string {
  return hmac('sha512', secret, names.map((name) => fields[name] ?? '').join('|'))
}

export function withSignature(fields: Fields, names: readonly string[], secret: string): Fields {
  return { ...fields, vnp_SecureHash: signedParts(fields, names, secret) }
}

export function isSignedAnswer(fields: Fields, names: readonly string[], secret: string): boolean {
  return isSameMac(signedParts(fields, names, secret), fields['vnp_SecureHash'] ?? '')
}
