/**
 * The small closed language in which a form says when a field is asked for (`if`) and what must hold between fields
 * (`check`): `work.aboveFloors >= 3 or work.totalFloorArea >= 250`, `age(subject.dateOfBirth) < 18`,
 * `sum(members.contribution) = capital`. It reads answers and the day, and can do nothing else.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'today' }
  | { readonly kind: 'path'; readonly names: readonly string[] }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'both'; readonly by: Joined; readonly left: Expression; readonly right: Expression }

export const FUNCTIONS = ['age', 'sum', 'count', 'given', 'mentions', 'matches'] as const
/**
 * `age` in whole years on the day, `sum` of numbers of a list, `count` of its rows or of how often a yes-or-no in them is
 * yes, `given`, `mentions` (a text holds another, diacritics and capitals aside), `matches` (a pattern from end to end).
 */
export type FunctionName = (typeof FUNCTIONS)[number]
const ARGUMENTS: Record<FunctionName, number> = {
  age: 1,
  sum: 1,
  count: 1,
  given: 1,
  mentions: 2,
  matches: 2,
}

export const COMPARISONS = ['=', '!=', '<=', '>=', '<', '>', 'has'] as const
export type Comparison = (typeof COMPARISONS)[number]
type Joined = Comparison | 'and' | 'or' | '+' | '-'

/** Why a text is no expression: what was found where something else was expected. */
export interface ExpressionFault {
  readonly fault: string
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|([a-zA-Z][a-zA-Z0-9]*(?:\.[a-zA-Z][a-zA-Z0-9]*)*)|(<=|>=|!=|[=<>()+,-]))/uy

type Token =
  | { readonly kind: 'number' | 'text' | 'word' | 'sign'; readonly text: string }
  | { readonly kind: 'end'; readonly text: '' }

class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** Reads an expression; what cannot be read comes back with the place it fails at. */
export function readExpression(text: string): Expression | ExpressionFault {
  try {
    const reader = { tokens: tokensOf(text), at: 0 }
    const read = readOr(reader)
    if (reader.tokens[reader.at]?.kind !== 'end') throw unexpected(reader)
    return read
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.message }
    throw error
  }
}

const known = new Map<string, Expression>()

/** An expression of a published form, which was read before it was published. */
export function expressionOf(text: string): Expression {
  const before = known.get(text)
  if (before) return before
  const read = readExpression(text)
  if ('fault' in read) throw new Error(`a published form has an expression that cannot be read: ${text}`)
  known.set(text, read)
  return read
}

interface Reader {
  readonly tokens: readonly Token[]
  at: number
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (!found) throw new Unreadable(text.slice(from).trim().slice(0, 20))
    const [, number, quoted, word, sign] = found
    if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return [...tokens, { kind: 'end', text: '' }]
}

const peek = ({ tokens, at }: Reader): Token => tokens[at] ?? { kind: 'end', text: '' }
const unexpected = (reader: Reader) => new Unreadable(peek(reader).text || '…')

function takes(reader: Reader, text: string): boolean {
  const { kind, text: found } = peek(reader)
  const isIt = (kind === 'sign' || kind === 'word') && found === text
  if (isIt) reader.at += 1
  return isIt
}

function must(reader: Reader, text: string): void {
  if (!takes(reader, text)) throw unexpected(reader)
}

function readOr(reader: Reader): Expression {
  let left = readAnd(reader)
  while (takes(reader, 'or')) left = { kind: 'both', by: 'or', left, right: readAnd(reader) }
  return left
}

function readAnd(reader: Reader): Expression {
  let left = readNot(reader)
  while (takes(reader, 'and')) left = { kind: 'both', by: 'and', left, right: readNot(reader) }
  return left
}

function readNot(reader: Reader): Expression {
  return takes(reader, 'not') ? { kind: 'not', of: readNot(reader) } : readComparison(reader)
}

function readComparison(reader: Reader): Expression {
  const left = readSum(reader)
  const by = COMPARISONS.find((one) => takes(reader, one))
  return by ? { kind: 'both', by, left, right: readSum(reader) } : left
}

function readSum(reader: Reader): Expression {
  let left = readOne(reader)
  for (;;) {
    const by = (['+', '-'] as const).find((one) => takes(reader, one))
    if (!by) return left
    left = { kind: 'both', by, left, right: readOne(reader) }
  }
}

function readOne(reader: Reader): Expression {
  if (takes(reader, '(')) {
    const inner = readOr(reader)
    must(reader, ')')
    return inner
  }
  const token = peek(reader)
  if (token.kind === 'end' || token.kind === 'sign') throw unexpected(reader)
  reader.at += 1
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text) }
  if (token.kind === 'text') return { kind: 'text', value: token.text }
  if (token.text === 'yes' || token.text === 'no') return { kind: 'truth', value: token.text === 'yes' }
  if (token.text === 'today') return { kind: 'today' }
  if (!takes(reader, '(')) return { kind: 'path', names: token.text.split('.') }
  return readCall(reader, token.text)
}

function readCall(reader: Reader, word: string): Expression {
  const name = FUNCTIONS.find((one) => one === word)
  if (!name) throw new Unreadable(`${word}(`)
  const args = [readOr(reader)]
  while (takes(reader, ',')) args.push(readOr(reader))
  must(reader, ')')
  if (args.length !== ARGUMENTS[name]) throw new Unreadable(`${word}(`)
  return { kind: 'call', name, args }
}

/** The paths an expression reads, as they are written. */
export function pathsIn(expression: Expression): readonly (readonly string[])[] {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'truth':
    case 'today':
      return []
    case 'path':
      return [expression.names]
    case 'not':
      return pathsIn(expression.of)
    case 'call':
      return expression.args.flatMap(pathsIn)
    case 'both':
      return [...pathsIn(expression.left), ...pathsIn(expression.right)]
  }
}
