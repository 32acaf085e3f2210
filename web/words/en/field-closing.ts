import { format } from '../format.ts'

const f = format('en')

export const fieldClosing = {
  title: 'Closing sheet of the day',
  open: 'Closing sheet',
  received: 'Dossiers received',
  handedBack: 'Results given out',
  contacts: 'Calls at homes',
  cash: 'Cash taken',
  cashOf: (dong: string, slips: number) => `${dong}, ${f.number(slips)} ${slips === 1 ? 'slip' : 'slips'}`,
  numbers: 'Dossier numbers used',
  numbersOf: (used: number, brought: number) =>
    `${f.number(used)} of the ${f.number(brought)} brought along, ${f.number(brought - used)} left`,
  officer: 'Made by',
  drafts: (count: number) =>
    `${f.number(count)} ${count === 1 ? 'dossier is' : 'dossiers are'} half done and not on this sheet. Finish or drop before closing.`,
  sealedBefore: (at: string) =>
    `This day was closed at ${at}. Close it again only if more was done since; the later sheet stands for the earlier.`,
  note: 'Note',
  noteHint: 'For example: the cash counted differs from the sheet, and why',
  finish: 'Close the day and send',
  print: 'Print the sheet',
}
