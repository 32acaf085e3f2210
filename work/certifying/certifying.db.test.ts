import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import { aHall, allowed, commandAt, EIGHT, type Hall, received } from '../a-hall.ts'
import { changeDossier } from '../change-dossier.ts'
import { checkCentre } from '../checks/check-centre.ts'
import { checkRegisters } from '../checks/check-registers.ts'
import { newId } from '../chance.ts'
import { seeRegister } from './see-register.ts'
import { spoilEntry } from './spoil-entry.ts'

const UNIT = 'TP'
let opened: TestCentre
let hall: Hall

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(async () => {
  expect(await checkCentre(opened.centre)).toEqual([])
  await opened.close()
})

type At = { readonly code: string; readonly version: number; readonly step: string }
const COPY: Partial<DossierToReceive> = {
  procedure: '2.000815',
  case: 'two-pages',
  pages: 2,
  copiesWanted: 3,
}
const COPIES = 'copy'
const register = async (sought = '', now = EIGHT, book = COPIES) =>
  allowed(await seeRegister(hall.deskOf('handler', UNIT, now), { book, on: '2019-03-05', sought }))
const does = async (
  desk: ReturnType<Hall['deskOf']>,
  at: At,
  kind: Parameters<typeof commandAt>[0]['kind'],
) => allowed(await changeDossier(desk, at.code, commandAt({ kind }, at)))

/** Paid for and entered by the handler: what lies with the leader to sign. */
async function toBeSigned(name: string, over: Partial<DossierToReceive> = COPY): Promise<At> {
  const applicant = { kind: 'citizen' as const, name, idNumber: null, phone: '0912345678', address: null }
  const receipt = await received(hall, { ...over, applicant })
  const on = { id: newId(), version: receipt.version, step: receipt.step }
  const dong = receipt.feeDong ?? 0
  const cashier = hall.deskOf('cashier', 'HCC-TN')
  const paid = allowed(
    await changeDossier(cashier, receipt.code, { ...on, type: 'TakePayment', way: 'cash', dong }),
  )
  return does(hall.deskOf('handler', UNIT), paid, 'work')
}
const approver = () => hall.deskOf('approver', UNIT)
const keeper = () => hall.deskOf('seal-keeper', 'HCC-VT')
const sealedNumber = async (code: string) => {
  const rows = await opened.ownerCentre.db
    .selectFrom('dossier_event as e')
    .innerJoin('dossier as d', 'd.id', 'e.dossier_id')
    .where('d.code', '=', code)
    .where('e.type', '=', 'ResultSealed')
    .select('e.data')
    .execute()
  return rows.map(({ data }) => (data as { documentNumber?: string }).documentNumber)
}

test('a certification has its number from the signature on, and is sealed under it whatever is typed', async () => {
  const at = await toBeSigned('Đỗ Thị Ước')
  const before = (await register()).entries.length
  const signed = await does(approver(), at, 'approve')
  const { entries } = await register()
  expect(entries).toHaveLength(before + 1)
  expect(entries.at(-1)).toMatchObject({
    number: before + 1,
    year: 2019,
    on: '2019-03-05',
    dossier: at.code,
    spoiled: null,
    entry: { person: 'Đỗ Thị Ước', pages: 2, copies: 3, feeDong: 12_000, mandate: { key: 'uq-tp-2019' } },
  })
  await does(keeper(), signed, 'seal')
  expect(await sealedNumber(at.code)).toEqual([`0${before + 1}/2019`])
})

test('two leaders’ desks signing at once take two numbers without a gap; each register counts for itself', async () => {
  const all = await Promise.all([toBeSigned('Một'), toBeSigned('Hai'), toBeSigned('Ba')])
  const before = (await register()).entries.map(({ number }) => number)
  await Promise.all(all.map((at) => does(approver(), at, 'approve')))
  const after = (await register()).entries.map(({ number }) => number)
  expect(after).toEqual(Array.from({ length: before.length + 3 }, (_, at) => at + 1))
  const signature = { procedure: '2.000884', copiesWanted: 1 }
  await does(approver(), await toBeSigned('Bốn', signature), 'approve')
  const { entries } = await register('', EIGHT, 'signature')
  expect(entries.map(({ number }) => number)).toEqual([1])
})

test('cut off between signature and entry: the number is taken when it is sealed, and once', async () => {
  const at = await toBeSigned('Năm')
  const signed = await does(approver(), at, 'approve')
  await opened.ownerCentre.db.deleteFrom('certification').where('dossier_code', '=', at.code).execute()
  const [once, twice] = await Promise.all([
    changeDossier(keeper(), at.code, commandAt({ kind: 'seal' }, signed)),
    changeDossier(keeper(), at.code, commandAt({ kind: 'seal' }, signed)),
  ])
  expect([once, twice].filter((one) => isRefusal(one))).toHaveLength(1)
  const { entries } = await register()
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, place) => place + 1))
  expect(entries.filter(({ dossier }) => dossier === at.code)).toHaveLength(1)
})

