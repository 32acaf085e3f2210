import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { aResult } from '../a-result.ts'
import { APPROVAL, printResult, SEAL } from '../result.ts'
import { checkPdf, type Trust } from './check-pdf.ts'
import { signatureLook } from './looks.ts'
import { pkcs12Signer } from './pkcs12.ts'
import { sayingsIn } from './revoked.ts'
import { signPdf } from './sign-pdf.ts'
import type { Signer } from './signer.ts'
import { FOR_SIGNING, trialKeys } from './trial-keys.ts'
import {
  silentResponder,
  type OpensslResponder,
  trialResponder,
  type TrialServices,
  trialServices,
} from './trial-services.ts'
import { timestampAuthorityAt, type Witnesses } from './witnesses.ts'

/** What issuers say, by a responder and a time stamp that openssl answers on this machine. */
const keys = trialKeys()
const ANSWERS = 'keyUsage = critical,digitalSignature\nextendedKeyUsage = OCSPSigning'
let responder: OpensslResponder
let services: TrialServices
let witnesses: Witnesses
let trust: Trust

beforeAll(async () => {
  keys.key('tra-loi', { extensions: ANSWERS })
  responder = await trialResponder(keys, 'tra-loi')
  services = await trialServices(keys)
  witnesses = {
    timestampAuthority: timestampAuthorityAt(`${services.url}/ts`),
    asksIssuers: true,
    patienceMs: 5000,
  }
  trust = { anchors: [keys.anchor], lists: [], answers: [] }
}, 30_000)
afterAll(async () => {
  services.close()
  await responder.close()
  keys.remove()
})

function found<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

/** A person whose certificate says where to ask about it. */
async function person(name: string, url: string): Promise<Signer> {
  const extensions = `${FOR_SIGNING}\nauthorityInfoAccess = OCSP;URI:${url}`
  const file = keys.key(name, { extensions })
  await responder.reread()
  return found(await pkcs12Signer(file, 'mo'))
}

async function sign(signer: Signer, over: Partial<Witnesses> & { onto?: Uint8Array; field?: string } = {}) {
  const { onto, field = APPROVAL, ...more } = over
  const { bytes, spots } = await printResult(aResult())
  const place = spots.get(field) ?? expect.fail(field)
  const at = services.now()
  return signPdf(onto ?? bytes, {
    signer,
    at,
    field,
    place,
    look: signatureLook('Đặng Ngọc Ánh', at, place),
    fillings: [],
    document: { title: 'Kết quả', reviewed: '' },
    witnesses: { ...witnesses, ...more },
    anchors: [keys.anchor],
  })
}

const check = async (bytes: Uint8Array, now = services.now()) => found(await checkPdf(bytes, { trust, now }))

test('what the responder said is in the document, is true by openssl, and the document by poppler and by us, when all is gone', async () => {
  const signed = found(await sign(await person('con-hieu-luc', responder.url)))
  const [answer, ...more] = sayingsIn(await PDF.load(signed)).answers
  expect(more).toEqual([])
  writeFileSync(join(keys.folder, 'answer.der'), answer ?? new Uint8Array())
  const asked = [
    '-respin',
    'answer.der',
    '-CAfile',
    'ca.pem',
    '-issuer',
    'ca.pem',
    '-cert',
    'con-hieu-luc.pem',
  ]
  expect(keys.openssl('ocsp', ...asked).toString()).toMatch(/con-hieu-luc\.pem: good/)
  writeFileSync(join(keys.folder, 'signed.pdf'), signed)
  const path = join(keys.folder, 'signed.pdf')
  expect(execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })).toContain('Signature is Valid')
  const later = { isTimeProven: true, validationData: 'whole', later: 'validation-data', faults: [] }
  expect(await check(signed, '2051-01-01T00:00:00.000Z')).toMatchObject([later])
}, 30_000)

test('a seal on a signed document asks again for both, and both stay whole', async () => {
  const signed = found(await sign(await person('nguoi-ky', responder.url)))
  const sealed = found(await sign(await person('con-dau', responder.url), { onto: signed, field: SEAL }))
  expect(await check(sealed)).toMatchObject([
    { field: APPROVAL, validationData: 'whole', faults: [] },
    { field: SEAL, validationData: 'whole', faults: [] },
  ])
}, 30_000)

test('who was revoked signs nothing, and no key is asked; what was signed before is judged by its time stamp', async () => {
  const signer = await person('nghi-viec', responder.url)
  const before = found(await sign(signer))
  const unasked = found(await sign(signer, { asksIssuers: false, timestampAuthority: null }))
  // Issuers count in seconds.
  await wait(1100)
  keys.openssl('ca', '-config', 'ca.cnf', '-revoke', 'nghi-viec.pem')
  await responder.reread()
  let asked = 0
  const counted: Signer = {
    ...signer,
    sign: (data, document) => {
      asked += 1
      return signer.sign(data, document)
    },
  }
  expect(await sign(counted)).toMatchObject({
    refused: 'certificate-revoked',
    facts: { subject: 'nghi-viec', on: expect.stringMatching(/^\d{4}-/) },
  })
  expect(asked).toBe(0)
  expect(await check(before)).toMatchObject([{ faults: [] }])
  // Sealed by another, the document learns that the certificate is revoked since; the stamp proves that it was signed before.
  const sealed = found(await sign(await person('dau-sau', responder.url), { onto: before, field: SEAL }))
  expect(await check(sealed)).toMatchObject([{ faults: [] }, { faults: [] }])
  const unproven = found(await sign(await person('dau-khac', responder.url), { onto: unasked, field: SEAL }))
  expect(await check(unproven)).toMatchObject([{ faults: ['revoked'] }, { faults: [] }])
}, 30_000)

test.each([
  ['takes the question and says nothing', false],
  ['begins an answer and never ends it', true],
])('a responder that %s holds nobody up: nothing is signed, in time, and it is said', async (_, saysHead) => {
  const silent = await silentResponder({ saysHead })
  const began = performance.now()
  const refused = await sign(await person(`im-lang-${saysHead}`, silent.url), { patienceMs: 400 })
  expect(refused).toMatchObject({ refused: 'issuer-silent', facts: { subject: `im-lang-${saysHead}` } })
  expect(performance.now() - began).toBeLessThan(4000)
  await silent.close()
})

test('a responder that is gone, a list that is there: the list is enough', async () => {
  const extensions = `${FOR_SIGNING}\nauthorityInfoAccess = OCSP;URI:http://127.0.0.1:9\ncrlDistributionPoints = URI:${services.url}/crl`
  const signer = found(await pkcs12Signer(keys.key('hai-noi', { extensions }), 'mo'))
  const signed = found(await sign(signer))
  expect(sayingsIn(await PDF.load(signed))).toMatchObject({ answers: [], lists: [expect.anything()] })
  expect(await check(signed)).toMatchObject([{ validationData: 'whole', faults: [] }])
}, 30_000)

test('an answer signed by somebody who may not answer is none: a signer cannot vouch for himself', async () => {
  keys.key('tu-noi-thay')
  const own = await trialResponder(keys, 'tu-noi-thay')
  const signer = await person('tu-noi', own.url)
  await own.reread()
  expect(await sign(signer, { patienceMs: 3000 })).toMatchObject({ refused: 'issuer-silent' })
  await own.close()
}, 30_000)
