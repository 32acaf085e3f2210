import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PublicJwk } from '#shapes/field/provision.ts'
import type { FieldOffice } from '#work/field/field-office.ts'
import { codeOf } from './faults.ts'

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const PrivateJwk = PublicJwk.extend({ d: z.string().regex(/^[\w-]{43}$/) })

/**
 * The key of a centre that devices outside seal their packets to; made at the first start and kept beside the other secrets,
 * for the program's own user alone. What was sealed to it can be opened by nothing else.
 */
export async function openFieldKey(dataDir: string, slug: string): Promise<FieldOffice> {
  const folder = join(dataDir, 'secrets')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `field-${slug}.jwk`)
  const made = await crypto.subtle.generateKey(CURVE, true, ['deriveBits'])
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', made.privateKey)
  try {
    writeFileSync(path, JSON.stringify({ kty, crv, x, y, d }), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const kept = PrivateJwk.safeParse(jsonIn(readFileSync(path, 'utf8')))
  if (!kept.success) throw new Error(`the key ${path} is cut off`)
  const { d: _, ...publicKey } = kept.data
  const privateKey = await crypto.subtle.importKey('jwk', kept.data, CURVE, false, ['deriveBits'])
  return { privateKey, publicKey }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
