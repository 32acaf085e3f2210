import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { BEHAVIOURS } from '#partners/signing/simulated-signing-service.ts'
import { fault } from '../faults.ts'

const KEY = z.union([
  z.strictObject({
    file: z.string(),
    passphraseFile: z.string(),
    /** Plays a remote service with this key: for trials. */
    simulated: z.enum(BEHAVIOURS).optional(),
  }),
  z.strictObject({ remote: z.url(), account: z.string(), certificates: z.string(), secretFile: z.string() }),
])
const CENTRE = z.strictObject({
  /** Files with the certificates of the issuers that are trusted (PEM or DER). */
  trust: z.array(z.string()).min(1),
  timestampUrl: z.url().nullable().default(null),
  /** Whether the revocation services named in the certificates are asked, and their answers embedded. */
  asksIssuers: z.boolean().default(true),
  seal: KEY.nullable().default(null),
  /** Signs digitised copies where the officer has no key. */
  copies: KEY.nullable().default(null),
  /** By login. */
  people: z.record(z.string(), KEY).default({}),
})
const SETTINGS = z.record(z.string(), CENTRE)

/** A key of a person or of the seal: a PKCS#12 file, or an account with a service that signs. */
export type KeySettings = z.infer<typeof KEY>
/** How a centre signs. */
export type CentreSigning = z.infer<typeof CENTRE>

/** Reads the file of signing settings, by centre; paths in it count from where it lies. */
export function readSigningSettings(path: string): ReadonlyMap<string, CentreSigning> {
  const folder = dirname(resolve(path))
  const read = SETTINGS.safeParse(parsed(path))
  if (!read.success)
    throw fault('signing-wrong', {
      path,
      reason: read.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '),
    })
  const at = (file: string) => resolve(folder, file)
  const keyAt = (key: KeySettings): KeySettings =>
    'file' in key
      ? { ...key, file: at(key.file), passphraseFile: at(key.passphraseFile) }
      : { ...key, certificates: at(key.certificates), secretFile: at(key.secretFile) }
  return new Map(
    Object.entries(read.data).map(([slug, one]) => [
      slug,
      {
        ...one,
        trust: one.trust.map(at),
        seal: one.seal && keyAt(one.seal),
        copies: one.copies && keyAt(one.copies),
        people: Object.fromEntries(Object.entries(one.people).map(([login, key]) => [login, keyAt(key)])),
      },
    ]),
  )
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw fault('signing-wrong', { path, reason: error instanceof Error ? error.message : '' }, error)
  }
}

/** Whether anybody but its owner may read a file. */
export function isOpenToOthers(path: string): boolean {
  return (statSync(path).mode & 0o077) !== 0
}
