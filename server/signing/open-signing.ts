import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isRefusal } from '#domain/outcome.ts'
import { pkcs12Signer } from '#papers/signing/pkcs12.ts'
import type { Signer } from '#papers/signing/signer.ts'
import { timestampAuthorityAt } from '#papers/signing/witnesses.ts'
import { httpSigningService } from '#partners/signing/http-signing-service.ts'
import { remoteSigner } from '#partners/signing/signing-service.ts'
import { simulatedSigningService } from '#partners/signing/simulated-signing-service.ts'
import type { Centre } from '#store/database.ts'
import { staffLogins } from '#store/people.ts'
import type { SigningOffice } from '#work/signing/signing-office.ts'
import { fault } from '../faults.ts'
import type { CentreSigning, KeySettings } from './signing-settings.ts'

/** Opens the keys of a centre. A key that does not open ends the start: better no hall than one that cannot sign. */
export async function openSigning(centre: Centre, settings: CentreSigning): Promise<SigningOffice> {
  const logins = await staffLogins(centre)
  const people = new Map<string, Signer>()
  for (const [login, key] of Object.entries(settings.people)) {
    const person = logins.get(login)
    if (!person) throw fault('no-such-staff', { login, centre: centre.slug })
    people.set(person.id, await openKey(key))
  }
  return {
    signerOf: (staff) => people.get(staff) ?? null,
    seal: settings.seal && (await openKey(settings.seal)),
    copies: settings.copies && (await openKey(settings.copies)),
    trust: { anchors: settings.trust.flatMap(certificatesIn), lists: [], answers: [] },
    witnesses: {
      timestampAuthority: settings.timestampUrl === null ? null : timestampAuthorityAt(settings.timestampUrl),
      asksIssuers: settings.asksIssuers,
    },
  }
}

/** A key as a signer; throws with the file that is wrong. */
export async function openKey(key: KeySettings): Promise<Signer> {
  if ('remote' in key) {
    const [certificate, ...chain] = certificatesIn(key.certificates)
    if (!certificate)
      throw fault('signing-wrong', { path: key.certificates, reason: 'không có chứng thư số' })
    const secret = readFileSync(key.secretFile, 'utf8').trim()
    return remoteSigner(httpSigningService({ url: key.remote, secret }), key.account, { certificate, chain })
  }
  const opened = await pkcs12Signer(readFileSync(key.file), readFileSync(key.passphraseFile, 'utf8').trim())
  if (isRefusal(opened))
    throw fault('signing-wrong', {
      path: key.file,
      reason:
        opened.refused === 'key-not-opened' ? 'sai mật khẩu hoặc tệp hỏng' : 'khoá không khớp chứng thư số',
    })
  if (key.simulated === undefined) return opened
  return remoteSigner(simulatedSigningService(opened, key.simulated), key.file, opened)
}

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g

/** The certificates of a file: several as PEM, or one as DER. */
export function certificatesIn(path: string): Uint8Array[] {
  const bytes = readFileSync(path)
  const blocks = bytes.toString('latin1').match(BLOCK)
  return (blocks ?? [bytes]).map((one) => new X509Certificate(one).raw)
}
