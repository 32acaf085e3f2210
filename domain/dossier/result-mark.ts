/** What the code mark on a page of a result printed for the pen says. Nothing of a person stands in it. */
export interface ResultMark {
  readonly code: string
  /** Which print of the dossier's result: the beginning of the hash of what stands on it. */
  readonly print: string
  /** From 1. */
  readonly page: number
  readonly pages: number
}

const MARK = /^KQ:([^:]{1,40}):([0-9A-F]{20}):([1-9]\d{0,3})\/([1-9]\d{0,3})$/

/** Capitals, figures and a few signs alone: what a code mark holds in the fewest dots. */
export function markText({ code, print, page, pages }: ResultMark): string {
  return `KQ:${code}:${print}:${page}/${pages}`
}

/** The mark a text is; null for any other code mark that may stand on a page. */
export function readMark(text: string): ResultMark | null {
  const [, code, print, page, pages] = MARK.exec(text) ?? []
  if (code === undefined || print === undefined) return null
  const mark = { code, print, page: Number(page), pages: Number(pages) }
  return mark.page <= mark.pages ? mark : null
}

/** The name of a print by the hash (SHA-256, hexadecimal) of what stands on it. */
export function printNamed(sha256: string): string {
  return sha256.slice(0, 20).toUpperCase()
}
