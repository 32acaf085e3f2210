export const RECONCILIATION = '/ban/doi-soat'
export const OF_DAY = '/ban/doi-soat/ngay'

/** One sum by itself, such as one that paid a dossier. */
export function moneyAddress(money: string): `/${string}` {
  return `${RECONCILIATION}?khoan=${money}`
}
