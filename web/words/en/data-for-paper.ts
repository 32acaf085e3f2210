import { format } from '../format.ts'
import type { dataForPaper as vietnamese } from '../vi/data-for-paper.ts'

const f = format('en')

/** What is said where data stand in for papers, and in the figures of digitising. */
export const dataForPaper: typeof vietnamese = {
  fetch: 'Fetch from data',
  mustFetch: 'To be fetched from data, the paper may not be asked for',
  source: 'Source of data',
  notFetched: 'Not fetched',
  purpose: 'Purpose of the look-up',
  purposeUsual: 'Settling an administrative procedure',
  reference: 'Code of the look-up or number of the answer',
  day: 'Day of the look-up',
  despite: 'The paper is taken all the same because of',
  notDespite: 'The paper is not taken',
  despiteNote: 'In words',
  reasons: { incident: 'a system incident', disaster: 'a disaster', inaccurate: 'inaccurate data' },
  fetched: (source, day, reference) => `Fetched from ${source}, looked up ${day}, no. ${reference}`,
  despiteOf: (reason, note) => `Paper taken although there are data: ${reason} (${note})`,
  title: 'Digitising, and data in place of papers',
  lead: (from, until) => `From ${from} to the end of ${until}.`,
  from: 'From',
  until: 'To the end of',
  show: 'Show',
  digitised: 'Certified copies (status 1)',
  reusedComponent: 'Copies reused (status 2)',
  reusedResult: 'Results reused (status 3)',
  despiteCount: 'Papers taken although there are data',
  despiteList: 'When papers were taken although there are data',
  despiteNone: 'Never.',
  more: (most) => `The latest ${f.number(most)} only.`,
  at: 'At',
  dossier: 'Dossier',
  paper: 'Paper',
  why: 'Why',
  note: 'In words',
}
