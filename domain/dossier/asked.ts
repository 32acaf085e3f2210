import { isRefusal } from '#domain/outcome.ts'
import { readCitizenCard } from '#domain/people/citizen-card.ts'
import { searched } from '#domain/people/searched.ts'
import { readDossierCode } from './dossier-code.ts'

/** One thing a dossier must have: a word that begins so, a number that holds these digits, or the end of a code. */
export interface Needle {
  readonly kind: 'word' | 'number' | 'code-end'
  /** Folded (`domain/people/searched.ts`). */
  readonly text: string
  /** Serves as well: the number before the one on today's card. */
  readonly or?: string
}

/** What was typed or scanned into the one search box. */
export interface Asked {
  /** A whole code, as it is written. */
  readonly code: string | null
  /** All of them must be found; none when too little was typed to look for. */
  readonly needles: readonly Needle[]
}

const MOST_NEEDLES = 8
const FEWEST_LETTERS = 2
const FEWEST_DIGITS = 3
const CODE_WITHIN = /(?:[A-Z]\d{2}(?:\.\d{2,3})*|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-\d{6}-\d{4,7}(?!\d)/i
const BARE_CODES = [
  /^(\d{3})(\d{2})(\d{2})([A-Z]\d{2})(\d{6})(\d{4,7})$/,
  /^([A-Z]\d{2})((?:\d{2})*)(\d{6})(\d{4,5})$/,
]
const DAY = /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/

/**
 * Reads the search box: a code whole or its end, with or without separators, also inside the address that the QR of a
 * receipt holds; the text of a citizen card; a phone or identity number in groups or not; otherwise words.
 */
export function readAsked(typed: string): Asked {
  const code = codeWithin(typed)
  if (code !== null) return { code, needles: [] }
  const onCard = cardNeedle(typed)
  if (onCard) return { code: null, needles: [onCard] }
  return { code: null, needles: /^[+\d\s().\-/]+$/.test(typed) ? numberNeedles(typed) : wordNeedles(typed) }
}

/** The code in what was typed: anywhere in a text, or alone with other separators or none. */
function codeWithin(typed: string): string | null {
  const within = CODE_WITHIN.exec(typed)?.[0]
  if (within !== undefined) return checked(within)
  const bare = typed.toUpperCase().replace(/[\s.\-/_]+/g, '')
  const [, ...national] = BARE_CODES[0]?.exec(bare) ?? []
  if (national.length > 0) return checked(`${national.slice(0, 4).join('.')}-${national.slice(4).join('-')}`)
  const [, root, groups = '', day = '', number] = BARE_CODES[1]?.exec(bare) ?? []
  if (root === undefined || !DAY.test(day)) return null
  return checked(`${[root, ...(groups.match(/\d{2}/g) ?? [])].join('.')}-${day}-${number}`)
}

function checked(text: string): string | null {
  const code = readDossierCode(text)
  return isRefusal(code) ? null : code
}

/** The numbers on a citizen card; of one that a scanner garbled, the number it begins with. */
function cardNeedle(typed: string): Needle | null {
  const { card } = readCitizenCard(typed)
  const text = card?.number ?? /^\s*(\d{9}|\d{12})\s*\|/.exec(typed)?.[1]
  if (text === undefined) return null
  return { kind: 'number', text, ...(card?.oldNumber && { or: card.oldNumber }) }
}

function numberNeedles(typed: string): readonly Needle[] {
  const [, on = '', last = ''] = /^\s*(\d{6})\s*[-./\s]\s*(\d{1,7})\s*$/.exec(typed) ?? []
  if (DAY.test(on)) return [{ kind: 'code-end', text: `${on} ${last.padStart(4, '0')}` }]
  const digits = typed.replace(/\D+/g, '').replace(/^84(?=\d{9}$)/, '0')
  // Phones and citizens' numbers of this length begin with 0, the days of codes do not.
  const bare = /^([1-9]\d{5})(\d{4,7})$/.exec(digits)
  if (bare?.[1] !== undefined && DAY.test(bare[1]))
    return [{ kind: 'code-end', text: `${bare[1]} ${bare[2]}` }]
  return digits.length < FEWEST_DIGITS ? [] : [{ kind: 'number', text: digits }]
}

function wordNeedles(typed: string): readonly Needle[] {
  const words = [...new Set(searched(typed).split(' '))].filter((word) => word !== '').slice(0, MOST_NEEDLES)
  if (words.join('').length < FEWEST_LETTERS) return []
  return words.map((text) => ({ kind: /^\d{3,}$/.test(text) ? 'number' : 'word', text }))
}

/** How well a dossier answers, 0 best: the end of its code, a whole number, otherwise words and parts of numbers. */
export function rankOf(
  { needles }: Asked,
  found: { readonly code: string; readonly numbers: readonly (string | null)[] },
): number {
  const code = searched(found.code)
  const numbers = found.numbers.flatMap((one) => (one === null ? [] : [searched(one)]))
  if (needles.some(({ kind, text }) => kind !== 'word' && code.endsWith(` ${text}`))) return 0
  if (
    needles.some(
      ({ kind, text, or = text }) => kind === 'number' && [text, or].some((one) => numbers.includes(one)),
    )
  )
    return 1
  return needles.every(({ kind }) => kind === 'word') ? 2 : 3
}
