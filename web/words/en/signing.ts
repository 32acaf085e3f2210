import type { signing as vi, signingRefusals as viRefusals } from '../vi/signing.ts'
import { format } from '../format.ts'
import { said } from '../said.ts'

const f = format('en')

export const signingRefusals: typeof viRefusals = {
  'key-not-opened': () =>
    'The file with the signing key (PKCS#12) does not open: wrong passphrase, or a broken file.',
  'key-not-of-certificate': () => 'The key in the file belongs to none of the certificates in it.',
  'certificate-not-yet-valid': (facts) =>
    `The certificate of ${said(facts['subject'])} is valid only from ${f.day(said(facts['from']))}. Nothing was signed; the dossier is as it was.`,
  'certificate-expired': (facts) =>
    `The certificate of ${said(facts['subject'])} expired on ${f.day(said(facts['until']))}. Renew it and sign again; nothing was signed, the dossier is as it was.`,
  'certificate-for-other-purpose': (facts) =>
    `The certificate of ${said(facts['subject'])} is not for signing documents. Use one that is; the dossier is as it was.`,
  'signature-false': () =>
    'The signing service answered with a signature that is not of this certificate. Nothing was written; tell the administrator.',
  'signature-invalid': (facts) =>
    `The signature just made does not pass: ${said(facts['faults'])}. Nothing was written; the dossier is as it was.`,
  'signing-declined': () =>
    'The signer declined on the telephone. Nothing was signed; the dossier is as it was.',
  'signing-unanswered': () =>
    'The signing service did not answer in time. Nothing was signed; confirm on your telephone and send again.',
  'no-time-stamp': () =>
    'The time-stamping service does not answer. Nothing was signed; try again in a few minutes.',
  'issuer-silent': (facts) =>
    `The issuer of the certificate of ${said(facts['subject'])} does not say whether it is still good. Nothing was signed, the dossier is as it was; try again in a few minutes.`,
  'certificate-revoked': (facts) =>
    `The certificate of ${said(facts['subject'])} was revoked on ${f.day(said(facts['on']))}. Nothing was signed, the dossier is as it was; ask who issued it.`,
  'document-not-signable': () =>
    'This document cannot be signed again without breaking an earlier signature.',
  'document-unreadable': () =>
    'This file is no PDF that can be read, or it has a password, or a part is missing.',
  'no-signing-key': () =>
    'There is no signing key for this: no certificate is set for the approver, or for the office. Tell the administrator.',
  'no-result-document': () => 'This dossier has no electronic result document.',
  'reviewed-another-document': () =>
    'The document has changed since you looked at it. Nothing was signed: look at the new one and approve again.',
}

/** What the desk says of signatures. */
export const signing: Record<keyof typeof vi, string> = {
  sealHint:
    'The document has been signed. Number, day and the seal of the agency go into the electronic document; the signature of the approver stays valid.',
  seeSigned: 'Electronic result document (PDF)',
}
