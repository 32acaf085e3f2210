import { format } from '../format.ts'
import type { Words } from '../vi.ts'

const f = format('en')

export const finding: Words['finding'] = {
  suggestions: 'Suggested procedures',
  suggested: (shown, total) =>
    shown === 0
      ? 'No suggestions yet'
      : `${f.number(Math.max(shown, total))} found; use the arrow keys to choose among ${f.number(shown)} suggestions`,
  elsewhere: 'This is done elsewhere',
  elsewhereTag: 'Done elsewhere',
  ground: 'By law:',
  near: 'You may need',
  tryTitle: 'Other things to try',
  tries: [
    'Use fewer words: only the paper you need, for example “birth certificate”, “red book”, “insurance card”.',
    'Remove a filter.',
    'If it is not here, ask the reception counter; you need not know the name of the procedure.',
  ],
  toLifeEvents: 'Or choose by what you are about: a child, land, a shop …',
  mostReceived: 'What people come for',
  received: (count) => (count === 1 ? '1 dossier' : `${f.number(count)} dossiers`),
  countedFrom: (days) =>
    `Counted from the dossiers received in the last ${f.number(days)} days; fewer than five are not told.`,
  lifeEvents: 'What are you about?',
  allLifeEvents: 'All of them',
  lifeEventHint: 'Not everybody needs all of it. The line below each procedure says when it is needed.',
  plainWords: 'Words of offices in plain words',
  plainWordsLead: 'Words that often stand in official papers, and what they mean.',
}
