import { format } from '../format.ts'
import type { many as vi } from '../vi/many.ts'

const f = format('en')
const dossiers = (count: number) => `${f.number(count)} ${count === 1 ? 'dossier' : 'dossiers'}`

export const many: typeof vi = {
  titles: {
    forward: (count) => `Send ${dossiers(count)} to the next step`,
    pay: (count) => `Take the cash of ${f.number(count)} dossiers`,
    approve: (count) => `Approve ${dossiers(count)}`,
    seal: (count) => `Number and seal ${dossiers(count)}`,
    assign: (count) => `Assign ${dossiers(count)}`,
    claim: (count) => `Take on ${dossiers(count)}`,
  },
  leads: {
    forward: 'The present step of each dossier is recorded as done and the dossier goes to the next.',
    pay: 'In cash: a receipt for each dossier, of all that is owed, and the dossiers go on. Transfers and cards are taken at each dossier.',
    approve: 'You approve the result of each dossier below, by the mandate in your name.',
    seal: 'Each dossier gets a document number, counting up from the first in the order below.',
    assign: 'Each dossier goes to the person you choose, who must be in the post of its step.',
    claim: 'The dossiers leave the list and lie with you.',
  },
  done: {
    forward: (count) => `${dossiers(count)} sent on.`,
    pay: (count) => `The money of ${f.number(count)} dossiers was taken.`,
    approve: (count) => `${dossiers(count)} approved.`,
    seal: (count) => `${dossiers(count)} numbered and sealed.`,
    assign: (count) => `${dossiers(count)} assigned.`,
    claim: (count) => `You have taken on ${dossiers(count)}.`,
  },
  partly: (done, failed) =>
    done === 0 ? `None of ${dossiers(failed)} was done` : `${dossiers(done)} done, ${f.number(failed)} not`,
  results: 'Result for each dossier',
  isDone: 'Done',
  notDone: 'Not done',
  title: 'Several dossiers at once',
  dossiers: 'Dossiers it is done to',
  dossier: 'Dossier',
  person: 'Owner',
  step: 'Step',
  left: 'Time left',
  tick: (code) => `Include dossier ${code}`,
  number: 'Document number',
  numberOf: (code) => `Document number of dossier ${code}`,
  numberMissing: 'You have not entered the number another body gave.',
  numbersFromBook: 'The book gives each document its number, in the order below.',
  toTake: (dong) => `To be taken in all: ${dong}`,
  basis: 'Mandate',
  note: 'Note for all of them (optional)',
  confirm: {
    forward: (count) => `Send ${dossiers(count)} on`,
    pay: (count) => `Taken for ${f.number(count)} dossiers, make out receipts`,
    approve: (count) => `Approve ${dossiers(count)}`,
    seal: (count) => `Seal ${dossiers(count)}`,
    assign: (count) => `Assign ${dossiers(count)}`,
    claim: (count) => `Take on ${dossiers(count)}`,
  },
  retryLead: 'What was not done is still chosen below, as it stands now. Read the reason, then try again.',
  noneTicked: 'You have not chosen any dossier. Go back to the list and tick at least one.',
  noneLeft: 'There is no dossier left to do it to.',
  tooMany: (most) => `At most ${f.number(most)} dossiers at once. Please choose fewer.`,
  noDoing: 'It is not clear what to do with the dossiers. Go back to the list and press a button.',
  back: 'Back to My work',
}
