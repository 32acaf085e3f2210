/** Where a receipt's QR code leads: the public look-up, with code and key and nothing of whose it is. */
export function receiptAddress(lookUp: string, code: string, lookupKey: string): string {
  return `${lookUp}?ma=${encodeURIComponent(code)}&khoa=${encodeURIComponent(lookupKey)}`
}
