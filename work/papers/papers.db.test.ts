import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { type CentreFile, readCentreDirectory } from '#store/centre-files.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { keptPaper, reprintsOf } from '#store/papers.ts'
import {
  aDossierToReceive,
  aHall,
  allowed,
  BRANCH_GIVEN,
  type Hall,
  received,
  takenToTheEnd,
} from '../a-hall.ts'
import { freshBookOf } from '../centre-book.ts'
import { type ChangeGiven, changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { confirmSheet } from '../transferring/close-sheet.ts'
import { handOverPapers } from '../transferring/hand-over-papers.ts'
import type { Desk } from '../desk.ts'
import { importCentre } from '../setup/import-centre.ts'
import { faultLine } from '#web/words/import-vi.ts'
import { checkCentreFiles, parseCentreFiles } from '../setup/read-centre-files.ts'
import { turnAway } from '../intake/turn-away.ts'
import type { DossierPaper } from './dossier-papers.ts'
import { giveDossierPaper } from './give-dossier-paper.ts'
import { giveGuidance } from './give-guidance.ts'
import { giveList } from './give-list.ts'
import { giveTurnedAway } from './give-turned-away.ts'
import { giveRegister, seeRegister } from './register.ts'

const SITE = 'https://hanhchinhcong.example/tra-cuu'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const clerk = () => hall.deskOf('clerk', 'HCC-TN')
const handler = () => hall.deskOf('handler', 'TCKH')

/** The words of a paper as another program reads them. */
function read(pdf: Outcome<Uint8Array>): string {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: allowed(pdf), encoding: 'utf8' })
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

const give = (code: string, form: DossierPaper['form'], sequence: number | null = null) =>
  giveDossierPaper(clerk(), code, { form, sequence, site: SITE })

type Given<Type extends ChangeGiven['type']> = Omit<
  Extract<ChangeGiven, { type: Type }>,
  'id' | 'version' | 'step'
>

async function done<Type extends ChangeGiven['type']>(
  desk: ReturnType<typeof clerk>,
  at: { code: string; version: number; step: string },
  given: { type: Type } & Given<Type>,
) {
  const command = { id: newId(), version: at.version, step: at.step, ...given } as ChangeGiven
  return allowed(await changeDossier(desk, at.code, command))
}

const ITEM = { component: null, wrong: 'Bảng kê chưa ký', todo: 'Ký từng trang', ground: 'TT 27/2018' }

test('two requests for more are two papers, numbered one after the other, each the same for ever', async () => {
  const { code, ...at } = await received(hall)
  const asked = await done(
    handler(),
    { ...at, code },
    { type: 'RequestSupplement', items: [ITEM], whyAgain: null },
  )
  const first = read(await give(code, 'phieu_bo_sung', 2))
  expect(first).toContain('Số: 01/HDHS')
  expect(first).toContain('Bảng kê chưa ký')
  expect(first).toContain('Ủy ban nhân dân thị xã Đông Triều'.slice(-10))
  const back = await done(clerk(), { ...asked, code }, { type: 'TakeSupplement', components: [] })
  await done(
    handler(),
    { ...back, code },
    { type: 'RequestSupplement', items: [ITEM], whyAgain: 'Ký chưa đủ' },
  )
  const second = read(await give(code, 'phieu_bo_sung', 4))
  expect(second).toContain('Số: 02/HDHS')
  expect(second).toContain('Lý do: Ký chưa đủ')
  expect(read(await give(code, 'phieu_bo_sung', 2))).toBe(first)
  const kept = await keptPaper(opened.centre, 'phieu_bo_sung', `${code}#2`)
  expect(await reprintsOf(opened.centre, kept?.id ?? '')).toBe(1)
  expect(await give(code, 'phieu_bo_sung', 3)).toMatchObject({ refused: 'no-such-paper' })
  expect(await give(code, 'bien_lai', 2)).toMatchObject({ refused: 'no-such-paper' })
})

