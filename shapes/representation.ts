import { z } from 'zod'
import { RIGHTS } from '#domain/people/representation.ts'
import { composedLetters } from '#domain/people/composed.ts'
import { text } from './text.ts'

const id = z.uuid({ version: 'v7' })
const personNumber = text(20)
  .overwrite((value) => value.replace(/\s/g, ''))
  .regex(/^(?:\d{9}|\d{12})$/)
const procedures = z
  .string()
  .overwrite((value) => composedLetters(value).trim())
  .max(2000)
  .transform((value) => value.split(/[\s,;]+/).filter(Boolean))
  .transform((keys) => (keys.length === 0 ? null : keys))
  .default(null)
const lastOn = z.iso.date()

/** For whom a citizen states to file, by kind. */
export const RepresentationToState = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    kind: z.literal('organisation'),
    name: text(200),
    number: text(20)
      .overwrite((value) => value.replace(/[\s.]/g, ''))
      .regex(/^\d{10}(?:-?\d{3})?$/),
    document: text(300),
    procedures,
    lastOn,
  }),
  z.strictObject({
    id,
    kind: z.literal('citizen'),
    name: text(120),
    number: personNumber,
    document: text(300),
    procedures,
    lastOn,
  }),
  z.strictObject({
    id,
    kind: z.literal('child'),
    name: text(120),
    number: personNumber.nullable().default(null),
    bornOn: z.iso.date(),
    document: text(300).nullable().default(null),
  }),
])
export type RepresentationToState = z.output<typeof RepresentationToState>

/** Whom a citizen lets in, for himself or for an organisation he manages. */
export const PersonToLetIn = z.strictObject({
  id,
  under: id.nullable().default(null),
  name: text(120),
  number: text(20)
    .overwrite((value) => value.replace(/\s/g, ''))
    .regex(/^\d{12}$/),
  right: z.enum(RIGHTS),
  procedures,
  lastOn,
})
export type PersonToLetIn = z.output<typeof PersonToLetIn>

export const RepresentationToEnd = z.strictObject({ representation: id })
