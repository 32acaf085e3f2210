export const RECEIVE = '/ban/tiep-nhan'

/** The page that says that a dossier has been received. */
export function receivedAddress(code: string): `/${string}` {
  return `${RECEIVE}/xong/${code}`
}

/** Where the slips are sent that the counter gives out when it receives nothing. */
export const TURN_AWAY = `${RECEIVE}/phieu` as const

/** The receipt as it is printed. */
export function receiptAddress(code: string): string {
  return `/ban/ho-so/${code}/giay-tiep-nhan.pdf`
}

/** Several dossiers of one procedure on one screen. */
export const BATCH = `${RECEIVE}/nhieu` as const
export function batchAddress(procedure: string): string {
  return `${BATCH}?thu-tuc=${encodeURIComponent(procedure)}`
}

/** What one person handed in together. */
export function visitAddress(visit: string): `/${string}` {
  return `${RECEIVE}/luot/${visit}`
}
