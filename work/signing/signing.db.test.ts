import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { pkcs12Signer } from '#papers/signing/pkcs12.ts'
import type { Signer } from '#papers/signing/signer.ts'
import { type TrialKeys, trialKeys } from '#papers/signing/trial-keys.ts'
import { NO_WITNESSES } from '#papers/signing/witnesses.ts'
import { remoteSigner } from '#partners/signing/signing-service.ts'
import { type Behaviour, simulatedSigningService } from '#partners/signing/simulated-signing-service.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { historyOf } from '#store/dossier-events.ts'
import { aHall, allowed, type Hall, received } from '../a-hall.ts'
import { type Changed, changeDossier, type ChangeGiven } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { checkCentre } from '../checks/check-centre.ts'
import type { Desk } from '../desk.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { checkDocument } from './check-document.ts'
import { seeResult } from './see-result.ts'
import type { SigningOffice } from './signing-office.ts'

let opened: TestCentre
let hall: Hall
let keys: TrialKeys
let person: Signer
let office: SigningOffice
const UNIT = 'TCKH'

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  keys = trialKeys()
  person = allowed(await pkcs12Signer(keys.key('nguoi-ky', { subject: 'Đặng Ngọc Ánh' }), 'mo'))
  const seal = allowed(await pkcs12Signer(keys.key('con-dau', { subject: 'UBND thị xã Đông Triều' }), 'mo'))
  office = {
    signerOf: () => person,
    seal,
    copies: null,
    trust: { anchors: [keys.anchor], lists: [], answers: [] },
    witnesses: NO_WITNESSES,
  }
})
afterAll(async () => {
  keys.remove()
  await opened.close()
})

const approver = (signing: SigningOffice | undefined = office): Desk => ({
  ...hall.deskOf('approver', UNIT),
  signing,
})
const keeper = (signing: SigningOffice | undefined = office): Desk => ({
  ...hall.deskOf('seal-keeper', 'HCC-VT'),
  signing,
})

type Lying = Pick<Changed, 'code' | 'version' | 'step'>
const on = ({ version, step }: Lying) => ({ id: newId(), version, step })

/** A dossier that lies before the approver. */
async function toApprove(): Promise<Lying> {
  const at = await received(hall)
  const desk = hall.deskOf('handler', UNIT)
  return allowed(await changeDossier(desk, at.code, { ...on(at), type: 'CompleteStep', note: null }))
}

const approve = (at: Lying, reviewed: string | null, desk = approver()): Promise<Outcome<Changed>> =>
  changeDossier(desk, at.code, { ...on(at), type: 'ApproveResult', note: null, reviewed })
const seal = (at: Lying, desk = keeper()) => {
  const given: ChangeGiven = { ...on(at), type: 'SealResult' }
  return changeDossier(desk, at.code, given)
}

async function draftOf(at: Lying): Promise<string> {
  const { toSign } = allowed(await seeDossier(approver(), at.code))
  if (toSign === null) throw new Error('nothing to sign')
  return toSign
}

async function documents(): Promise<number> {
  const { db } = opened.centre
  return (await db.selectFrom('result_document').select('sha256').execute()).length
}

