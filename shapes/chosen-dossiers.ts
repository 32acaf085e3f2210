import { SIGNING_FORMS } from '#domain/people/may.ts'
import { z } from 'zod'
import { KnownDay } from './day.ts'
import { anyText, lines, text } from './text.ts'

/** Dossiers ticked in a list, each as it stood there: `code~version~step`. */

export const MOST_AT_ONCE = 100

export interface Chosen {
  readonly code: string
  readonly version: number
  readonly step: string
}

const CHOSEN = /^([0-9A-Z.-]{1,60})~(\d{1,7})~([^~]{1,120})$/

/** A ticked box as it is sent. */
export function chosenValue({ code, version, step }: Chosen): string {
  return `${code}~${version}~${step}`
}

/** What was ticked, each dossier once; what no list of ours has sent is left out. */
export function chosenFrom(values: readonly string[]): Chosen[] {
  const found = values.flatMap((value) => {
    const [, code, version, step] = CHOSEN.exec(value) ?? []
    return code !== undefined && version !== undefined && step !== undefined
      ? [{ code, version: Number(version), step }]
      : []
  })
  return [...new Map(found.map((one) => [one.code, one])).values()]
}

/** What may be done to several at once. */
export const DOINGS = ['forward', 'pay', 'approve', 'seal', 'assign', 'claim'] as const
export type Doing = (typeof DOINGS)[number]

const id = z.uuid({ version: 'v7' })

/** What is typed once for all of them; what the doing does not need is not asked for. */
export const ForAll = z.object({
  id,
  note: lines(2000).nullable().default(null),
  /** A person, or `spread` for evenly among all of the post. */
  to: z
    .union([z.uuid(), z.literal('spread')])
    .nullable()
    .default(null),
})
export type ForAll = z.infer<typeof ForAll>

export const WorkToGive = z.object({
  id,
  note: lines(2000).nullable().default(null),
  to: z.union([z.uuid(), z.literal('spread')]),
  /** Everything that lies there, whether it was ticked or not. */
  all: z.boolean().default(false),
})
export type WorkToGive = z.infer<typeof WorkToGive>

export const SubstitutionToEnter = z.object({
  id,
  absent: z.uuid(),
  substitute: z.uuid(),
  from: KnownDay,
  last: KnownDay,
})
export const ApprovalToDelegate = z.object({
  id,
  staff: z.uuid(),
  from: KnownDay,
  last: KnownDay,
  /** On whose behalf the person then signs; empty as the head. */
  form: z.enum(['', ...SIGNING_FORMS]).default(''),
  principal: anyText(200).default(''),
  position: anyText(200).default(''),
  /** Number and date of the decision. */
  ground: text(300),
})
export type ApprovalToDelegate = z.infer<typeof ApprovalToDelegate>

export type SubstitutionToEnter = z.infer<typeof SubstitutionToEnter>
