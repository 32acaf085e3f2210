/**
 * A book whose numbers begin anew each year, run without gaps and are never used twice (Decree 30/2020/NĐ-CP: one
 * sequence a kind of document and year, for paper and electronic documents together). Of several kinds of slip,
 * document or certification each has a book of its own.
 */
export type NumberBook =
  | 'receipt'
  | 'hand-over'
  | `slip:${string}`
  | `document:${string}`
  | `certification:${string}`