test('the control sheet has a block a hand-over, the register says how it was given back: both from what happened', async () => {
  const receipt = await received(hall)
  const before = await give(receipt.code, 'phieu_kiem_soat')
  await takenToTheEnd(hall, receipt)
  const sheet = read(await give(receipt.code, 'phieu_kiem_soat'))
  expect(sheet).toContain('Giao: Bộ phận Tiếp')
  expect(sheet).toContain('Trước hạn')
  expect(sheet).not.toBe(read(before))
  expect(read(await give(receipt.code, 'phieu_qua_trinh'))).toContain('PHIẾU QUÁ TRÌNH XỬ LÝ')
  expect(
    read(await give(receipt.code, 'giay_bien_nhan_ket_qua', (await lastSequence(receipt.code)) ?? 0)),
  ).toContain('Người nhận kết quả: Nguyễn Thị Hương')
  const [field] = allowed(await seeRegister(clerk(), 2019))
  if (!field) throw new Error('the register has no field')
  const asked = { year: 2019, fields: [field.field], book: 1 }
  const register = await giveRegister(clerk(), asked)
  expect(read(register)).toContain('Tại quầy')
  expect(Buffer.compare(allowed(register), allowed(await giveRegister(clerk(), asked)))).toBe(0)
  expect(await giveRegister(clerk(), { ...asked, book: 2 })).toMatchObject({ refused: 'no-such-paper' })
  expect(await giveRegister(handler(), asked)).toMatchObject({ refused: 'not-permitted' })
  expect(read(await giveList(clerk(), 'phieu_ban_giao_ket_qua', '2019-03-05'))).toContain(receipt.code)
})

test('where papers were carried the control sheet says when and by whom they were given and received, and what was missing', async () => {
  const { code } = await received(hall)
  const at = (desk: Desk, hour: number, minute: number) => ({
    ...desk,
    now: Temporal.Instant.from('2019-03-05T00:00:00+07:00').add({ hours: hour, minutes: minute }),
  })
  const going = { id: newId(), from: 'HCC-TN', to: 'TCKH', dossiers: [code] }
  const sheet = allowed(await handOverPapers(at(clerk(), 14, 40), going))
  const open = read(await give(code, 'phieu_kiem_soat'))
  expect(open).toContain('Giao giấy tờ: 14 giờ 40')
  expect(open).toMatch(/Biên bản số .*1\/2019: bên .*nhận chưa xác/)
  const taken = { id: newId(), lines: [{ code, isTaken: true, missing: ['0'], note: 'Đã báo quầy' }] }
  allowed(await confirmSheet(at(handler(), 15, 5), sheet.id, taken))
  const confirmed = read(await give(code, 'phieu_kiem_soat'))
  const { actor: giver } = clerk()
  const { actor: receiver } = handler()
  const names = [giver, receiver].map((one) => (one.kind === 'staff' ? one.name : ''))
  for (const said of ['14 giờ 40', '15 giờ 05', ...names.flatMap((name) => name.split(' '))])
    expect(confirmed).toContain(said)
  expect(confirmed).toMatch(/Biên bản số .*1\/2019.*thiếu/)
  expect(confirmed).not.toContain('chưa xác')
})

async function lastSequence(code: string): Promise<number | undefined> {
  const rows = await opened.centre.db
    .selectFrom('dossier_event as e')
    .innerJoin('dossier as d', 'd.id', 'e.dossier_id')
    .select('e.sequence')
    .where('d.code', '=', code)
    .where('e.type', '=', 'ResultHandedBack')
    .execute()
  return rows.at(-1)?.sequence
}

test('what a provider took is receipted by the number of its own series, through whom, and by nobody', async () => {
  const { code, ...at } = await received(hall)
  const lines = [{ kind: 'charge', name: 'Phí thẩm định', dong: 8000 }] as const
  const now = await done(clerk(), { ...at, code }, { type: 'AssessFee', lines, exemption: null })
  const through = { provider: 'vnpay', order: 'MC01234567893', money: newId() }
  const online = { type: 'TakePayment', way: 'online', dong: 8000, reference: '14422574', through }
  await done(hall.deskOf('cashier', 'HCC-TN'), { ...now, code }, online as never)
  const receipt = read(await give(code, 'bien_lai', 3))
  expect(receipt).toContain('2019/TT-0000001')
  expect(receipt.replaceAll(/\s+/g, ' ')).toContain('Trực tuyến, VNPAY, mã giao dịch 14422574')
  expect(receipt).toContain('Thu tự động, không cần chữ ký')
})

