import type { X509Certificate } from 'node:crypto'
import { type PDF, PdfStream } from '@libpdf/core'
import { type Said, saidByAnswer } from './ocsp.ts'
import { saidByList } from './revocation-list.ts'

/** What issuers said of certificates: revocation lists and answers (OCSP), DER. */
export interface Sayings {
  readonly lists: readonly Uint8Array[]
  readonly answers: readonly Uint8Array[]
}

/** What stands in a document's own store (DSS), with the certificates kept there. */
export function sayingsIn(pdf: PDF): Sayings & { readonly certificates: readonly Uint8Array[] } {
  const resolve = pdf.context.registry.resolve.bind(pdf.context.registry)
  const store = pdf.getCatalog().getDict('DSS', resolve)
  const all = (name: string) =>
    (store?.getArray(name, resolve)?.toArray() ?? [])
      .map((one) => (one.type === 'ref' ? resolve(one) : one))
      .flatMap((one) => (one instanceof PdfStream ? [one.getDecodedData()] : []))
  return { lists: all('CRLs'), answers: all('OCSPs'), certificates: all('Certs') }
}

/** When a certificate was revoked, by what its issuer says; null when he does not say so. */
export async function revokedAt(
  certificate: X509Certificate,
  issuer: X509Certificate,
  sayings: Sayings,
): Promise<Date | null> {
  const said = await saidOf(certificate, issuer, sayings)
  return said.find(({ state }) => state === 'revoked')?.since ?? null
}

/** Everything the issuer says of a certificate of his; what is not his, or cannot be read, says nothing. */
export async function saidOf(
  certificate: X509Certificate,
  issuer: X509Certificate,
  { lists, answers }: Sayings,
): Promise<readonly Said[]> {
  const byLists = await Promise.all(
    lists.map((list) => saidByList(list, certificate, issuer).catch(() => null)),
  )
  const byAnswers = answers.map((answer) => readOrNull(() => saidByAnswer(answer, certificate, issuer)))
  return [...byLists, ...byAnswers].filter((one) => one !== null)
}

function readOrNull(read: () => Said | null): Said | null {
  try {
    return read()
  } catch {
    // Somebody put into the document what is no answer.
    return null
  }
}
