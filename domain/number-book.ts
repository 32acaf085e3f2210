/** Books of which a centre has one each. */
const SINGLE_BOOKS = ['receipt', 'online-receipt', 'hand-over', 'cash-sheet'] as const

/**
 * A book whose numbers begin anew each year, run without gaps and are never used twice (Decree 30/2020/NĐ-CP: one
 * sequence a kind of document and year, for paper and electronic documents together). Of several kinds of slip,
 * document or certification each has a book of its own.
 */
export type NumberBook =
  | (typeof SINGLE_BOOKS)[number]
  | `slip:${string}`
  | `document:${string}`
  | `certification:${string}`

/** A book as it is named in a file; null for what is none. Kinds of slip, document and register are short keys. */
export function readNumberBook(name: string): NumberBook | null {
  const single = SINGLE_BOOKS.find((one) => one === name)
  if (single !== undefined) return single
  const [, kind, of] = /^(slip|document|certification):([a-zA-Z0-9][a-zA-Z0-9.-]{0,39})$/.exec(name) ?? []
  if (of === undefined) return null
  if (kind === 'slip') return `slip:${of}`
  return kind === 'document' ? `document:${of}` : `certification:${of}`
}