test('money is receipted in words, and an apology is a numbered document of the handling unit', async () => {
  const { code, ...at } = await received(hall)
  let now = await done(
    clerk(),
    { ...at, code },
    {
      type: 'AssessFee',
      lines: [{ kind: 'charge', name: 'Phí thẩm định', dong: 1_250_000 }],
      exemption: null,
    },
  )
  now = await done(hall.deskOf('cashier', 'HCC-TN'), { ...now, code }, {
    type: 'TakePayment',
    way: 'cash',
    dong: 1_250_000,
  } as never)
  const receipt = read(await give(code, 'bien_lai', 3))
  expect(receipt).toContain('Một triệu hai trăm năm mươi nghìn đồng')
  expect(receipt).toContain('Liên: Lưu nội bộ')
  now = await done(handler(), { ...now, code }, { type: 'DraftApology', ...BRANCH_GIVEN.DraftApology })
  now = await done(hall.deskOf('head', 'TCKH'), { ...now, code }, { type: 'ConsentToApology' })
  await done(hall.deskOf('approver', 'TCKH'), { ...now, code }, { type: 'SignApology' })
  const apology = read(await give(code, 'phieu_xin_loi', 6))
  expect(apology).toContain('Số: 01/PXL-HCC')
  expect(apology).toContain('PHÒNG TÀI CHÍNH')
  expect(apology).toContain('Phải xác minh thêm')
})

test('a dossier with letters the font lacks is kept, its paper waits and is printed once they are put right', async () => {
  const { applicant } = aDossierToReceive()
  const { code, ...at } = await received(hall, { applicant: { ...applicant, name: 'Nguyễn 漢 Hương' } })
  expect(await give(code, 'phieu_kiem_soat')).toMatchObject({
    refused: 'letters-missing',
    facts: { letters: '漢' },
  })
  const named = { party: 'owner', name: 'Nguyễn Hán Hương', idNumber: '100123456' } as const
  const proposed = await done(
    clerk(),
    { ...at, code },
    { type: 'ProposeCorrection', what: 'identity', ...named, ground: 'Căn cước công dân' },
  )
  await done(hall.deskOf('director', 'HCC'), { ...proposed, code }, { type: 'ConfirmCorrection' })
  expect(isRefusal(await give(code, 'phieu_qua_trinh'))).toBe(false)
})

test('nothing was received at the counter: the person goes with a slip, and with what to bring', async () => {
  const { applicant, procedure, placeOfReceipt } = aDossierToReceive()
  const id = newId()
  const slip = {
    id,
    applicant,
    procedure,
    placeOfReceipt,
    kind: 'refusal',
    reason: 'Không thuộc thẩm quyền',
  }
  const given = { ...slip, ground: 'Luật Hợp tác xã 2012', instead: 'Nộp tại Sở' } as const
  allowed(await turnAway(clerk(), given as never))
  const text = read(await giveTurnedAway(clerk(), id, SITE))
  expect(text).toContain('Số: 01/TNHS-TC')
  expect(text).toContain('Nộp tại Sở')
  expect(read(await giveTurnedAway(clerk(), id, SITE))).toBe(text)
  expect(await giveTurnedAway(handler(), id, SITE)).toMatchObject({ refused: 'not-permitted' })
  expect(read(await giveGuidance(clerk(), procedure, SITE))).toContain('PHIẾU HƯỚNG DẪN NỘP HỒ SƠ')
  expect(await giveList(clerk(), 'bien_ban_giao_nhan', '2019-03-04')).toMatchObject({
    refused: 'nothing-to-hand-over',
  })
})

