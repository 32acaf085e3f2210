export const RECEIVE = '/ban/tiep-nhan'

/** The page that says that a dossier has been received. */
export function receivedAddress(code: string): `/${string}` {
  return `${RECEIVE}/xong/${code}`
}

/** The receipt as it is printed. */
export function receiptAddress(code: string): string {
  return `/ban/ho-so/${code}/giay-tiep-nhan.pdf`
}
