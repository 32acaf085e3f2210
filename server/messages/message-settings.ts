import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { NOTICE_KINDS } from '#domain/notices/notice.ts'
import { CHANNEL_BEHAVIOURS } from '#partners/messages/simulated-channel.ts'
import { fault } from '../faults.ts'

/** Plays who delivers: for trials. */
const SIMULATED = z.strictObject({ simulated: z.enum(CHANNEL_BEHAVIOURS) })
const SMS = z.strictObject({
  url: z.url(),
  secretFile: z.string(),
  /** The name the telephone shows. */
  sender: z.string().min(1).max(20),
  keepsMarks: z.boolean().default(false),
})
const ZALO = z.strictObject({
  url: z.url().default('https://business.openapi.zalo.me'),
  tokenFile: z.string(),
  /** By which Zalo's own reports are believed: the app, and the secret of the official account. */
  events: z.strictObject({ appId: z.string().min(1), secretFile: z.string() }).optional(),
  templates: z.strictObject({
    otherwise: z.string(),
    ...Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, z.string().optional()])),
  }),
})
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost']
const EMAIL = z
  .strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65535).default(465),
    tls: z.enum(['tls', 'starttls', 'none']).default('tls'),
    user: z.string().min(1).optional(),
    passwordFile: z.string().optional(),
    from: z.email(),
    /** Whom the letter is from, as it is shown. */
    name: z.string().min(1).max(100),
  })
  .refine(({ tls, host }) => tls !== 'none' || LOOPBACK.includes(host), { path: ['tls'], message: 'TLS' })
  .refine(({ user, passwordFile }) => (user === undefined) === (passwordFile === undefined), {
    path: ['passwordFile'],
    message: 'user, passwordFile',
  })
const PUSH = z.strictObject({
  /** A mailbox by which a push service reaches who runs this. */
  contact: z.email(),
  /** Services besides those of the common browsers. */
  services: z
    .array(
      z.strictObject({
        host: z.string().regex(/^(?:\*\.)?[a-z0-9.-]+(?::\d{1,5})?$/),
        from: z.iso.date(),
        until: z.iso.date().nullable().default(null),
      }),
    )
    .default([]),
})
const CENTRE = z.strictObject({
  /** With which reports of delivery are signed; without it none are taken. */
  reportSecretFile: z.string().nullable().default(null),
  sms: z.union([SMS, SIMULATED]).nullable().default(null),
  email: z.union([EMAIL, SIMULATED]).nullable().default(null),
  zalo: z.union([ZALO, SIMULATED]).nullable().default(null),
  push: z.union([PUSH, SIMULATED]).nullable().default(null),
})
const SETTINGS = z.record(z.string(), CENTRE)

/** By which ways a centre reaches people. */
export type CentreMessages = z.infer<typeof CENTRE>

/** Reads the file of message settings, by centre; paths in it count from where it lies. */
export function readMessageSettings(path: string): ReadonlyMap<string, CentreMessages> {
  const folder = dirname(resolve(path))
  const read = SETTINGS.safeParse(parsed(path))
  if (!read.success)
    throw fault('messages-wrong', {
      path,
      reason: read.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '),
    })
  return new Map(Object.entries(read.data).map(([slug, one]) => [slug, located(one, folder)]))
}

/** Every `…File` counts from the folder. */
function located<Value>(value: Value, folder: string): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([name, part]) => [
    name,
    name.endsWith('File') && typeof part === 'string' ? resolve(folder, part) : located(part, folder),
  ])
  return Object.fromEntries(entries)
}

/** The files of a centre that nobody else may read. */
export function secretFilesOf(settings: CentreMessages): readonly string[] {
  return filesIn(settings)
}

/** Whatever is named `…File`, however deep. */
function filesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    name.endsWith('File') && typeof part === 'string' ? [part] : filesIn(part),
  )
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw fault('messages-wrong', { path, reason: error instanceof Error ? error.message : '' }, error)
  }
}
