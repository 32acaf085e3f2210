/**
 * What a procedure costs in whole đồng. `undetermined` is "chưa xác định": the data do not say, and that is never
 * shown or counted as 0 đ. A fee per copy is multiplied by the copies asked for. A fee per page is known when the
 * pages have been counted: the first pages cost `dong` each, pages from `laterFrom` on cost `laterDong`, and one
 * copy never costs more than `mostDong` (Circular 226/2016/TT-BTC).
 */
export type Fee =
  | { readonly kind: 'free'; readonly note?: string }
  | { readonly kind: 'fixed'; readonly dong: number; readonly note: string }
  | { readonly kind: 'per-copy'; readonly dong: number; readonly note: string }
  | {
      readonly kind: 'per-page'
      readonly dong: number
      readonly laterFrom: number
      readonly laterDong: number
      readonly mostDong: number
      readonly note: string
    }
  | { readonly kind: 'undetermined'; readonly note: string }

/** The amount due in đồng for a number of copies, or null while it is undetermined or the pages are not counted. */
export function feeDue(fee: Fee, copies: number, pages: number | null = null): number | null {
  switch (fee.kind) {
    case 'free':
      return 0
    case 'fixed':
      return fee.dong
    case 'per-copy':
      return fee.dong * copies
    case 'per-page': {
      if (pages === null) return null
      const firstPages = Math.min(pages, fee.laterFrom - 1)
      const oneCopy = firstPages * fee.dong + (pages - firstPages) * fee.laterDong
      return Math.min(oneCopy, fee.mostDong) * copies
    }
    case 'undetermined':
      return null
  }
}
