import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { dayOf } from '#domain/calendar/moment.ts'
import type { NationalIdentity } from '#partners/identity/national-identity.ts'
import { openidIdentity, type OpenidSettings } from '#partners/identity/openid-identity.ts'
import { simulatedIdentityBeside } from '#partners/identity/simulated-beside.ts'
import type { Centre } from '#store/database.ts'
import { IDENTITY_RETURN } from '#web/citizen/addresses.ts'
import type { Config } from './config.ts'
import { fault } from './faults.ts'
import type { Log } from './log.ts'
import type { Undoing } from './undoing.ts'

const names = z.array(z.string().min(1)).min(1)
const PROVIDER = z.strictObject({
  /** Under which people's keys with the provider are kept; to be left as it is for ever. */
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: z.string().min(1).max(60),
  issuer: z.url(),
  clientId: z.string().min(1),
  secretFile: z.string().min(1),
  scope: z.string().optional(),
  parameters: z.record(z.string(), z.string()).optional(),
  claims: z
    .strictObject({
      name: names,
      idNumber: names,
      bornOn: names,
      level: names,
      accountKind: names,
      taxCode: names,
      organisation: names,
    })
    .partial()
    .optional(),
})
const SETTINGS = z.record(z.string(), PROVIDER)

export type ProviderSettings = Omit<OpenidSettings, 'onFault'>

/** Reads with which provider the citizens of each centre sign in; paths in the file count from where it lies. */
export function readIdentitySettings(path: string): ReadonlyMap<string, ProviderSettings> {
  const read = SETTINGS.safeParse(parsed(path))
  if (!read.success)
    throw fault('identity-wrong', {
      path,
      reason: read.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '),
    })
  return new Map(
    Object.entries(read.data).map(([slug, { secretFile, claims, ...rest }]) => [
      slug,
      {
        ...rest,
        claims: claims && given(claims),
        clientSecret: textIn(resolve(dirname(path), secretFile)),
      },
    ]),
  )
}

/** What was written down, without what was left out. */
function given(
  claims: NonNullable<z.infer<typeof PROVIDER>['claims']>,
): NonNullable<OpenidSettings['claims']> {
  return Object.fromEntries(Object.entries(claims).filter(([, one]) => one !== undefined))
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw fault('identity-wrong', { path, reason: error instanceof Error ? error.message : '' }, error)
  }
}

function parsed(path: string): unknown {
  const text = textIn(path)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw fault('identity-wrong', { path, reason: error instanceof Error ? error.message : '' }, error)
  }
}

/** The provider of each centre that has one; in the demonstration one that is played on this machine. */
export async function openNationalIdentities(
  config: Pick<Config, 'identity' | 'baseUrl' | 'host' | 'isLoopback'>,
  centres: readonly Centre[],
  { now, log, undoing }: { readonly now: Temporal.Instant; readonly log: Log; readonly undoing: Undoing },
): Promise<ReadonlyMap<string, NationalIdentity>> {
  const settings = new Map(config.identity === null ? [] : readIdentitySettings(config.identity))
  const demonstration = centres.find((one) => one.isDemonstration)
  if (demonstration && config.isLoopback && !settings.has(demonstration.slug)) {
    const { close, ...played } = await simulatedIdentityBeside({
      returnTo: returnsTo(config.baseUrl),
      host: config.host,
      year: dayOf(now).year,
    })
    undoing.add(close)
    settings.set(demonstration.slug, { key: 'trinh-dien', name: 'VNeID (trình diễn)', ...played })
  }
  return new Map(
    [...settings].map(([slug, one]) => [
      slug,
      openidIdentity({
        ...one,
        onFault: (reason) => log.warn({ centre: slug, reason }, 'national identity not proved'),
      }),
    ]),
  )
}

/** Where the provider sends people back to: to where they came from, by its number or by its name. */
function returnsTo(baseUrl: string): string[] {
  const { port } = new URL(baseUrl)
  const origins = [
    new URL(baseUrl).origin,
    ...['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}`),
  ]
  return [...new Set(origins)].map((origin) => `${origin}${IDENTITY_RETURN}`)
}
