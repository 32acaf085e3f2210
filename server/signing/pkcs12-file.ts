import { fromBER } from 'asn1js'
import {
  AuthenticatedSafe,
  CertBag,
  type Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs'
import type { Issued } from './issue-certificate.ts'

const SHROUDED_KEY = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE = '1.2.840.113549.1.12.10.1.3'
/** Many rounds make guessing slow; what 24 random bytes close needs none, and every start would wait for them. */
const ROUNDS = 2_048

/** A key with its certificate and those above it as a PKCS#12 file, closed by a passphrase that nobody can guess. */
export async function pkcs12File(
  { certificate, privateKey }: Issued,
  above: readonly Certificate[],
  passphrase: string,
): Promise<Uint8Array> {
  const password = new TextEncoder().encode(passphrase).buffer
  const plain = fromBER(await crypto.subtle.exportKey('pkcs8', privateKey)).result
  const key = new PKCS8ShroudedKeyBag({ parsedValue: new PrivateKeyInfo({ schema: plain }) })
  await key.makeInternalValues({
    password,
    contentEncryptionAlgorithm: Object.assign({ name: 'AES-CBC', length: 256 }),
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ROUNDS,
  })
  const certificates = [certificate, ...above].map(
    (one) => new SafeBag({ bagId: CERTIFICATE, bagValue: new CertBag({ parsedValue: one }) }),
  )
  const safeBags = [new SafeBag({ bagId: SHROUDED_KEY, bagValue: key }), ...certificates]
  const contents = [{ privacyMode: 0, value: new SafeContents({ safeBags }) }]
  const authenticatedSafe = new AuthenticatedSafe({ parsedValue: { safeContents: contents } })
  await authenticatedSafe.makeInternalValues({ safeContents: [{}] })
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } })
  await file.makeInternalValues({
    password,
    iterations: ROUNDS,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  })
  return new Uint8Array(file.toSchema().toBER(false))
}
