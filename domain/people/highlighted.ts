import { searched } from './searched.ts'

/** What is looked for in a text, folded: at the beginning of a word, or anywhere. */
export interface Sought {
  readonly text: string
  readonly isWordStart: boolean
}

export interface Piece {
  readonly text: string
  readonly isFound: boolean
}

/**
 * A text in pieces, what was found marked in its own spelling: "huong" marks "Hương". The pieces put together are the
 * text again, whatever was sought.
 */
export function highlighted(text: string, sought: readonly Sought[]): readonly Piece[] {
  const letters = folded(text)
  const line = letters.map((one) => one.folded).join('')
  // The letter that each place of the folded line stands for.
  const owners = letters.flatMap(({ folded: { length } }, place) => Array.from({ length }, () => place))
  const isFound = letters.map(() => false)
  for (const { text, isWordStart } of sought)
    for (let at = text === '' ? -1 : line.indexOf(text); at !== -1; at = line.indexOf(text, at + 1))
      if (!isWordStart || at === 0 || line[at - 1] === ' ')
        isFound.fill(true, owners[at], (owners[at + text.length - 1] ?? -1) + 1)
  return pieces(letters, isFound)
}

interface Letter {
  readonly own: string
  /** As it is searched; a space for what parts words, nothing when the letter before has parted them already. */
  readonly folded: string
}

/** A text letter by letter with its marks, each as it stands in the folded line. */
function folded(text: string): readonly Letter[] {
  let isParted = true
  return Array.from(text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu), ([own]) => {
    const letter = searched(own)
    const isParting = letter === '' && !isParted && !/^\p{M}/u.test(own)
    if (letter !== '') isParted = false
    if (isParting) isParted = true
    return { own, folded: isParting ? ' ' : letter }
  })
}

function pieces(letters: readonly Letter[], isFound: readonly boolean[]): readonly Piece[] {
  const pieces: { text: string; isFound: boolean }[] = []
  letters.forEach(({ own }, place) => {
    const last = pieces.at(-1)
    const found = isFound[place] ?? false
    if (last?.isFound === found) last.text += own
    else pieces.push({ text: own, isFound: found })
  })
  return pieces
}
