import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import {
  APPROVAL,
  DAY_FIELD,
  NUMBER_FIELD,
  printResult,
  printResultOnPaper,
  type ResultToPrint,
  SEAL,
} from '../result.ts'
import { checkPdf, type Trust } from './check-pdf.ts'
import { cornerOf, filledLook, sealLook, signatureLook } from './looks.ts'
import { pkcs12Signer } from './pkcs12.ts'
import { signPdf, type ToSign } from './sign-pdf.ts'
import type { Signer } from './signer.ts'
import { FOR_SIGNING, trialKeys } from './trial-keys.ts'
import { trialServices } from './trial-services.ts'
import { NO_WITNESSES, timestampAuthorityAt } from './witnesses.ts'

const keys = trialKeys()
afterAll(() => keys.remove())

const NOW = '2026-03-05T03:00:00.000Z'
const CORNER = cornerOf({ width: 595.28, height: 841.89 })
const SAYS = {
  code: '000.00.12.H49-190305-0042',
  title: 'Kết quả giải quyết thủ tục hành chính',
  subject: 'Xác nhận bảng kê lâm sản',
  office: { agency: 'Ủy ban nhân dân thị xã Đông Triều', unit: 'Hạt Kiểm lâm' },
  place: 'Đông Triều',
  lines: [{ label: 'Chủ hồ sơ', value: 'Phạm Thị Mơ' }],
  paragraphs: ['Hồ sơ đủ điều kiện; đồng ý xác nhận theo đề nghị.'],
  receivers: ['Như trên'],
}
const RESULT: ResultToPrint = {
  data: SAYS,
  template: 'result.typ',
  signer: { name: 'Đặng Ngọc Ánh', capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
  madeAt: NOW,
}

test('a refusal has its own letter, with the reason and its ground, and the places of a result', async () => {
  const data = {
    ...SAYS,
    owner: 'Phạm Thị Mơ',
    procedure: 'Xác nhận bảng kê lâm sản',
    receivedOn: 'ngày 05 tháng 3 năm 2019',
    lines: [
      { label: 'Lý do', value: 'Bảng kê không khớp với lâm sản thực tế' },
      { label: 'Căn cứ', value: 'Thông tư 27/2018/TT-BNNPTNT, Điều 5' },
    ],
    paragraphs: ['Hạt Kiểm lâm thông báo để bà Phạm Thị Mơ biết.'],
  }
  const letter: ResultToPrint = { ...RESULT, data, template: 'refusal-letter.typ' }
  const { bytes, spots } = await printResult(letter)
  expect([...spots.keys()].toSorted()).toEqual([SEAL, DAY_FIELD, APPROVAL, NUMBER_FIELD].toSorted())
  const text = poppler('pdftotext', bytes)
  for (const said of ['THÔNG BÁO', 'Kính gửi: Phạm Thị Mơ', 'không khớp với lâm sản', '27/2018/TT-BNNPTNT'])
    expect(text).toContain(said)
})

let approver: Signer
let office: Signer
let trust: Trust

beforeAll(async () => {
  approver = signerOf(await pkcs12Signer(keys.key('Đặng Ngọc Ánh', { isRsa: true }), 'mo'))
  office = signerOf(await pkcs12Signer(keys.key('UBND thị xã Đông Triều'), 'mo'))
  trust = { anchors: [keys.anchor], lists: [keys.revocationList()], answers: [] }
})

function signerOf(opened: Outcome<Signer>): Signer {
  if (isRefusal(opened)) throw new Error(opened.refused)
  return opened
}

async function toSign(over: Partial<ToSign> = {}): Promise<ToSign> {
  const { spots } = await printResult(RESULT)
  const place = spots.get(over.field ?? APPROVAL) ?? CORNER
  const look =
    over.field === SEAL
      ? sealLook(SAYS.office.agency, NOW, place)
      : signatureLook(RESULT.signer.name, NOW, place)
  const document = { title: SAYS.title, reviewed: '' }
  return {
    signer: approver,
    at: NOW,
    field: APPROVAL,
    place,
    look,
    fillings: [],
    document,
    witnesses: NO_WITNESSES,
    anchors: [keys.anchor],
    ...over,
  }
}

async function signed(bytes: Uint8Array, over: Partial<ToSign> = {}): Promise<Uint8Array> {
  const made = await signPdf(bytes, await toSign(over))
  if (isRefusal(made)) throw new Error(made.refused)
  return made
}

async function sealed(bytes: Uint8Array): Promise<Uint8Array> {
  const { spots } = await printResult(RESULT)
  const filling = (field: string, text: string, style: 'normal' | 'italic') => {
    const spot = spots.get(field)
    if (!spot) throw new Error(field)
    return { field, text, look: filledLook(text, NOW, spot, style) }
  }
  const day = 'Đông Triều, ngày 05 tháng 3 năm 2026'
  const fillings = [filling(NUMBER_FIELD, '05/GXN-HKL', 'normal'), filling(DAY_FIELD, day, 'italic')]
  return signed(bytes, { field: SEAL, signer: office, fillings })
}

/** Poppler's word on a document, in lines; the authority of the test is unknown to it. */
function pdfsig(bytes: Uint8Array): string {
  const path = join(keys.folder, 'checked.pdf')
  writeFileSync(path, bytes)
  return execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

function poppler(tool: 'pdffonts' | 'pdftotext', bytes: Uint8Array): string {
  const path = join(keys.folder, 'read.pdf')
  writeFileSync(path, bytes)
  return execFileSync(tool, tool === 'pdffonts' ? [path] : ['-layout', path, '-'], { encoding: 'utf8' })
}

test('the same dossier prints the same bytes, so that what was reviewed can be told from what is signed', async () => {
  expect(Buffer.from((await printResult(RESULT)).bytes).equals((await printResult(RESULT)).bytes)).toBe(true)
})

test('on paper it has dots to write on, and its code', () => {
  const text = poppler('pdftotext', printResultOnPaper(RESULT).bytes)
  expect(text).toContain(SAYS.code)
  expect(text).toContain('Số: ……')
})

test('a person signs, the clerk fills number and day and seals: both signatures stand, by poppler and by us', async () => {
  const { bytes } = await printResult(RESULT)
  const approved = await signed(bytes)
  const whole = await sealed(approved)
  expect(Buffer.from(whole).subarray(0, approved.length).equals(approved)).toBe(true)
  const said = pdfsig(whole)
  expect(said.match(/Signature is Valid/g)).toHaveLength(2)
  expect(said).toContain('Đặng Ngọc Ánh')
  expect(await checkPdf(whole, { trust, now: NOW })).toMatchObject([
    { signer: 'Đặng Ngọc Ánh', issuer: 'Trial CA', at: NOW, isTimeProven: false, later: 'form', faults: [] },
    { signer: 'UBND thị xã Đông Triều', later: 'nothing', faults: [] },
  ])
  const text = poppler('pdftotext', whole)
  expect(text).toContain('05/GXN-HKL')
  expect(text).toContain('ngày 05 tháng 3 năm 2026')
  const fonts = poppler('pdffonts', whole).split('\n').slice(2).filter(Boolean)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes (?:yes|no) /)
}, 20_000)

/** What our check says against the signatures of a document, signature by signature. */
async function faults(bytes: Uint8Array, over: Partial<Trust> = {}, now = NOW) {
  const checked = await checkPdf(bytes, { trust: { ...trust, ...over }, now })
  return isRefusal(checked) ? checked.refused : checked.map((one) => one.faults)
}

test('one byte changed anywhere is found, by poppler and by us', async () => {
  const whole = await sealed(await signed((await printResult(RESULT)).bytes))
  const changedAt = (place: number) => {
    const changed = whole.slice()
    changed[place] = (changed[place] ?? 0) ^ 1
    return changed
  }
  for (let part = 0; part < 16; part += 1) {
    const place = Math.floor((whole.length * (part + 0.5)) / 16)
    expect(await faults(changedAt(place)), `byte ${place}`).not.toEqual([[], []])
  }
  const inContent = changedAt(Buffer.from(whole).indexOf('stream') + 60)
  expect(pdfsig(inContent)).not.toContain('Signature is Valid')
  expect(await faults(inContent)).toEqual([['changed'], ['changed']])
})

test('what somebody else adds after the seal is a change, though every signature is of its own bytes', async () => {
  const { PDF } = await import('@libpdf/core')
  const whole = await sealed(await signed((await printResult(RESULT)).bytes))
  const pdf = await PDF.load(whole)
  pdf.getPage(0)?.drawText('Đồng ý tất cả'.normalize('NFD').replaceAll(/[^ -~]/g, ''), { x: 100, y: 300 })
  const more = await pdf.save({ incremental: true })
  expect(pdfsig(more).match(/Signature is Valid/g)).toHaveLength(2)
  expect(await faults(more)).toEqual([['changed-afterwards'], ['changed-afterwards']])
})

test('a number that is filled in twice is a change of what was sealed', async () => {
  const whole = await sealed(await signed((await printResult(RESULT)).bytes))
  const again = await signPdf(whole, {
    ...(await toSign({ field: 'dau_thu_hai', signer: office })),
    fillings: [{ field: NUMBER_FIELD, text: '99/GXN', look: filledLook('99/GXN', NOW, CORNER, 'normal') }],
  })
  if (isRefusal(again)) throw new Error(again.refused)
  expect(await faults(again)).toEqual([[], ['changed-afterwards'], []])
})

test.each([
  ['expired', { until: '260101000000Z' }, '2025-06-01T00:00:00.000Z', ['expired']],
  ['not yet valid', { from: '270101000000Z' }, '2027-06-01T00:00:00.000Z', ['not-yet-valid']],
])(
  'a certificate that is %s signs nothing, and what was signed with it is told',
  async (name, given, when, expected) => {
    const signer = signerOf(await pkcs12Signer(keys.key(name, given), 'mo'))
    const { bytes } = await printResult(RESULT)
    const refused = await signPdf(bytes, await toSign({ signer }))
    expect(refused).toMatchObject({
      refused: `certificate-${name.replaceAll(' ', '-')}`,
      facts: { subject: name },
    })
    // Signed by a clock that was set so that it would do.
    const trick = await signed(bytes, { signer, at: when })
    expect(await faults(trick)).toEqual([expected])
  },
)

test('a certificate for a web site signs nothing', async () => {
  const extensions = 'keyUsage = critical,keyEncipherment\nextendedKeyUsage = serverAuth'
  const signer = signerOf(await pkcs12Signer(keys.key('motcua.example.vn', { extensions }), 'mo'))
  const { bytes } = await printResult(RESULT)
  expect(await signPdf(bytes, await toSign({ signer }))).toMatchObject({
    refused: 'certificate-for-other-purpose',
  })
})

test('a time stamp proves the moment, and what issuers say is embedded: valid when the certificate is long expired', async () => {
  const services = await trialServices(keys)
  const extensions = `${FOR_SIGNING}\ncrlDistributionPoints = URI:${services.url}/crl`
  const signer = signerOf(
    await pkcs12Signer(keys.key('co-ngay', { extensions, until: '351231000000Z' }), 'mo'),
  )
  const witnesses = { timestampAuthority: timestampAuthorityAt(`${services.url}/ts`), asksIssuers: true }
  const at = services.now()
  const bytes = await signed((await printResult(RESULT)).bytes, { signer, at, witnesses })
  const gone = { ...witnesses, timestampAuthority: timestampAuthorityAt('http://127.0.0.1:9/ts') }
  expect(await signPdf(bytes, await toSign({ field: SEAL, witnesses: gone }))).toMatchObject({
    refused: 'no-time-stamp',
  })
  services.close()
  expect(pdfsig(bytes)).toContain('Signature is Valid')
  const alone = { anchors: [keys.anchor], lists: [], answers: [] }
  const later = await checkPdf(bytes, { trust: alone, now: '2040-01-01T00:00:00.000Z' })
  expect(later).toMatchObject([{ isTimeProven: true, later: 'validation-data', faults: [] }])
  // Revoked after it was signed, which is proven: valid.
  expect(await faults(bytes, { lists: [keys.revocationList('co-ngay', '391231000000Z')] })).toEqual([[]])
})

test('a revoked certificate, an authority nobody knows, a document of nobody', async () => {
  const name = 'Người đã nghỉ việc'
  const signer = signerOf(await pkcs12Signer(keys.key('nghi-viec', { subject: name }), 'mo'))
  const bytes = await signed((await printResult(RESULT)).bytes, { signer })
  expect(await faults(bytes)).toEqual([[]])
  expect(await faults(bytes, { lists: [keys.revocationList('nghi-viec')] })).toEqual([['revoked']])
  expect(await faults(bytes, { anchors: [] })).toEqual([['unknown-issuer']])
  expect(await faults((await printResult(RESULT)).bytes)).toEqual([])
  expect(await faults(Buffer.from('Kính gửi'))).toBe('document-unreadable')
  expect(await faults(bytes.subarray(0, bytes.length / 2))).not.toEqual([[]])
})

test('a key file is opened by its passphrase and by nothing else', async () => {
  const file = keys.key('khoa')
  expect(await pkcs12Signer(file, 'sai')).toMatchObject({ refused: 'key-not-opened' })
  expect(await pkcs12Signer(Buffer.from('no key'), 'mo')).toMatchObject({ refused: 'key-not-opened' })
})

test.each([
  ['lies', () => Promise.resolve(new Uint8Array(256)), 'signature-false'],
  ['declines', () => Promise.resolve(refuse('signing-declined')), 'signing-declined'],
])('a signer that %s signs nothing', async (_, sign, refused) => {
  const { bytes } = await printResult(RESULT)
  expect(await signPdf(bytes, await toSign({ signer: { ...approver, sign } }))).toMatchObject({ refused })
})
