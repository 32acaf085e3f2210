import { z } from 'zod'
import { PAYMENT_WAYS } from '#domain/dossier/owed.ts'
import { CHANNELS } from '#domain/procedure/procedure.ts'
import { key, login, number, optional, optionalDay, unitCode } from './centre-cells.ts'
import { RETURN_WAYS } from './dossier-commands.ts'
import {
  amount,
  dossierCode,
  idNumber,
  moment,
  optionalMoment,
  optionalWords,
  phone,
  times,
  wholeNumber,
  words,
} from './take-over-cells.ts'

/** Rows of the files a running centre brings along; `centres/dong-trieu/take-over-example/README.md` tells a clerk each. */

const PARTY_KINDS = ['citizen', 'organisation'] as const

export const OpenDossierRow = z.object({
  code: dossierCode,
  procedure: key,
  case: z.union([z.literal('').transform(() => 'default'), key]).default('default'),
  channel: z.enum(CHANNELS),
  place: unitCode,
  support: z.union([z.literal(''), unitCode]).default(''),
  received_at: moment,
  due: optionalMoment,
  moved_due: optionalMoment,
  step: key,
  holder: z.union([z.literal(''), login]).default(''),
  applicant_kind: z.enum(PARTY_KINDS),
  applicant_name: words(200),
  applicant_id: idNumber,
  applicant_phone: phone,
  applicant_address: optionalWords(300),
  owner_kind: z.enum(['', ...PARTY_KINDS]).default(''),
  owner_name: optionalWords(200),
  owner_id: idNumber,
  owner_phone: phone,
  owner_address: optionalWords(300),
  papers: optional(2000),
  copies: times,
  return_way: z.enum(['', ...RETURN_WAYS]).default(''),
  return_address: optionalWords(300),
  fee: amount,
  paid: amount,
  paid_at: optionalMoment,
  paid_way: z.enum(['', ...PAYMENT_WAYS]).default(''),
  receipt_number: optional(40),
  stopped_since: optionalMoment,
  minutes_left: wholeNumber,
  asked_for: optionalWords(1000),
  asked_todo: optionalWords(1000),
  asked_ground: optionalWords(300),
  answer_by: optionalDay,
  supplements: times,
  promised: optionalMoment,
  apologies: times,
  approved_at: optionalMoment,
  refusal: optionalWords(2000),
  refusal_ground: optionalWords(300),
  ready_at: optionalMoment,
})
export type OpenDossierRow = z.infer<typeof OpenDossierRow>

export const SeriesRow = z.object({
  book: z.string().min(1, 'empty-cell'),
  period: z.string().min(1, 'empty-cell'),
  next: number.refine((value) => Number(value) > 0 && Number(value) < 2_000_000_000, {
    message: 'not-a-number',
  }),
  note: optional(500),
})
export type SeriesRow = z.infer<typeof SeriesRow>