function pdfsig(bytes: Uint8Array): string {
  const path = join(keys.folder, 'result.pdf')
  writeFileSync(path, bytes)
  return execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

test('what was reviewed is signed, then numbered and sealed; the events name the bytes and poppler finds both valid', async () => {
  const at = await toApprove()
  const reviewed = await draftOf(at)
  expect(allowed(await seeResult(approver(), at.code))).toMatchObject({ stage: 'draft', sha256: reviewed })
  const approved = allowed(await approve(at, reviewed))
  const sealed = allowed(await seal(approved))
  const { stage, bytes, sha256 } = allowed(await seeResult(keeper(), at.code))
  expect(stage).toBe('sealed')
  expect(pdfsig(bytes).match(/Signature is Valid/g)).toHaveLength(2)
  const history = (await historyOf(opened.centre, at.code)).map(({ event }) => event)
  expect(history).toMatchObject([
    {},
    {},
    { type: 'ResultApproved', document: { reviewed } },
    { type: 'ResultNumbered', number: { written: '01/GXN-UBND' } },
    { type: 'ResultSealed', document: { sha256 } },
  ])
  expect(sealed.stage).toBe('in-process')
  expect(await checkCentre(opened.centre)).toEqual([])
  const desk = { ...approver(), actor: { kind: 'public' } } as const
  const told = allowed(await checkDocument(desk, bytes))
  expect(told).toMatchObject({ issued: { code: at.code, stage: 'sealed' }, isWhole: true })
  expect(told.signatures.map(({ signer, faults }) => [signer, faults])).toEqual([
    ['Đặng Ngọc Ánh', []],
    ['UBND thị xã Đông Triều', []],
  ])
  const longer = Buffer.concat([bytes, Buffer.from('\n% thêm\n')])
  expect(allowed(await checkDocument(desk, longer))).toMatchObject({
    issued: { code: at.code },
    isWhole: false,
  })
  const changed = new Uint8Array(bytes)
  changed[2000] = (changed[2000] ?? 0) ^ 1
  expect(allowed(await checkDocument(desk, changed)).issued).toBeNull()
})

test('a document that changed since it was looked at is not signed, and nothing is written', async () => {
  const at = await toApprove()
  const before = await documents()
  expect(await approve(at, 'ab'.repeat(32))).toMatchObject({ refused: 'reviewed-another-document' })
  expect(await documents()).toBe(before)
  allowed(await approve(at, await draftOf(at)))
})

test.each([
  ['declines', 'signing-declined'],
  ['silent', 'signing-unanswered'],
  ['lies', 'signature-false'],
] as const)(
  'a signing service that %s leaves everything as it was',
  async (behaviour: Behaviour, refused) => {
    const at = await toApprove()
    const reviewed = await draftOf(at)
    const before = await documents()
    const remote = remoteSigner(simulatedSigningService(person, behaviour), 'anh.dn', person)
    expect(await approve(at, reviewed, approver({ ...office, signerOf: () => remote }))).toMatchObject({
      refused,
    })
    expect(await documents()).toBe(before)
    const signs = remoteSigner(simulatedSigningService(person, 'signs'), 'anh.dn', person)
    allowed(await approve(at, reviewed, approver({ ...office, signerOf: () => signs })))
    expect(await documents()).toBe(before + 1)
  },
)

test('a signature that would not pass the public check is not kept', async () => {
  const at = await toApprove()
  const lists = [keys.revocationList('nguoi-ky')]
  const revoking = approver({ ...office, trust: { ...office.trust, lists } })
  expect(await approve(at, await draftOf(at), revoking)).toMatchObject({
    refused: 'signature-invalid',
    facts: { faults: ['revoked'] },
  })
})

test('of two who sign the same one wins, and only its document is there', async () => {
  const at = await toApprove()
  const reviewed = await draftOf(at)
  const before = await documents()
  const both = await Promise.all([approve(at, reviewed), approve(at, reviewed)])
  expect(both.filter((one) => isRefusal(one))).toMatchObject([{ refused: 'changed-meanwhile' }])
  expect(await documents()).toBe(before + 1)
})

test('a page signed by hand is kept as it was looked at and can be printed again; the public check does not know it', async () => {
  const at = await toApprove()
  const { toSign, toApprove: page } = allowed(await seeDossier(approver(), at.code))
  expect([page?.draft, page?.onPaper === toSign]).toEqual([null, false])
  const looked = allowed(await seeResult(approver(), at.code, { isPaper: true }))
  expect([looked.stage, looked.sha256]).toEqual(['draft', page?.onPaper])
  const approved = allowed(await approve(at, looked.sha256))
  const { event } = (await historyOf(opened.centre, at.code)).at(-1) ?? expect.fail('no events')
  expect(event).toMatchObject({ draft: { version: null, sha256: looked.sha256 } })
  expect(event).not.toHaveProperty('document')
  const again = allowed(await seeResult(keeper(), at.code))
  expect([again.stage, Buffer.compare(again.bytes, looked.bytes)]).toEqual(['on-paper', 0])
  allowed(await seal(approved, keeper(undefined)))
  const desk = { ...approver(), actor: { kind: 'public' } } as const
  expect(allowed(await checkDocument(desk, again.bytes)).issued).toBeNull()
  expect(await checkCentre(opened.centre)).toEqual([])
})

test('on paper from elsewhere: approved and sealed without a document; sent back, a signature is forgotten', async () => {
  const paper = await toApprove()
  const approved = allowed(await approve(paper, null, approver(undefined)))
  allowed(await seal(approved, keeper(undefined)))
  expect(await seeResult(keeper(), paper.code)).toMatchObject({ refused: 'no-result-document' })

  const at = await toApprove()
  const signed = allowed(await approve(at, await draftOf(at)))
  expect(await seal(signed, keeper({ ...office, seal: null }))).toMatchObject({ refused: 'no-signing-key' })
  const back = { ...on(signed), type: 'SendBack', to: 'approve', comment: 'Ký lại' } as const
  const { backTo } = allowed(await seeDossier(keeper(), at.code))
  const to = backTo.at(-1)?.key ?? ''
  allowed(await changeDossier(keeper(), at.code, { ...back, to }))
  expect(allowed(await seeDossier(keeper(), at.code)).document).toBeUndefined()
})
