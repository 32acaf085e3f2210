/** Where scans of stamped results come in. */
export const SCAN_BOX = '/ban/ban-quet'
export const AGAIN = `${SCAN_BOX}/nhan-lai` as const

/** What is done with one that waits, and what it looks like. */
export function boxScanAddress(
  id: string,
  what: 'gan' | 'loai' | 'trang.pdf' | 'hinh.jpg' | `goc/${number}`,
): `/${string}` {
  return `${SCAN_BOX}/${id}/${what}`
}
