import { format } from '../format.ts'
import type { documentBooks as vietnamese } from '../vi/document-books.ts'

const f = format('en')

/** Books of the numbers that documents bear. */
export const documentBooks: typeof vietnamese = {
  title: 'Books of documents',
  lead: 'Each type of document has one sequence a year, for paper and electronic documents together. A number is never used again; a void one stays in the book.',
  book: 'Type of document',
  year: 'Year',
  day: 'Day of the number',
  dayHint: 'Left empty, the whole year is shown.',
  from: 'From number',
  show: 'Show',
  yearOf: (year) => `Year ${year}`,
  dayOf: (day) => `Numbered on ${day}`,
  nothing: 'There are no numbers yet.',
  more: (from) => `Go on from number ${f.number(from)}`,
  printed: ({ centre, symbol, from, to, at }) =>
    `${centre}. Book of documents ${symbol}, numbers ${from} to ${to}, printed at ${at}.`,
  columns: {
    number: 'Number',
    takenAt: 'Taken at',
    dossier: 'Dossier',
    signer: 'Signed by',
    state: 'State',
  },
  states: { used: 'Issued', waiting: 'Waiting for seal or sending', void: 'Void' },
  unused: 'the dossier is over and the number was never used',
  renumbered: 'the document has another number',
  voidBy: (name, at) => `${name}, ${at}`,
}
