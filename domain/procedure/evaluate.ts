import type { Day } from '#domain/calendar/moment.ts'
import { ageOn } from '#domain/people/capacity.ts'
import { searched } from '#domain/people/searched.ts'
import type { Answer, Answers } from './answer.ts'
import type { Comparison, Expression } from './expression.ts'
import type { FormField } from './form.ts'

/** Answers with the fields they answer; an expression looks for a name here first, then in what lies around. */
export interface Scope {
  readonly fields: readonly FormField[]
  readonly answers: Answers
}

/** What an expression reads: the innermost answers first. */
export interface Around {
  readonly scopes: readonly Scope[]
  readonly today: Day
}

/** Null is unknown: not answered, or not exactly enough to tell. */
type Value = Answer | readonly Value[] | null

/** Whether an expression holds; null where what it needs was not answered. */
export function holds(expression: Expression, around: Around): boolean | null {
  const value = valueOf(expression, around)
  return typeof value === 'boolean' ? value : null
}

function valueOf(expression: Expression, around: Around): Value {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'truth':
      return expression.value
    case 'today':
      return around.today
    case 'path':
      return found(expression.names, around)
    case 'not': {
      const value = holds(expression.of, around)
      return value === null ? null : !value
    }
    case 'call': {
      const [first = null, second = null] = expression.args.map((one) => valueOf(one, around))
      return called(expression.name, [first, second], around.today)
    }
    case 'both':
      return joined(expression, around)
  }
}

function found(names: readonly string[], { scopes }: Around): Value {
  const [first = '', ...rest] = names
  const scope = scopes.find(({ fields }) => fields.some(({ name }) => name === first))
  return rest.reduce<Value>(inside, scope?.answers[first] ?? null)
}

function inside(value: Value, name: string): Value {
  if (Array.isArray(value)) return value.map((one) => inside(one, name)).filter((one) => one !== null)
  if (typeof value !== 'object' || value === null) return null
  const part: unknown = Reflect.get(value, name)
  return isValue(part) ? part : null
}

const isValue = (part: unknown): part is Value => part !== undefined

function joined({ by, left, right }: Extract<Expression, { kind: 'both' }>, around: Around): Value {
  if (by === 'and' || by === 'or') {
    const both = [holds(left, around), holds(right, around)]
    if (both.includes(by === 'or')) return by === 'or'
    return both.includes(null) ? null : by === 'and'
  }
  const [a, b] = [valueOf(left, around), valueOf(right, around)]
  if (by !== '+' && by !== '-') return compared(by, a, b)
  if (typeof a !== 'number' || typeof b !== 'number') return null
  return rounded(by === '+' ? a + b : a - b)
}

function compared(by: Comparison, a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null
  if (by === 'has') return Array.isArray(a) && a.includes(b)
  if (by === '=' || by === '!=') return (a === b) === (by === '=')
  const order = typeof a === 'number' && typeof b === 'number' ? Math.sign(a - b) : orderOfDays(a, b)
  if (order === null) return null
  if (by === '<') return order < 0
  if (by === '>') return order > 0
  return by === '<=' ? order <= 0 : order >= 0
}

/** Which of two days comes first; null where a day is not known well enough to tell. */
function orderOfDays(a: Value, b: Value): number | null {
  if (typeof a !== 'string' || typeof b !== 'string') return null
  const length = Math.min(a.length, b.length)
  const [one, other] = [a.slice(0, length), b.slice(0, length)]
  if (one !== other) return one < other ? -1 : 1
  return a.length === b.length ? 0 : null
}

function called(
  name: Extract<Expression, { kind: 'call' }>['name'],
  args: readonly Value[],
  today: Day,
): Value {
  const [first = null, second = null] = args
  switch (name) {
    case 'given':
      return first !== null && !(Array.isArray(first) && first.length === 0)
    case 'age':
      return typeof first === 'string' ? ageOn(wholeDay(first), today) : null
    case 'sum':
      return Array.isArray(first) ? rounded(first.reduce((all: number, one) => all + Number(one), 0)) : null
    case 'count':
      if (!Array.isArray(first)) return first === null ? 0 : null
      return first.filter((one) => one !== false).length
    case 'mentions':
      if (typeof first !== 'string' || typeof second !== 'string') return null
      return ` ${searched(first)} `.includes(` ${searched(second)} `)
    case 'matches':
      if (typeof first !== 'string' || typeof second !== 'string') return null
      return new RegExp(`^(?:${second})$`, 'u').test(first)
  }
}

/** Areas have decimals: 0.1 + 0.2 is 0.3 to everybody but a computer. */
const rounded = (value: number) => Math.round(value * 1000) / 1000

/** Who has only a year of birth is taken to be born on its first day. */
const wholeDay = (born: string) => `${born}${'-01-01'.slice(born.length - 4)}`.slice(0, 10)
