import type { Fact } from '#domain/outcome.ts'
import { said } from '../said.ts'
import type {
  drafting as vi,
  draftingRefusals as viRefusals,
  draftFaults as viFaults,
} from '../vi/drafting.ts'

const listed = (fact: Fact | undefined) => (Array.isArray(fact) ? fact.map(said).join('; ') : '')

/** Why a draft of a result is not saved or not approved. */
export const draftingRefusals: typeof viRefusals = {
  'no-result-form': () =>
    'This procedure has no result form of its own: its result is the general page, and no draft is needed.',
  'no-such-draft': (facts) => `This dossier has no draft version ${said(facts['version'])}.`,
  'no-draft-yet': () =>
    'The result of this procedure is drafted before it is signed electronically. Send it back to be drafted; nothing was signed.',
  'draft-not-reviewed': (facts) =>
    `The dossier has draft version ${said(facts['newest'])}. Open what would be signed and tick that you have looked at it; nothing was approved.`,
  'newer-draft': (facts) => {
    const changed = listed(facts['changed'])
    const what = changed === '' ? '' : ` It differs in: ${changed}.`
    return `There is a newer version ${said(facts['newest'])}.${what} Look at it; what you typed is still here.`
  },
  'draft-incomplete': (facts) =>
    `The draft still lacks: ${listed(facts['missing'])}. Send it back to be completed; nothing was signed.`,
  'draft-values-wrong': () =>
    'Some fields cannot be printed: mend the fields named here. What you typed is still there.',
  'draft-too-late': (facts) =>
    `The dossier is at the step ${said(facts['step'])}: a draft is written at the step of work. To change it, send the dossier back there.`,
}

const line = (value: Fact | undefined) =>
  value === null || value === undefined ? '' : `line ${said(value)}: `

/** What is wrong with one field of a draft, said with its label. */
export const draftFaults: typeof viFaults = {
  'not-a-day': (facts) => `${said(facts['label'])}: give a day that exists`,
  'not-a-number': (facts) => `${said(facts['label'])}: give a number with a decimal comma, such as 120,5`,
  'not-an-amount': (facts) => `${said(facts['label'])}: give an amount in đồng, such as 1.250.000`,
  'no-such-choice': (facts) => `${said(facts['label'])}: choose one of the list`,
  'other-columns': (facts) =>
    `${said(facts['label'])}: ${line(facts['line'])}the cells are not as many as the columns; part them by |`,
  'letters-missing': (facts) =>
    `${said(facts['label'])}: the font of the paper lacks ${said(facts['letters'])}; write it with other letters`,
  'no-such-field': (facts) => `${said(facts['field'])}: the result form has no such field`,
}

/** The drafts of a result on the desk. */
export const drafting: typeof vi = {
  title: (code) => `Draft of the result, dossier ${code}`,
  heading: 'Draft of the result',
  link: 'Draft of the result',
  back: 'Back to the dossier',
  basis: (basis) => `After ${basis}.`,
  unsure: 'The form is a reconstruction: compare it with the regulation before signing.',
  write: 'Write a new version',
  optional: 'optional',
  rows: (columns) => `A line a row, its cells parted by | in this order: ${columns}`,
  numberHint: 'With a decimal comma, such as 120,5',
  moneyHint: 'In đồng, such as 1.250.000',
  chooseNone: '(not chosen)',
  why: 'What is new in this version',
  whyFirst: 'First draft',
  save: 'Save the version',
  notHere: 'A draft is written at the step of work, by who holds that step.',
  versions: 'Versions',
  none: 'There is no version yet.',
  version: (number) => `Version ${number}`,
  approved: 'approved',
  missing: (labels) => `Still lacking: ${labels}`,
  see: (number) => `See version ${number} (PDF, draft)`,
  comment: (number) => `Comment on version ${number}`,
  sendComment: 'Write the comment',
  compare: 'Compare two versions',
  from: 'Earlier',
  to: 'Later',
  doCompare: 'Compare',
  compared: (from, to) => `Versions ${from} and ${to} compared`,
  field: 'Field',
  same: (count) => `${count} fields that are the same are not shown.`,
  noDifference: 'The two versions do not differ in any field.',
  empty: '(empty)',
  seeSigned: 'See what would be signed electronically (PDF)',
  seePaper: 'See the print to be signed by hand (PDF)',
  ofVersion: (number) => `The result by the draft, version ${number}`,
  seeApproved: 'The result as approved, to be signed by hand and stamped (PDF)',
  signs: 'I have looked at it and sign it electronically',
  paper: 'I have looked at the print and sign it by hand',
  elsewhere: 'The result is a paper written elsewhere, not this print',
  choose: 'Looked at and approved',
  noDraft:
    'There is no draft in the system. Approving now approves a paper written elsewhere; it cannot be signed electronically.',
}
