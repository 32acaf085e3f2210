/** What was filed online and waits for its receipt. */
export const FILINGS = '/ban/nop-truc-tuyen'

export function checkedFiling(id: string): `/${string}` {
  return `${FILINGS}/${id}`
}