test('a centre reads numbers in its own words; a receipt that was printed keeps the words it has', async () => {
  const receipted = async () => {
    const { code, ...at } = await received(hall)
    const lines = [{ kind: 'charge', name: 'Phí thẩm định', dong: 1_024_005 }] as const
    const owed = await done(clerk(), { ...at, code }, { type: 'AssessFee', lines, exemption: null })
    const cashier = hall.deskOf('cashier', 'HCC-TN')
    await done(cashier, { ...owed, code }, { type: 'TakePayment', way: 'cash', dong: 1_024_005 } as never)
    return code
  }
  const [first, later] = [await receipted(), await receipted()]
  const before = allowed(await give(first, 'bien_lai', 3))
  expect(read(before)).toContain('Một triệu không trăm hai mươi tư nghìn không trăm lẻ năm đồng')
  const files = (await readCentreDirectory('centres/dong-trieu')) ?? []
  const words = '{ zero_ten: lẻ, thousand: nghìn, four: tư }'
  const { data } = parseCentreFiles(
    files.map((file) =>
      file.name === 'centre.yaml'
        ? { ...file, text: (file.text ?? '').replace(words, '{ zero_ten: linh, thousand: ngàn, four: bốn }') }
        : file,
    ),
  )
  if (!data) throw new Error('the files have a fault')
  const outcome = await importCentre(opened.ownerCentre, data, { at: clerk().now })
  expect(outcome).toMatchObject({
    isWritten: true,
    summary: { numberReading: { changed: [{ what: ['zeroTen', 'thousand', 'four'] }] } },
  })
  await freshBookOf(opened.centre)
  expect(read(await give(later, 'bien_lai', 3))).toContain(
    'Một triệu không trăm hai mươi bốn ngàn không trăm linh năm đồng',
  )
  expect(Buffer.compare(allowed(await give(first, 'bien_lai', 3)), before)).toBe(0)
})

test('whom people ring and the tax code of who collects stand on papers once the centre has said them', async () => {
  const { code, ...at } = await received(hall)
  const lines = [{ kind: 'charge', name: 'Phí thẩm định', dong: 5000 }] as const
  const owed = await done(clerk(), { ...at, code }, { type: 'AssessFee', lines, exemption: null })
  const cashier = hall.deskOf('cashier', 'HCC-TN')
  await done(cashier, { ...owed, code }, { type: 'TakePayment', way: 'cash', dong: 5000 } as never)
  const files = (await readCentreDirectory('centres/dong-trieu')) ?? []
  const withContacts = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line, place) => {
        if (place === 0) return `${line},phone,tax_code`
        return line.startsWith('HCC-TN,') ? `${line},0203 000 111,5700000001` : `${line},,`
      })
      .join('\n')
  const { data } = parseCentreFiles(
    files.map((file) =>
      file.name === 'desks.csv' ? { ...file, text: withContacts(file.text ?? '') } : file,
    ),
  )
  if (!data) throw new Error('the files have a fault')
  expect(await importCentre(opened.ownerCentre, data, { at: clerk().now })).toMatchObject({ isWritten: true })
  await freshBookOf(opened.centre)
  expect(read(await give(code, 'bien_lai', 3))).toContain('Mã số thuế: 5700000001')
  const { applicant, procedure, placeOfReceipt } = aDossierToReceive()
  const id = newId()
  const slip = { id, applicant, procedure, placeOfReceipt, kind: 'refusal', reason: 'Không thuộc thẩm quyền' }
  allowed(await turnAway(clerk(), { ...slip, ground: 'Luật Hợp tác xã 2012', instead: 'Sở' } as never))
  expect(read(await giveTurnedAway(clerk(), id, SITE))).toContain('số điện thoại 0203 000 111')
})

const OURS = `#import "/sheet.typ": *
#let data = json("/data.json")
#show: paper.with(data)
#fitted(data, copy => { head(data.office, data.placeAndDate); title("PHIẾU RIÊNG CỦA TRUNG TÂM"); data.owner })
`

