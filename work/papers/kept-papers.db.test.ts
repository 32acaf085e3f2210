import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { readCentreDirectory } from '#store/centre-files.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import { aHall, allowed, BRANCH_GIVEN, type Hall, received, takenToTheEnd } from '../a-hall.ts'
import { freshBookOf } from '../centre-book.ts'
import { type ChangeGiven, changeDossier } from '../change-dossier.ts'
import { newId, seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { giveReceipt } from '../intake/give-receipt.ts'
import { importCentre } from '../setup/import-centre.ts'
import { parseCentreFiles } from '../setup/read-centre-files.ts'
import { papersOf } from './dossier-papers.ts'
import { giveDossierPaper } from './give-dossier-paper.ts'
import { giveGuidance } from './give-guidance.ts'
import { givePaperAgain, seeKeptPapers, seePapersGivenOut, type SeenGivenOut } from './see-kept-papers.ts'

const SITE = 'https://hanhchinhcong.example/tra-cuu'
const DAY = '2019-03-05'
let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const clerk = () => hall.deskOf('clerk', 'HCC-TN')
const handler = () => hall.deskOf('handler', 'TCKH')
const head = (unit = 'TCKH') => hall.deskOf('head', unit)
const director = () => hall.deskOf('director', 'HCC')
const nameOf = ({ actor }: Desk) => (actor.kind === 'staff' ? actor.name : '')
const later = (desk: Desk, minutes: number): Desk => ({ ...desk, now: desk.now.add({ minutes }) })
const table = (name: string) => `"${opened.centre.schema}".${name}`

/** Prints every paper a dossier has by now. */
async function printAll(code: string): Promise<Uint8Array[]> {
  const held = await holdDossier(opened.centre, code)
  const history = (await historyOf(opened.centre, code)).map(({ sequence, event: { type } }) => ({
    sequence,
    type,
  }))
  const papers = papersOf(held?.dossier ?? expect.fail('no dossier'), history)
  const printed = [allowed(await giveReceipt(clerk(), code, SITE))]
  for (const paper of papers)
    printed.push(allowed(await giveDossierPaper(clerk(), code, { ...paper, site: SITE })))
  return printed
}

const on = ({ version, step }: { version: number; step: string }) => ({ id: newId(), version, step })

const OURS = `#import "/sheet.typ": *
#let data = json("/data.json")
#show: paper.with(data)
#fitted(data, copy => { head(data.office, data.placeAndDate); title("PHIẾU RIÊNG"); data.form.title })
`

test('every paper of a dossier is the same bytes again, whatever happened to dossier, templates and words since', async () => {
  const { code, ...at } = await received(hall)
  const change = async (desk: Desk, now: { version: number; step: string }, given: object) =>
    allowed(await changeDossier(desk, code, { ...on(now), ...given } as ChangeGiven))
  const lines = [{ kind: 'charge', name: 'Phí thẩm định', dong: 24_000 }]
  let now = await change(clerk(), at, { type: 'AssessFee', lines, exemption: null })
  now = await change(hall.deskOf('cashier', 'HCC-TN'), now, {
    type: 'TakePayment',
    way: 'cash',
    dong: 24_000,
  })
  now = await change(handler(), now, { type: 'DraftApology', ...BRANCH_GIVEN.DraftApology })
  now = await change(head(), now, { type: 'ConsentToApology' })
  now = await change(hall.deskOf('approver', 'TCKH'), now, { type: 'SignApology' })
  const first = new Set((await printAll(code)).map(seal))
  expect(first.size).toBe(5)

  const files = (await readCentreDirectory('centres/dong-trieu')) ?? []
  const rows = ['phieu_qua_trinh', 'phieu_kiem_soat', 'bien_lai', 'phieu_xin_loi', 'giay_tiep_nhan']
  const csv = `form,file,from,until\n${rows.map((form) => `${form},rieng.typ,2019-03-01,`).join('\n')}\n`
  const ours = [
    { name: 'templates/templates.csv', text: csv },
    { name: 'templates/rieng.typ', text: OURS },
  ]
  const { data } = parseCentreFiles([...files, ...ours])
  if (!data) throw new Error('the files have a fault')
  allowed(
    await importCentre(opened.ownerCentre, data, { at: clerk().now }).then(({ isWritten }) => isWritten),
  )
  await freshBookOf(opened.centre)
  await takenToTheEnd(hall, { ...at, ...now, code } as never)
  const all = new Set((await printAll(code)).map(seal))

  const kept = allowed(await seeKeptPapers(clerk(), code))
  expect(new Set(kept.map(({ sha256 }) => sha256))).toEqual(first.union(all))
  for (const { id, sha256 } of kept) {
    const given = allowed(await givePaperAgain(later(clerk(), 3), id))
    expect(seal(given.bytes)).toBe(sha256)
  }
  const again = allowed(await seeKeptPapers(clerk(), code))
  // Receipt, receipt for money and apology were asked for once more already; papers of the whole history are new ones.
  expect(again.map(({ form, reprintCount }) => [form, reprintCount]).toSorted()).toEqual([
    ['bien_lai', 2],
    ['giay_bien_nhan_ket_qua', 1],
    ['giay_tiep_nhan', 2],
    ['phieu_kiem_soat', 1],
    ['phieu_kiem_soat', 1],
    ['phieu_qua_trinh', 1],
    ['phieu_qua_trinh', 1],
    ['phieu_xin_loi', 2],
  ])
  const sheets = again.filter(({ form }) => form === 'phieu_kiem_soat')
  expect(sheets.map(({ own }) => own)).toEqual([{ main: 'rieng.typ', from: '2019-03-01' }, null])
  expect(sheets.map(({ houseTemplate }) => houseTemplate)).toEqual([
    null,
    expect.stringMatching(/^[0-9a-f]{12}$/),
  ])
  expect(sheets[0]).toMatchObject({
    formNumber: '05',
    formSource: 'Thông tư 01/2018/TT-VPCP',
    by: nameOf(clerk()),
  })
  expect(sheets[0]?.reprints).toMatchObject([{ at: '2019-03-05T01:03:00.000Z', by: nameOf(clerk()) }])
})

test('bytes that are not what was printed are given to nobody', async () => {
  const { code } = await received(hall)
  await printAll(code)
  const [paper] = allowed(await seeKeptPapers(clerk(), code))
  await opened.owner.pool.query(
    `update ${table('paper')} set bytes = set_byte(bytes, 100, get_byte(bytes, 100) # 1) where id = $1`,
    [paper?.id],
  )
  await expect(givePaperAgain(clerk(), paper?.id ?? '')).rejects.toThrow('is not what was printed')
})

test('who sees a dossier has its papers again, but for the receipt with the look-up key; others have none', async () => {
  const { code } = await received(hall)
  await printAll(code)
  const kept = allowed(await seeKeptPapers(handler(), code))
  expect(kept.map(({ form, mayBeGiven }) => [form, mayBeGiven]).toSorted()).toEqual([
    ['giay_tiep_nhan', false],
    ['phieu_kiem_soat', true],
    ['phieu_qua_trinh', true],
  ])
  const elsewhere = hall.deskOf('handler', 'TNMT')
  expect(await seeKeptPapers(elsewhere, code)).toMatchObject({ refused: 'not-permitted' })
  for (const { id, form } of kept) {
    const isReceipt = form === 'giay_tiep_nhan'
    expect(isRefusal(await givePaperAgain(handler(), id)) && 'refused').toBe(isReceipt && 'refused')
    expect(await givePaperAgain(elsewhere, id)).toMatchObject({ refused: 'no-such-paper' })
  }
  expect(await givePaperAgain(clerk(), newId())).toMatchObject({ refused: 'no-such-paper' })
  const { rows } = await opened.owner.pool.query(
    `select what, count(*)::int as count from ${table('access_record')} where dossier_code = $1 group by what order by what`,
    [code],
  )
  expect(rows).toEqual([
    { what: 'print-paper', count: 4 },
    { what: 'print-receipt', count: 1 },
    { what: 'see-kept-papers', count: 1 },
  ])
})

test('a day tells head and director what was given out, each by what they answer for; papers of no dossier by who gave them', async () => {
  const { code } = await received(hall)
  await printAll(code)
  const guidance = await giveGuidance(clerk(), '1.004979', SITE)
  expect(isRefusal(guidance)).toBe(false)
  const of = async (desk: Desk) => allowed(await seePapersGivenOut(desk, { on: DAY, after: null })).lines
  expect(await seePapersGivenOut(clerk(), { on: DAY, after: null })).toMatchObject({
    refused: 'not-permitted',
  })
  const all = await of(director())
  expect(all.filter((one) => one.code === code).map(({ reprint }) => reprint)).toEqual([0, 0, 0])
  expect(all.filter((one) => one.form === 'phieu_huong_dan')).toMatchObject([
    { code: null, by: nameOf(clerk()) },
  ])
  const ofHead = await of(head())
  expect(ofHead.some((one) => one.code === code)).toBe(true)
  expect(ofHead.some((one) => one.code === null)).toBe(false)
  expect((await of(head('TNMT'))).some((one) => one.code === code)).toBe(false)
  const receipt = all.find((one) => one.code === code && one.form === 'giay_tiep_nhan')
  expect(receipt?.mayBeGiven).toBe(false)
  expect(await givePaperAgain(director(), receipt?.id ?? '')).toMatchObject({ refused: 'not-permitted' })
  const slip = all.find((one) => one.form === 'phieu_huong_dan')
  expect(allowed(await givePaperAgain(director(), slip?.id ?? '')).form).toBe('phieu_huong_dan')
  expect(await givePaperAgain(head(), slip?.id ?? '')).toMatchObject({ refused: 'no-such-paper' })
  expect(await givePaperAgain(clerk(), slip?.id ?? '')).toMatchObject({ refused: 'no-such-paper' })
})

test('a busy day is read page by page, each line once and in order', async () => {
  const { rows } = await opened.owner.pool.query<{ id: string; staff_id: string }>(
    `select id, staff_id from ${table('paper')} where dossier_id is not null limit 1`,
  )
  await opened.owner.pool.query(
    `insert into ${table('paper_reprint')} (id, paper_id, at, staff_id)
     select pg_catalog.uuidv7(), $1, '2019-04-01T01:00:00Z'::timestamptz + (n / 3) * interval '1 second', $2
     from generate_series(1, 450) n`,
    [rows[0]?.id, rows[0]?.staff_id],
  )
  const lines: { at: string; line: string; reprint: number }[] = []
  const pages: number[] = []
  for (let after: { at: string; line: string } | null = null; ;) {
    const seen: SeenGivenOut = allowed(await seePapersGivenOut(director(), { on: '2019-04-01', after }))
    pages.push(seen.lines.length)
    lines.push(...seen.lines)
    if (!seen.next) break
    after = seen.next
  }
  expect(pages).toEqual([200, 200, 50])
  expect(new Set(lines.map(({ line }) => line)).size).toBe(450)
  const reprints = lines.map(({ reprint }) => reprint)
  expect(reprints).toEqual(reprints.toSorted((one, other) => one - other))
})
