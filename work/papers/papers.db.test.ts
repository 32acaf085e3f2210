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
import { type ChangeGiven, changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { importCentre } from '../setup/import-centre.ts'
import { parseCentreFiles } from '../setup/read-centre-files.ts'
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
  const { data, faults } = parseCentreFiles(await withTemplate(`${OURS}\n#nothing`, '2019-03-01'))
  expect(data).toBeNull()
  expect(faults).toMatchObject([{ file: 'templates/rieng.typ', line: 6, code: 'template-fault' }])
})