async function withTemplate(text: string, from: string): Promise<CentreFile[]> {
  const files = (await readCentreDirectory('centres/dong-trieu')) ?? []
  const table = `form,file,from,until\nphieu_qua_trinh,rieng.typ,${from},\n`
  return [...files, { name: 'templates/templates.csv', text: table }, { name: 'templates/rieng.typ', text }]
}

test('a centre’s own template holds for dossiers received from its day on, and what was printed stays', async () => {
  const { code } = await received(hall)
  const before = read(await give(code, 'phieu_qua_trinh'))
  const { data } = parseCentreFiles(await withTemplate(OURS, '2019-03-01'))
  if (!data) throw new Error('the files have a fault')
  const asked = { at: clerk().now, effectiveFrom: '2019-03-02' }
  expect(await importCentre(opened.ownerCentre, data, asked)).toMatchObject({ isWritten: true, faults: [] })
  expect(read(await give(code, 'phieu_qua_trinh'))).toBe(before)
  const later = await received(hall)
  expect(read(await give(later.code, 'phieu_qua_trinh'))).toContain('PHIẾU RIÊNG CỦA TRUNG TÂM')
  expect(read(await give(later.code, 'phieu_kiem_soat'))).toContain('PHIẾU KIỂM SOÁT')
  const again = await importCentre(opened.ownerCentre, data, { at: clerk().now })
  expect(again).toMatchObject({ isChange: false })
  const changed = parseCentreFiles(await withTemplate(`${OURS}\nThêm`, '2019-03-01')).data
  if (!changed) throw new Error('the files have a fault')
  const refused = await importCentre(opened.ownerCentre, changed, { at: clerk().now })
  expect(refused).toMatchObject({ isWritten: false, faults: [{ code: 'template-changed' }] })
})

test('a broken template is refused with the file and the line of the mistake, and nothing is written', async () => {
  const { data, faults } = await checkCentreFiles(await withTemplate(`${OURS}\n#nothing`, '2019-03-01'))
  expect(data).toBeNull()
  expect(faults).toMatchObject([{ file: 'templates/rieng.typ', line: 6, code: 'template-fault' }])
})

test('a template that takes all memory is refused with its file in words a clerk understands, and the import goes on to its end', async () => {
  const greedy = `${OURS}\n#{ let text = "giấy"; for i in range(36) { text = text + text }; text.len() }`
  const { data, faults } = await checkCentreFiles(await withTemplate(greedy, '2019-03-01'))
  expect(data).toBeNull()
  expect(faults).toMatchObject([{ file: 'templates/rieng.typ', line: null, code: 'template-too-large' }])
  expect(faults.map(faultLine)).toEqual([expect.stringContaining('chiếm quá nhiều bộ nhớ')])
})

test('an own template that fails on a dossier is a clear answer; nothing is kept, and put right it is printed', async () => {
  const from = '2019-03-04'
  const text = `${OURS}\n#if data.owner == "Vũ Thị Lạ" { panic("chủ hồ sơ lạ") }`
  const { data } = await checkCentreFiles(await withTemplate(text, from))
  if (!data) throw new Error('the files have a fault')
  const files = parseCentreFiles(await withTemplate(OURS, '2019-03-01')).data?.paperTemplates ?? []
  const both = { ...data, paperTemplates: [...files, ...data.paperTemplates] }
  const { isWritten } = await importCentre(opened.ownerCentre, both, { at: clerk().now })
  expect(isWritten).toBe(true)
  const { applicant } = aDossierToReceive()
  const { code } = await received(hall, { applicant: { ...applicant, name: 'Vũ Thị Lạ' } })
  expect(await give(code, 'phieu_qua_trinh')).toMatchObject({
    refused: 'template-failed',
    facts: { file: 'rieng.typ', line: 6, limit: null },
  })
  const kept = await opened.centre.db
    .selectFrom('paper')
    .innerJoin('dossier', 'dossier.id', 'paper.dossier_id')
    .select('paper.id')
    .where('dossier.code', '=', code)
    .execute()
  expect(kept).toEqual([])
  expect(read(await give((await received(hall)).code, 'phieu_qua_trinh'))).toContain('PHIẾU RIÊNG')
})
