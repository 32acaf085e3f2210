import { format } from '../format.ts'
import type { batch as vietnamese } from '../vi/batch.ts'

const f = format('en')

export const batch: typeof vietnamese = {
  title: 'Receive several dossiers',
  lead: 'One person hands in several dossiers of one procedure: each line is a dossier with a code and a look-up key of its own.',
  single: 'One by one',
  rows: 'Dossiers',
  pasteLabel: 'Paste from a spreadsheet',
  pasteHint:
    'A line for each dossier, in columns: name of the owner, number of the identity paper, pages, copies, content. Where the applicant is the owner leave the first two empty.',
  paste: 'Put into the list',
  pasteFirst: 'Check the lines you pasted, then press Receive.',
  moreRows: '10 more lines',
  line: 'Line',
  cells: {
    ownerName: 'Owner',
    idNumber: 'Number',
    pages: 'Pages',
    copies: 'Copies',
    subject: 'Content, paper',
  },
  cellOf: (cell, line) => `${cell}, line ${line}`,
  fee: 'Fee',
  total: (count) => `${f.number(count)} dossiers in all`,
  totalOpen: 'without what is not determined',
  byPages: 'By the pages of each line',
  papersSeen: 'I have checked that each dossier has all the papers below',
  papersNotSeen: 'Check the papers of all dossiers, then tick this box.',
  mayRepeat: 'Lines that are alike are different papers',
  noRows: 'There are no lines yet. Type them into the list or paste them from a spreadsheet.',
  receive: 'Receive all',
  partly: (done, failed) =>
    `${f.number(done)} dossiers received; ${f.number(failed)} lines were not and stay below to be put right`,
  failed: (line) => `Line ${line}`,
  faults: {
    columns: (line, found) =>
      `Line ${line} has ${found} columns; there must be 2 to 5: name, number, pages, copies, content.`,
    'wrong-number': (line, found) =>
      `Line ${line}: the number “${found}” may hold only digits, plain letters and hyphens.`,
    'wrong-pages': (line, found) => `Line ${line}: pages “${found}” must be a number from 1 to 9999.`,
    'wrong-copies': (line, found) => `Line ${line}: copies “${found}” must be a whole number from 1 to 999.`,
    'wrong-text': (line, found) =>
      `Line ${line}: “${found}” is too long or holds strange characters. Type it anew, shorter.`,
    'number-without-name': (line, found) => `Line ${line}: the number ${found} stands without a name.`,
    'same-as': (line, found) =>
      `Line ${line} is the same as line ${found}. Leave it out, raise the copies, or tick that they are different papers.`,
    'too-many': (_, found) =>
      `There are ${found} lines; at most 100 dossiers go at once. Paste them in parts.`,
  },
  visitTitle: (count) => `${f.number(count)} dossiers received`,
  code: 'Code',
  key: 'Look-up key',
  owner: 'Owner, content',
  due: 'Due',
  totalDue: 'To be paid',
  printList: 'Print one receipt for all',
  receiptOf: (code) => `Own receipt of dossier ${code}`,
  one: 'Own receipt',
  another: 'Another dossier of this person',
  anotherBatch: 'Several more of this person',
  nextSame: 'Next person',
}
