import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { aResult } from '#papers/a-result.ts'
import { blankSheet, feederPdf, scanned } from '#papers/digitising/a-scan.ts'
import { bombPdf, photo, textPdf } from '#papers/digitising/bad-files.ts'
import { printResultOnPaper } from '#papers/result.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { historyOf } from '#store/dossier-events.ts'
import { allowed, aHall, commandAt, type Hall, received, SIGNED_FOR } from '../a-hall.ts'
import { changeDossier, type ChangeGiven } from '../change-dossier.ts'
import { newId, seal } from '../chance.ts'
import { checkScans } from '../checks/check-scans.ts'
import type { Desk } from '../desk.ts'
import { certifyCopy } from '../digitising/certify-copy.ts'
import { saveDraft } from '../drafting/save-draft.ts'
import { followDossier } from '../reading/follow-dossier.ts'
import { seeAccess } from '../reading/see-access.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { seeHandOver } from '../returning/see-hand-over.ts'
import { seeScan, seeScans } from '../scanning/see-scans.ts'
import { strikeScan } from '../scanning/strike-scan.ts'
import { seeResult } from '../signing/see-result.ts'
import { copyOfFollowed } from './copy-handed-over.ts'
import { seeBoxFile, seeBoxScan, seeScanBox } from './see-scan-box.ts'
import { assignScan, putScanAside, recogniseAgain } from './settle-scan.ts'
import { takeInStack } from './take-in-stack.ts'

// Pages are drawn, read and packed: seconds, where other things run beside.
vi.setConfig({ testTimeout: 90_000 })

let opened: TestCentre
let hall: Hall

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const UNIT = 'TCKH'
const at = (desk: Desk, minutes: number): Desk => ({ ...desk, now: desk.now.add({ minutes }) })
const keeper = () => at(hall.deskOf('seal-keeper', 'HCC-VT'), 30)
const clerk = () => at(hall.deskOf('clerk', 'HCC-TN'), 40)
const approver = () => at(hall.deskOf('approver', UNIT), 10)
const WHY = { reason: 'Mã QR bị dấu che, đã đối chiếu' }

interface Lying {
  readonly code: string
  readonly version: number
  readonly step: string
  readonly lookupKey?: string
}

const on = ({ version, step }: Lying) => ({ id: newId(), version, step })
const change = async (desk: Desk, lying: Lying, given: object) => {
  const changed = await changeDossier(desk, lying.code, { ...on(lying), ...given } as ChangeGiven)
  return { ...lying, ...allowed(changed) }
}

/** A dossier that lies before the approver, and the print that is signed by hand. */
async function printed(over: Parameters<typeof received>[1] = {}) {
  const { lookupKey, ...receipt } = await received(hall, over)
  const lying = await change(hall.deskOf('handler', UNIT), receipt, { type: 'CompleteStep', note: null })
  const { bytes, sha256 } = allowed(await seeResult(approver(), lying.code, { isPaper: true }))
  return { lying: { ...lying, lookupKey }, bytes, sha256 }
}

/** The same, approved by what was printed. */
async function signed(over: Parameters<typeof received>[1] = {}) {
  const { lying, bytes, sha256 } = await printed(over)
  const approved = await change(approver(), lying, { type: 'ApproveResult', note: null, reviewed: sha256 })
  return { lying: approved, bytes }
}

/** The same, numbered, stamped and written down as sealed. */
async function stamped(over: Parameters<typeof received>[1] = {}) {
  const { lying, bytes } = await signed(over)
  return { lying: await change(at(keeper(), -10), lying, { type: 'SealResult' }), bytes }
}

const pages = (pdf: Uint8Array) => scanned(pdf)
const sent = (name: string, bytes: Uint8Array) => ({ name, bytes })
const took = async (files: readonly { name: string; bytes: Uint8Array }[], desk = keeper()) =>
  allowed(await takeInStack(desk, files))
const box = async (desk = keeper()) => allowed(await seeScanBox(desk))
const waitingOf = async (code: string | null) =>
  (await box()).waiting.filter(({ of }) => (of?.code ?? null) === code)
const standing = async (code: string) => {
  const { scans } = allowed(await seeScans(clerk(), code))
  return scans.filter(({ sealed, struck }) => sealed !== null && struck === null)
}

