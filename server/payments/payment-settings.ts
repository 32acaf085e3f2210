import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { NOTICE_SAID } from '#domain/paying/provider.ts'
import { fault } from '../faults.ts'

const HEADINGS = z.array(z.string().min(1)).min(1)
/** Headings of a list of payments, as a settings file names them. */
export const FILE = z.strictObject({
  transaction: HEADINGS,
  dong: HEADINGS,
  paidAt: HEADINGS,
  text: HEADINGS,
  state: z.strictObject({ names: HEADINGS, paid: HEADINGS }).optional(),
  /** 100 where amounts are given times a hundred. */
  times: z.union([z.literal(1), z.literal(100)]).default(1),
})
const FIELDS = z.array(z.string().min(1)).min(1)
const DIALECT = z.strictObject({
  from: z.iso.date(),
  version: z.string(),
  init: FIELDS,
  query: FIELDS,
  notice: FIELDS,
  answer: FIELDS.nullable(),
  paid: FIELDS,
  open: z.array(z.string()),
  codes: z.record(z.enum(NOTICE_SAID), z.string()),
})
const minutes = z.int().min(5).max(1440).default(15)

const CENTRE = z.strictObject({
  vnpay: z
    .strictObject({
      /** Where the citizen pays. */
      url: z.url(),
      /** Where questions and refunds go. */
      api: z.url(),
      terminal: z.string().min(1),
      secretFile: z.string(),
      minutes,
      /** The network address this server is known by to VNPAY. */
      serverAddress: z.union([z.ipv4(), z.ipv6()]),
      file: FILE.optional(),
    })
    .optional(),
  national: z
    .strictObject({
      url: z.url(),
      /** The origins of the pages citizens are sent to. */
      pages: z.array(z.url()).min(1),
      partner: z.string().min(1),
      secretFile: z.string(),
      minutes,
      beneficiary: z.strictObject({ account: z.string(), bank: z.string(), name: z.string() }),
      dialects: z.array(DIALECT).min(1).optional(),
      file: FILE.optional(),
    })
    .optional(),
  bank: z
    .strictObject({
      /** Six digits by which the banks name each other (BIN). */
      bank: z.string().regex(/^\d{6}$/),
      bankName: z.string().min(1),
      account: z.string().regex(/^[0-9A-Za-z]{4,19}$/),
      holder: z.string().min(1),
      days: z.int().min(1).max(30).default(7),
      /** With which the bank signs its notices; left out where only its statement is taken in. */
      secretFile: z.string().optional(),
      file: FILE.optional(),
    })
    .optional(),
})
const SETTINGS = z.record(z.string(), CENTRE)

/** Through whom a centre is paid. */
export type CentrePayments = z.infer<typeof CENTRE>

/** Reads the file of payment settings, by centre; paths in it count from where it lies. */
export function readPaymentSettings(path: string): ReadonlyMap<string, CentrePayments> {
  const folder = dirname(resolve(path))
  const read = SETTINGS.safeParse(parsed(path))
  if (!read.success)
    throw fault('payments-wrong', {
      path,
      reason: read.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '),
    })
  const at = <Settings extends { readonly secretFile?: string | undefined }>(one: Settings | undefined) =>
    one && (one.secretFile === undefined ? one : { ...one, secretFile: resolve(folder, one.secretFile) })
  return new Map(
    Object.entries(read.data).map(([slug, { vnpay, national, bank }]) => [
      slug,
      { vnpay: at(vnpay), national: at(national), bank: at(bank) },
    ]),
  )
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw fault('payments-wrong', { path, reason: error instanceof Error ? error.message : '' }, error)
  }
}
