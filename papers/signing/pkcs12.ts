import { P12Signer } from '@libpdf/core'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { isSignedBy } from './key-type.ts'
import type { Signer } from './signer.ts'

const TRIAL = new TextEncoder().encode('Một Cửa')

/** A signer from a PKCS#12 file: the key is opened here and stays in memory. Refuses a wrong passphrase. */
export async function pkcs12Signer(file: Uint8Array, passphrase: string): Promise<Outcome<Signer>> {
  const opened = await openedFile(file, passphrase)
  if (!opened) return refuse('key-not-opened')
  const certificates = [opened.certificate, ...(opened.certificateChain ?? [])]
  const trial = await opened.sign(TRIAL, 'SHA-256')
  // Files differ in which certificate stands first: the signer's own is the one its key belongs to.
  const own = certificates.find((one) => isSignedBy(one, TRIAL, trial))
  if (!own) return refuse('key-not-of-certificate')
  return {
    certificate: own,
    chain: certificates.filter((one) => one !== own),
    sign: (data) => opened.sign(data, 'SHA-256'),
  }
}

async function openedFile(file: Uint8Array, passphrase: string) {
  try {
    return await P12Signer.create(file, passphrase)
  } catch {
    return null
  }
}
