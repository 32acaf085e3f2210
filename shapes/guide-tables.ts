import { z } from 'zod'
import { key, optional, optionalKey, text } from './centre-cells.ts'

/** Rows of the tables by which people find their way in the catalogue. */

export const EverydayWordsRow = z.object({
  said: text(1000),
  means: optional(500),
  procedures: z
    .string()
    .regex(/^([a-z0-9.-]+( [a-z0-9.-]+)*)?$/, 'not-a-key')
    .default(''),
  elsewhere: optional(500),
  elsewhere_en: optional(500),
  ground: optional(300),
})

export const LifeEventRow = z.object({
  key,
  name: text(100),
  name_en: text(100),
  lead: text(300),
  lead_en: text(300),
})

/** A procedure of the catalogue, or the title of what is done elsewhere. */
export const LifeEventStepRow = z.object({
  event: key,
  procedure: optionalKey,
  title: optional(200),
  title_en: optional(200),
  hint: text(300),
  hint_en: text(300),
  ground: optional(300),
})

export const PlainWordRow = z.object({ term: text(100), plain: text(300), plain_en: text(300) })

export const PlainNameRow = z.object({ procedure: key, plain: optional(300), english: text(300) })

export const PaperConditionRow = z.object({
  procedure: key,
  paper: key,
  when: text(200),
  when_en: text(200),
})

/** A text of the catalogue, exactly as it stands there, and what it is in English. */
export const EnglishRow = z.object({ text: text(1000), english: text(1000) })
