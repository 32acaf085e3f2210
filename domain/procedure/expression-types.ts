import type { Expression } from './expression.ts'
import type { FormField } from './form.ts'

/** What can be wrong with an expression that can be read: with the form it stands in. */
export interface MeaningFault {
  readonly code: 'no-such-field' | 'types-differ' | 'no-such-choice' | 'looks-ahead'
  readonly value: string
}

type Kind = 'number' | 'text' | 'date' | 'truth' | 'set' | 'numbers' | 'truths' | 'texts' | 'rows' | 'thing'

interface Meaning {
  readonly kind: Kind
  /** What a choice can be; null for anything else. */
  readonly choices: readonly string[] | null
}

/** The fields an expression can name, the innermost first; `before` ends them for what may not look ahead. */
export type FieldScopes = readonly (readonly FormField[])[]

const ADDRESS_PARTS = ['line', 'ward', 'wardCode', 'district', 'districtCode', 'province', 'provinceCode']

class Meaningless extends Error {
  override readonly name = 'Meaningless'
  readonly fault: MeaningFault
  constructor(fault: MeaningFault) {
    super(fault.code)
    this.fault = fault
  }
}

/** What is wrong with an expression as a condition or rule of a form; null when it says yes or no of fields that are there. */
export function meaningFault(expression: Expression, scopes: FieldScopes): MeaningFault | null {
  try {
    const { kind } = meaningOf(expression, scopes)
    return kind === 'truth' ? null : { code: 'types-differ', value: kind }
  } catch (error) {
    if (error instanceof Meaningless) return error.fault
    throw error
  }
}

const plain = (kind: Kind): Meaning => ({ kind, choices: null })

function meaningOf(expression: Expression, scopes: FieldScopes): Meaning {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'truth':
      return plain(expression.kind)
    case 'today':
      return plain('date')
    case 'path':
      return pathMeaning(expression.names, scopes)
    case 'not':
      must(meaningOf(expression.of, scopes), ['truth'], 'not')
      return plain('truth')
    case 'call':
      return callMeaning(expression, scopes)
    case 'both':
      return bothMeaning(expression, scopes)
  }
}

function must({ kind }: Meaning, kinds: readonly Kind[], value: string): void {
  if (!kinds.includes(kind)) throw new Meaningless({ code: 'types-differ', value })
}

function bothMeaning(
  { by, left, right }: Extract<Expression, { kind: 'both' }>,
  scopes: FieldScopes,
): Meaning {
  const [a, b] = [meaningOf(left, scopes), meaningOf(right, scopes)]
  if (by === 'and' || by === 'or') {
    for (const one of [a, b]) must(one, ['truth'], by)
    return plain('truth')
  }
  if (by === '+' || by === '-') {
    for (const one of [a, b]) must(one, ['number'], by)
    return plain('number')
  }
  if (by === 'has') {
    must(a, ['set', 'texts'], by)
    must(b, ['text'], by)
  } else if (by === '=' || by === '!=') must(b, [a.kind], by)
  else {
    must(a, ['number', 'date'], by)
    must(b, [a.kind], by)
  }
  mustBeChoice(right, a)
  mustBeChoice(left, b)
  return plain('truth')
}

/** A word that a choice is compared with is one of its choices. */
function mustBeChoice(expression: Expression, { choices }: Meaning): void {
  if (expression.kind === 'text' && choices && !choices.includes(expression.value))
    throw new Meaningless({ code: 'no-such-choice', value: expression.value })
}

function callMeaning({ name, args }: Extract<Expression, { kind: 'call' }>, scopes: FieldScopes): Meaning {
  const meanings = args.map((one) => meaningOf(one, scopes))
  const [first = plain('thing'), second = plain('text')] = meanings
  switch (name) {
    case 'given':
      return plain('truth')
    case 'age':
      must(first, ['date'], name)
      return plain('number')
    case 'sum':
      must(first, ['numbers'], name)
      return plain('number')
    case 'count':
      must(first, ['rows', 'truths', 'set'], name)
      return plain('number')
    case 'mentions':
    case 'matches':
      must(first, ['text'], name)
      must(second, ['text'], name)
      return plain('truth')
  }
}

function pathMeaning(names: readonly string[], scopes: FieldScopes): Meaning {
  const written = names.join('.')
  const missing = new Meaningless({ code: 'no-such-field', value: written })
  const [first = '', ...rest] = names
  let field = scopes.flatMap((fields) => fields.find(({ name }) => name === first) ?? [])[0]
  if (!field) throw missing
  let isMany = false
  for (const [place, name] of rest.entries()) {
    if (field.type === 'address') {
      if (place !== rest.length - 1 || !ADDRESS_PARTS.includes(name)) throw missing
      return plain(isMany ? 'texts' : 'text')
    }
    if (field.type !== 'group' && field.type !== 'list') throw missing
    isMany ||= field.type === 'list'
    const inner: FormField | undefined = field.fields.find((one) => one.name === name)
    if (!inner) throw missing
    field = inner
  }
  return fieldMeaning(field, isMany)
}

const MANY: { readonly [kind in Kind]?: Kind } = { number: 'numbers', truth: 'truths', text: 'texts' }

function fieldMeaning(field: FormField, isMany: boolean): Meaning {
  const kind = kindOf(field)
  const choices = 'choices' in field ? field.choices.map(({ value }) => value) : null
  return { kind: isMany ? (MANY[kind] ?? 'thing') : kind, choices }
}

function kindOf({ type }: FormField): Kind {
  switch (type) {
    case 'text':
    case 'choice':
      return 'text'
    case 'choices':
      return 'set'
    case 'integer':
    case 'decimal':
    case 'money':
      return 'number'
    case 'yes-no':
    case 'agreement':
      return 'truth'
    case 'date':
    case 'partial-date':
    case 'date-time':
      return 'date'
    case 'list':
    case 'papers':
      return 'rows'
    case 'group':
    case 'address':
      return 'thing'
  }
}