test('sent back behind the signature its number is spoiled with the reason, and the next signature takes another', async () => {
  const at = await toBeSigned('Sáu')
  const signed = await does(approver(), at, 'approve')
  const back = {
    id: newId(),
    version: signed.version,
    step: signed.step,
    to: 'register',
    comment: 'Thiếu trang 2',
  }
  const returned = allowed(await changeDossier(keeper(), at.code, { ...back, type: 'SendBack' }))
  const again = await does(hall.deskOf('handler', UNIT), returned, 'work')
  const anew = await does(approver(), again, 'approve')
  const own = (await register()).entries.filter(({ dossier }) => dossier === at.code)
  expect(own.map(({ spoiled }) => spoiled?.reason)).toEqual(['Thiếu trang 2', undefined])
  await does(keeper(), anew, 'seal')
  expect(await sealedNumber(at.code)).toEqual([`0${own[1]?.number ?? 0}/2019`])
})

test('found again by name without diacritics, by number and by day, and every look is recorded', async () => {
  await does(approver(), await toBeSigned('Nguyễn Hữu Ỷ'), 'approve')
  const [found] = (await register('nguyen huu y')).entries
  expect(found?.entry.person).toBe('Nguyễn Hữu Ỷ')
  expect((await register(`${found?.number}/2019`)).entries.map(({ id }) => id)).toEqual([found?.id])
  expect((await register('không ai cả')).entries).toEqual([])
  const looks = await opened.ownerCentre.db
    .selectFrom('access_record')
    .where('what', '=', 'see-certifications')
    .select('id')
    .execute()
  expect(looks.length).toBeGreaterThan(3)
  const stranger = hall.deskOf('handler', 'TNMT')
  expect(await seeRegister(stranger, { book: COPIES, on: '2019-03-05', sought: '' })).toMatchObject({
    refused: 'not-permitted',
  })
})

test('who signs there spoils an entry with a reason, once; its number stays used and out of the totals', async () => {
  await does(approver(), await toBeSigned('Bảy'), 'approve')
  const { entries, totals } = await register()
  const id = entries.at(-1)?.id ?? ''
  const given = { id, reason: 'Bản sao bị rách' }
  expect(await spoilEntry(hall.deskOf('clerk', 'HCC-TN'), given)).toMatchObject({ refused: 'not-permitted' })
  expect(await spoilEntry(approver(), given)).toBe(true)
  expect(await spoilEntry(approver(), given)).toMatchObject({ refused: 'certification-spoiled' })
  expect(await spoilEntry(approver(), { ...given, id: newId() })).toMatchObject({
    refused: 'no-such-certification',
  })
  const after = await register()
  expect(after.totals).toEqual({
    acts: totals.acts - 1,
    copies: totals.copies - 3,
    dong: totals.dong - 12_000,
  })
  await does(approver(), await toBeSigned('Tám'), 'approve')
  expect((await register()).entries.at(-1)?.number).toBe(entries.length + 1)
})

test('what was done to a register from outside is found at night; an entry of no dossier is refused', async () => {
  const at = await toBeSigned('Chín')
  await does(keeper(), await does(approver(), at, 'approve'), 'seal')
  const other = await toBeSigned('Mười')
  const { db } = opened.ownerCentre
  const row = await db
    .selectFrom('certification')
    .selectAll()
    .where('dossier_code', '=', at.code)
    .executeTakeFirstOrThrow()
  const { id, number, content } = row
  const found = async () => (await checkRegisters(opened.centre)).map((one) => [one.code, one.found])
  const where = `copy/2019/${number}`
  const own = () => db.updateTable('certification').where('id', '=', id)
  expect(await found()).toEqual([])

  await own().set({ dossier_code: other.code }).execute()
  expect(await found()).toEqual([
    [other.code, `no-number at ${where}`],
    [other.code, `not-signed at ${where}`],
  ])
  const forged = JSON.stringify({ ...content, mandate: { key: 'khác', ground: 'x' } })
  await own().set({ dossier_code: at.code, content: forged }).execute()
  expect(await found()).toEqual([[at.code, `not-signed at ${where}`]])
  await own()
    .set({ content: JSON.stringify(content) })
    .execute()

  const again = { ...row, content: JSON.stringify(content), id: newId(), number: number + 1 }
  await db.insertInto('certification').values(again).execute()
  expect(await found()).toEqual([
    [at.code, `no-number at copy/2019/${number + 1}`],
    [at.code, 'two-standing at copy/2019'],
  ])
  await db.deleteFrom('certification').where('id', 'in', [id, again.id]).execute()
  expect(await found()).toEqual([[at.code, `no-entry at ${where}`]])
  await db
    .insertInto('certification')
    .values({ ...row, content: JSON.stringify(content) })
    .execute()

  const taken = db.updateTable('number_taken').where('id', '=', id)
  await taken.set({ number: number + 5 }).execute()
  expect(await found()).toContainEqual([null, 'gap at copy/2019'])
  await taken.set({ number }).execute()
  expect(await found()).toEqual([])

  const nobodys = {
    name: 'an-entry-of-no-dossier',
    text: `insert into {c}.certification select gen_random_uuid(), book, year, $2::int, on_day, at, unit, null, searched, content
      from {c}.certification where id = $1::uuid`,
  }
  await expect(opened.ownerCentre.run(nobodys, [id, number + 1])).rejects.toThrow(/dossier_code/)
})
