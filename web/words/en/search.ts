import { format } from '../format.ts'
import type { search as vi } from '../vi/search.ts'

const f = format('en')

export const search: typeof vi = {
  label: 'Find a dossier',
  placeholder: 'Code, name, phone, identity number',
  submit: 'Search',
  title: 'Find a dossier',
  titleFor: (typed) => `Search for “${typed}”`,
  again: 'Search all dossiers',
  hint: 'A dossier code (whole or its end), a name with or without diacritics, a phone or identity number; or scan the QR of a receipt or a citizen card.',
  found: (count) => `${f.number(count)} ${count === 1 ? 'dossier' : 'dossiers'}.`,
  narrow: (most) =>
    `Many more match; these are the latest ${f.number(most)}. Narrow it down: add the family or middle name, a phone or an identity number.`,
  nothing: 'Nothing matches among the dossiers you may see.',
  tooLittle: 'Please type at least two letters of a name or three digits.',
  forgotten: 'This search is more than an hour old and is no longer kept. Please type it again.',
  scope: 'Dossiers in progress and those received in the last 90 days.',
  scopeAll: 'All dossiers of all time.',
  withOlder: 'Search older dossiers too',
  table: 'Dossiers found',
  dossier: 'Dossier',
  person: 'Owner',
  appliedBy: 'Handed in by:',
  state: 'State',
  received: 'Received',
  due: 'Due',
  noLimit: 'No time limit',
  phone: 'Tel.',
  suggestions: 'Suggestions',
  suggested: (count) =>
    count === 0 ? 'No suggestions' : `${f.number(count)} suggestions; choose with the arrow keys`,
}
