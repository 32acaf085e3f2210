import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import type { Refusal } from '#domain/outcome.ts'
import { type ShapeFault, shapeFaults } from '#shapes/shape-faults.ts'
import type { Fault } from '../parts/field.tsx'
import type { Words } from '../words/vi.ts'

/** A form as it came: text under names, a name more than once where boxes were ticked, and files. */
export interface Typed {
  readonly fields: { readonly [name: string]: readonly string[] }
  readonly files: readonly { readonly name: string; readonly file: File }[]
}

export const NOTHING_TYPED: Typed = { fields: {}, files: [] }

/** What a page with a form says to what was sent: as it was typed, with what is wrong in it or why it was refused. */
export interface Answered {
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** The form of a request; one that cannot be read is answered with 400 (`pages.ts`). */
export async function sentForm(c: Context): Promise<Typed> {
  try {
    return typedIn(await c.req.formData())
  } catch (error) {
    if (error instanceof TypeError) throw new HTTPException(400, { cause: error })
    throw error
  }
}

/** What was sent, as text and files; a file field left empty is not a file. */
export function typedIn(form: FormData): Typed {
  const fields = new Map<string, string[]>()
  const files: { name: string; file: File }[] = []
  for (const [name, value] of form) {
    // Nobody types it, and no database keeps it.
    if (`${name}${typeof value === 'string' ? value : value.name}`.includes('\0'))
      throw new HTTPException(400)
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value])
    else if (value.size > 0 || value.name !== '') files.push({ name, file: value })
  }
  return { fields: Object.fromEntries(fields), files }
}

/** The first value of a name as it was typed; empty when it was not. */
export function first(typed: Typed, name: string): string {
  return typed.fields[name]?.[0] ?? ''
}

/** A form without the field that only says which of several forms of a page it is. */
export function withoutField({ fields, files }: Typed, name: string): Typed {
  const { [name]: _, ...rest } = fields
  return { fields: rest, files }
}

/** For the hidden field `id` of a form that sends a command: sent twice, it has one effect. */
export function newCommandId(): string {
  return randomUUIDv7()
}

const CommandId = z.uuid({ version: 'v7' })

/** The hidden field `id` as it came back; a new one where it is none of ours. */
export function commandIdIn(typed: Typed): string {
  return CommandId.safeParse(first(typed, 'id')).data ?? newCommandId()
}

export type Read<Value> =
  | { readonly value: Value; readonly faults?: undefined }
  | { readonly value?: undefined; readonly faults: readonly Fault[] }

/**
 * Reads a form by a shape. A name with dots leads into the shape (`applicant.name`, `components.0.original`), a field
 * left empty was not given, and where the shape expects a number, yes or no, or a list, the text is read as one.
 */
export function readForm<Shape extends z.ZodType>(
  { fields }: Typed,
  shape: Shape,
  words: Words,
): Read<z.output<Shape>> {
  const given = nested(fields)
  for (;;) {
    const read = shape.safeParse(given)
    if (read.success) return { value: read.data }
    // What lies inside a list is seen only after the list has been read as one.
    const hasRead = read.error.issues.filter(
      (issue) => issue.code === 'invalid_type' && readAs(given, issue.path, issue.expected),
    )
    if (hasRead.length === 0)
      return { faults: shapeFaults(read.error, given).map((fault) => faultAt(fault, words)) }
  }
}

function faultAt({ path, code, facts }: ShapeFault, words: Words): Fault {
  const field = path.map(String).join('.')
  const formats: { readonly [name: string]: string } = words.desk.shell.formats
  const name = String(path.at(-1) ?? '')
  const own = code === 'wrong-format' && Object.hasOwn(formats, name) ? formats[name] : undefined
  return { field, text: own ?? words.fieldFaults[code](facts) }
}

/** The sentence of a refusal. */
export function refusalText(words: Words, { refused, facts }: Refusal): string {
  return words.refusals[refused](facts)
}

type Nested = { [name: string]: Nested | string | number | boolean | (string | Nested)[] }

function nested(fields: Typed['fields']): Nested {
  const all: Nested = Object.create(null)
  for (const [name, values] of Object.entries(fields)) {
    const [only, ...more] = values.filter((one) => one.trim() !== '')
    if (only === undefined) continue
    const parts = name.split('.')
    const last = parts.pop() ?? name
    let at = all
    for (const part of parts) {
      const inner = at[part]
      at = at[part] = isNested(inner) ? inner : Object.create(null)
    }
    at[last] = more.length === 0 ? only : [only, ...more]
  }
  return all
}

const isNested = (value: unknown): value is Nested =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether text was read as what the shape expects; what cannot be read stays and becomes a fault. */
function readAs(given: Nested, path: readonly PropertyKey[], expected: string): boolean {
  const last = path.at(-1)
  const at = path.slice(0, -1).reduce<unknown>(inside, given)
  if (last === undefined || typeof at !== 'object' || at === null) return false
  const value = as(inside(at, last), expected)
  return value !== undefined && Reflect.set(at, last, value)
}

const inside = (value: unknown, part: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined

function as(value: unknown, expected: string): unknown {
  if (expected === 'array') {
    if (typeof value === 'string') return [value]
    // `components.0`, `components.1`…, in the order of their numbers.
    return isNested(value)
      ? Object.keys(value)
          .toSorted((a, b) => Number(a) - Number(b))
          .map((key) => value[key])
      : undefined
  }
  if (typeof value !== 'string') return undefined
  if (expected === 'boolean') return value === 'true' || value === 'on'
  return (expected === 'number' || expected === 'int') && /^\s*-?\d{1,15}\s*$/.test(value)
    ? Number(value)
    : undefined
}