describe('a stack of stamped results', () => {
  test('goes to its dossiers by itself, sheet by sheet; the file is kept as it came; sent again it changes nothing', async () => {
    const [one, other] = [await stamped(), await stamped()]
    const [first = Buffer.alloc(0)] = await pages(one.bytes)
    const [second = Buffer.alloc(0)] = await scanned(other.bytes, { turned: 180 })
    const stack = [sent('xấp sáng.pdf', await feederPdf([first, await blankSheet(), second]))]
    const codes = [one.lying.code, other.lying.code]
    const events = await historyOf(opened.centre, one.lying.code)
    expect(await took(stack)).toEqual({ pages: 3, attached: codes, left: 0, known: 0 })
    for (const code of codes) {
      const [scan, ...more] = await standing(code)
      expect(more).toEqual([])
      expect(scan).toMatchObject({
        component: '@result',
        sealed: { isCurrent: true, reason: null },
        copy: { pages: 1, certified: null },
      })
      const { bytes } = allowed(await seeScan(clerk(), code, scan?.id ?? ''))
      expect(Buffer.from(bytes).toString('latin1')).toMatch(/pdfaid:part>2</)
      const original = allowed(await seeBoxFile(keeper(), scan?.id ?? '', 1))
      expect([original.name, Buffer.compare(original.bytes, stack[0]?.bytes ?? Buffer.alloc(0))]).toEqual([
        'xấp sáng.pdf',
        0,
      ])
    }
    expect(await took(stack, clerk())).toEqual({ pages: 3, attached: [], left: 0, known: 2 })
    expect(await standing(one.lying.code)).toHaveLength(1)
    // A scan is no event: nobody's work grows stale.
    expect(await historyOf(opened.centre, one.lying.code)).toHaveLength(events.length)
    expect(
      (await box()).lately
        .slice(0, 2)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(codes.toSorted())
    expect(await checkScans(opened.centre)).toEqual([])
  })

  test('sent by two people at one instant is attached once, and leaves nothing waiting', async () => {
    const { lying, bytes } = await stamped()
    const [page = Buffer.alloc(0)] = await pages(bytes)
    const both = await Promise.all([keeper(), clerk()].map((desk) => took([sent('a.jpg', page)], desk)))
    expect(both.reduce((sum, { attached }) => sum + attached.length, 0)).toBe(1)
    expect(both.reduce((sum, { known }) => sum + known, 0)).toBe(1)
    expect(await standing(lying.code)).toHaveLength(1)
    expect(await waitingOf(lying.code)).toEqual([])
  })

  test('whose pages are not all there waits, until the rest is sent with it', async () => {
    const receipt = await received(hall, { procedure: '1.001612', case: 'individual' })
    let lying: Lying = receipt
    for (;;) {
      const seen = allowed(await seeDossier(hall.deskOf('clerk', 'HCC-TN'), lying.code))
      if (seen.step.kind === 'approve') break
      const { unit, post } = seen.holder ?? { unit: UNIT, post: 'handler' as const }
      if (seen.step.kind === 'work' && seen.draft === undefined)
        await saveDraft(hall.deskOf('handler', UNIT), lying.code, {
          id: newId(),
          on: 0,
          why: 'Soạn lần đầu',
          values: LONG_RESULT,
        })
      lying = seen.owedDong
        ? await change(hall.deskOf('cashier', 'HCC-TN'), lying, {
            type: 'TakePayment',
            way: 'cash',
            dong: seen.owedDong,
          })
        : await change(hall.deskOf(post, unit), lying, { type: 'CompleteStep', note: null })
    }
    const { toApprove } = allowed(await seeDossier(approver(), lying.code))
    const approving = { type: 'ApproveResult', note: null, draft: 1, reviewed: toApprove?.onPaper }
    const { bytes } = allowed(await seeResult(approver(), lying.code, { isPaper: true }))
    await change(at(keeper(), -10), await change(approver(), lying, approving), { type: 'SealResult' })
    const [first = Buffer.alloc(0), ...rest] = await pages(bytes)
    expect(rest.length).toBeGreaterThan(0)
    expect(await took([sent('trang 1.jpg', first)])).toMatchObject({ attached: [], left: 1 })
    expect(await waitingOf(lying.code)).toMatchObject([
      { why: 'pages-missing', missing: rest.map((_, place) => place + 2) },
    ])
    const all = [first, ...rest].map((page, place) => sent(`trang ${place + 1}.jpg`, page))
    expect(await took(all)).toMatchObject({ attached: [lying.code], left: 0 })
    // The half of it still waits, and is now told as what is there already.
    expect(await waitingOf(lying.code)).toMatchObject([{ why: 'attached-already' }])
  })
})

describe('what is not recognised waits', () => {
  test('not approved, then not sealed; once it is sealed it is attached by looking again', async () => {
    const { lying, bytes, sha256 } = await printed()
    const [page = Buffer.alloc(0)] = await pages(bytes)
    expect(await took([sent('sớm.jpg', page)])).toMatchObject({ attached: [], left: 1 })
    expect(await waitingOf(lying.code)).toMatchObject([{ why: 'not-approved', known: lying.code, pages: 1 }])
    expect(await took([sent('sớm.jpg', page)])).toMatchObject({ left: 0, known: 1 })
    const approved = await change(approver(), lying, { type: 'ApproveResult', note: null, reviewed: sha256 })
    expect(await waitingOf(lying.code)).toMatchObject([{ why: 'not-sealed' }])
    expect(allowed(await recogniseAgain(keeper())).attached).toEqual([])
    await change(at(keeper(), -10), approved, { type: 'SealResult' })
    expect(await waitingOf(lying.code)).toMatchObject([{ why: null }])
    expect(allowed(await recogniseAgain(keeper())).attached).toEqual([lying.code])
    expect(await waitingOf(lying.code)).toEqual([])
    expect(await standing(lying.code)).toMatchObject([{ sealed: { reason: null } }])
  })

  test('a mark that names a dossier of another centre, or ours with another print, is believed by nobody', async () => {
    const { lying } = await stamped()
    const foreign = printResultOnPaper(aResult({ code: '000.99.99.H11-190305-0042' }))
    const forged = printResultOnPaper(aResult({ code: lying.code }))
    const stack = [...(await pages(foreign.bytes)), ...(await pages(forged.bytes))]
    expect(await took(stack.map((page, place) => sent(`${place}.jpg`, page)))).toMatchObject({
      attached: [],
      left: 2,
    })
    expect(await waitingOf('000.99.99.H11-190305-0042')).toMatchObject([
      { why: 'unknown-dossier', known: null },
    ])
    expect(await waitingOf(lying.code)).toMatchObject([{ why: 'another-print', known: lying.code }])
    expect(await standing(lying.code)).toEqual([])
  })

  test('a second scan of a result waits as a double; where the first is struck, it can take its place', async () => {
    const { lying, bytes } = await stamped()
    const [good = Buffer.alloc(0)] = await pages(bytes)
    const [other = Buffer.alloc(0)] = await scanned(bytes, { dpi: 160 })
    await took([sent('một.jpg', good)])
    expect(await took([sent('hai.jpg', other)])).toMatchObject({ attached: [], left: 1 })
    const [double] = await waitingOf(lying.code)
    expect(double?.why).toBe('attached-already')
    const given = { code: lying.code, ...WHY }
    expect(await assignScan(keeper(), double?.id ?? '', given)).toMatchObject({
      refused: 'result-scanned-already',
    })
    const [first] = await standing(lying.code)
    allowed(await strikeScan(clerk(), lying.code, { scan: first?.id ?? '', reason: 'Quét mờ' }))
    expect(allowed(await assignScan(keeper(), double?.id ?? '', given))).toEqual({ code: lying.code })
    expect(await standing(lying.code)).toMatchObject([
      { id: double?.id, sealed: { isCurrent: true, reason: WHY.reason } },
    ])
  })

  test('a result that was sent back and approved anew is another paper; the scan of the first is of an earlier approval', async () => {
    const { lying, bytes } = await stamped()
    const [page = Buffer.alloc(0)] = await pages(bytes)
    await took([sent('lần đầu.jpg', page)])
    const { backTo } = allowed(await seeDossier(clerk(), lying.code))
    const to = backTo.find(({ key }) => key === 'approve')?.key ?? backTo.at(-1)?.key ?? ''
    const back = await change(at(clerk(), 1), lying, { type: 'SendBack', to, comment: 'Sai tên' })
    expect(await standing(lying.code)).toMatchObject([{ sealed: { isCurrent: false } }])
    const [again = Buffer.alloc(0)] = await scanned(bytes, { dpi: 160 })
    expect(await took([sent('lại.jpg', again)], at(keeper(), 30))).toMatchObject({ left: 1 })
    expect(await waitingOf(lying.code)).toMatchObject([{ why: 'not-approved' }])
    expect(back.stage).toBe('in-process')
  })
})

describe('a person', () => {
  let lines = 10
  async function unmarked(): Promise<string> {
    const before = new Set((await waitingOf(null)).map(({ id }) => id))
    const page = await photo({ lines: (lines += 1), width: 900, height: 1273 })
    expect(await took([sent('không mã.jpg', page)])).toMatchObject({ attached: [], left: 1 })
    const [added] = (await waitingOf(null)).filter(({ id }) => !before.has(id))
    expect(added?.why).toBe('no-mark')
    return added?.id ?? ''
  }

  test('attaches a scan to a stamped result and to nothing else, and says why', async () => {
    const id = await unmarked()
    const { lying: early } = await printed()
    const { lying } = await stamped()
    const to = (code: string) => assignScan(clerk(), id, { code, ...WHY })
    expect(await to(early.code)).toMatchObject({ refused: 'result-not-stamped' })
    expect(await to('000.00.12.H49-190305-9999')).toMatchObject({ refused: 'no-such-dossier' })
    expect(await to('không phải mã')).toMatchObject({ refused: 'no-such-dossier' })
    expect(await standing(lying.code)).toEqual([])
    expect(allowed(await to(lying.code.toLowerCase()))).toEqual({ code: lying.code })
    expect(await standing(lying.code)).toMatchObject([
      { id, sealed: { isCurrent: true, reason: WHY.reason } },
    ])
    expect(await to(lying.code)).toMatchObject({ refused: 'no-such-waiting-scan' })
    expect(await putScanAside(keeper(), id, WHY)).toMatchObject({ refused: 'no-such-waiting-scan' })
  })

  test('of two who settle one scan one wins', async () => {
    const id = await unmarked()
    const { lying } = await stamped()
    const both = await Promise.all([
      assignScan(clerk(), id, { code: lying.code, ...WHY }),
      putScanAside(keeper(), id, { reason: 'Không phải kết quả' }),
    ])
    expect(both.filter((one) => isRefusal(one))).toMatchObject([{ refused: 'no-such-waiting-scan' }])
    expect((await standing(lying.code)).length).toBe(isRefusal(both[0]) ? 0 : 1)
  })

  test('puts a scan aside with a reason; it is kept, and sent once more it waits once more', async () => {
    const page = await photo({ lines: 33, width: 900, height: 1273 })
    const stack = [sent('lạ.jpg', page)]
    await took(stack)
    const [waits] = (await waitingOf(null)).filter(({ files }) => files[0]?.sha256 === seal(page))
    allowed(await putScanAside(keeper(), waits?.id ?? '', { reason: 'Không phải kết quả' }))
    const left = async () => (await waitingOf(null)).filter(({ files }) => files[0]?.sha256 === seal(page))
    expect(await left()).toEqual([])
    const kept = allowed(await seeBoxScan(keeper(), waits?.id ?? '', 'pages'))
    expect(Buffer.from(kept.bytes).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await took(stack)).toMatchObject({ left: 1, known: 0 })
    expect(await left()).toHaveLength(1)
  })

  test('who neither seals nor receives gets nothing of the box; who looks at a scan is recorded', async () => {
    const { lying, bytes } = await printed()
    const [page = Buffer.alloc(0)] = await pages(bytes)
    const stack = [sent('x.jpg', page)]
    await took(stack)
    const [waits] = await waitingOf(lying.code)
    const id = waits?.id ?? ''
    for (const desk of [
      approver(),
      hall.deskOf('director', 'HCC'),
      { ...keeper(), actor: { kind: 'public' } as const },
    ]) {
      const refused = { refused: 'not-permitted' }
      expect(await takeInStack(desk, stack)).toMatchObject(refused)
      expect(await seeScanBox(desk)).toMatchObject(refused)
      expect(await seeBoxScan(desk, id, 'thumbnail')).toMatchObject(refused)
      expect(await seeBoxFile(desk, id, 1)).toMatchObject(refused)
      expect(await assignScan(desk, id, { code: lying.code, ...WHY })).toMatchObject(refused)
      expect(await putScanAside(desk, id, WHY)).toMatchObject(refused)
      expect(await recogniseAgain(desk)).toMatchObject(refused)
    }
    const before = allowed(await seeAccess(hall.deskOf('director', 'HCC'), lying.code)).length
    expect(allowed(await seeBoxScan(keeper(), id, 'thumbnail')).mediaType).toBe('image/jpeg')
    expect(allowed(await seeAccess(hall.deskOf('director', 'HCC'), lying.code)).length).toBe(before + 1)
    expect(await seeBoxScan(keeper(), newId(), 'pages')).toMatchObject({ refused: 'no-such-waiting-scan' })
    expect(await seeBoxFile(keeper(), id, 2)).toMatchObject({ refused: 'no-such-waiting-scan' })
  })
})

test.each([
  ['a letter', Buffer.from('Kính gửi'), 'scan-of-no-kind'],
  ['nothing', Buffer.alloc(0), 'scan-empty'],
  ['a script', textPdf(1, { catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }), 'scan-active'],
  ['600 MB', bombPdf(600 * 1024 * 1024), 'scan-bomb'],
  ['blank sheets alone', await feederPdf([await blankSheet()]), 'stack-blank'],
] as const)('a file of %s is refused, and nothing of it is kept', async (_, bytes, refused) => {
  const count = async () => {
    const { db } = opened.centre
    const [contents, waits] = await Promise.all([
      db.selectFrom('scan_content').select('media_type').execute(),
      db.selectFrom('unrecognised_scan').select('id').execute(),
    ])
    return [contents.length, waits.length]
  }
  const before = await count()
  expect(await takeInStack(keeper(), [sent('tệp.pdf', bytes)])).toMatchObject({ refused })
  expect(await count()).toEqual(before)
})

test('handed over, the scan is the electronic copy of who has code and key: certified or not, and not before', async () => {
  const { lying, bytes } = await stamped({ returnWish: { way: 'electronic', address: null } })
  const asked = { code: lying.code, key: lying.lookupKey ?? '' }
  const anybody: Desk = { ...keeper(), actor: { kind: 'public' } }
  const followed = async () => allowed(await followDossier(anybody, asked)).sealedCopy
  await took([sent('kết quả.jpg', (await pages(bytes))[0] ?? Buffer.alloc(0))])
  expect(await followed()).toBeNull()
  expect(await copyOfFollowed(anybody, lying.code)).toMatchObject({ refused: 'no-such-scan' })
  const ready = await change(clerk(), lying, commandAt({ kind: 'return' }, lying))
  const [scan] = await standing(lying.code)
  const { lines } = allowed(await seeHandOver(clerk(), lying.code))
  expect(lines[0]?.files).toMatchObject([{ sha256: scan?.sha256, isStamped: true }])
  const handed = {
    ...commandAt({ kind: 'return' }, { ...lying, isReady: true }),
    ...on(ready),
    proof: SIGNED_FOR,
  }
  allowed(await changeDossier(clerk(), lying.code, handed as ChangeGiven))
  expect(await followed()).toEqual({ pages: 1, isCertified: false })
  expect(allowed(await copyOfFollowed(anybody, lying.code)).mediaType).toBe('application/pdf')
  allowed(await certifyCopy(clerk(), lying.code, { scan: scan?.id ?? '', validUntil: null, note: 'Rõ' }))
  expect(await followed()).toEqual({ pages: 1, isCertified: true })
  allowed(await strikeScan(clerk(), lying.code, { scan: scan?.id ?? '', reason: 'Nhầm' }))
  expect(await followed()).toBeNull()
})

/** A result of more than one page. */
const LONG_RESULT = {
  issue: 'first',
  business: 'Hộ kinh doanh Hường Phát',
  place: 'Khu Vĩnh Thông, phường Mạo Khê',
  trades: Array.from({ length: 60 }, (_, n) => `Bán lẻ mặt hàng thứ ${n} | ${4700 + n}`).join('\n'),
  capital: '150.000.000',
  founder: 'individual',
  owner: 'Nguyễn Thị Hương',
  gender: 'nu',
  born: '1980-02-05',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  idNumber: '100123456',
  idIssued: '12/3/2010, Công an tỉnh Quảng Ninh',
  permanent: 'Khu 3, phường Mạo Khê',
  current: 'Khu 3, phường Mạo Khê',
}
