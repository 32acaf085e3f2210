import { format } from '../format.ts'
import type { certifying as vietnamese } from '../vi/certifying.ts'

const f = format('en')

export const certifying: typeof vietnamese = {
  title: 'Register of certifications',
  lead: 'A number is taken once the competent person has signed, without gaps within a year and register; a spoiled number is not used again.',
  book: 'Register',
  day: 'Day',
  sought: 'Search by name, identity number or number of the certification',
  soughtHint:
    'Names with or without diacritics; numbers such as 12 or 12/2019. Leave it empty to see the whole day.',
  search: 'Search',
  show: 'Show',
  dayOf: (day) => `On ${day}`,
  found: (count) => `${f.number(count)} certifications`,
  nothing: 'There are no certifications.',
  columns: {
    number: 'Number',
    at: 'Day, time',
    person: 'For whom',
    what: 'Paper, content',
    pages: 'Pages',
    copies: 'Copies',
    fee: 'Fee',
    signer: 'Signed by',
    dossier: 'Dossier',
  },
  totals: 'In all',
  sums: (acts, copies) => `${f.number(acts)} certifications, ${f.number(copies)} copies`,
  byMandate: (key) => `by mandate ${key}`,
  spoiled: 'Spoiled number',
  signedAnew: 'sent back and signed anew under another number',
  spoil: 'Mark as spoiled',
  spoilReason: 'Reason',
  noSlip: 'What is finished within the day needs no receipt. If it runs over, print the receipt.',
}
