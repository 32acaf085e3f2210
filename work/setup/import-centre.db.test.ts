import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { inForceOn } from '#domain/procedure/procedure.ts'
import { processFaults } from '#domain/procedure/process.ts'
import { isRefusal } from '#domain/outcome.ts'
import { type CentreFile, readCentreDirectory } from '#store/centre-files.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { bookOf, freshBookOf } from '../centre-book.ts'
import type { CentreData } from './centre-data.ts'
import { importCentre } from './import-centre.ts'
import { parseCentreFiles } from './read-centre-files.ts'

const DIRECTORY = fileURLToPath(new URL('../../centres/dong-trieu', import.meta.url))
const FIRST = Temporal.Instant.from('2019-01-02T01:00:00Z')
const LATER = Temporal.Instant.from('2019-06-10T01:00:00Z')

const files = (await readCentreDirectory(DIRECTORY)) ?? []

function dataOf(changed: readonly CentreFile[] = files): CentreData {
  const { data, faults } = parseCentreFiles(changed)
  if (!data) throw new Error(JSON.stringify(faults.slice(0, 5)))
  return data
}

/** The files with one text of one of them replaced. */
function edited(name: string, from: string, to: string): CentreFile[] {
  const before = files.find((file) => file.name === name)
  if (!before?.text?.includes(from)) throw new Error(`${name} has no "${from}"`)
  return files.map((file) => (file === before ? { name, text: (before.text ?? '').replace(from, to) } : file))
}

const FEE = ',8000,copy,8.000 đồng/bản,'
const NEW_FEE = ',9000,copy,9.000 đồng/bản,'

let hall: TestCentre
beforeEach(async () => {
  hall = await testCentre()
})
afterEach(() => hall.close())

test('the files of Đông Triều become a book that can be worked with', async () => {
  const outcome = await importCentre(hall.ownerCentre, dataOf(), { at: FIRST })
  expect(outcome).toMatchObject({ faults: [], isFirst: true, isWritten: true, effectiveFrom: '2019-01-01' })
  const book = await bookOf(hall.centre)
  const inForce = [...book.procedures.values()].map((versions) => inForceOn(versions, '2019-07-03'))
  expect(inForce.filter((one) => !isRefusal(one))).toHaveLength(397)
  for (const one of inForce)
    if (!isRefusal(one)) expect([one.key, processFaults(one.steps)]).toEqual([one.key, []])
  expect(book.units.get('TP')?.name).toBe('Phòng Tư pháp')
  expect(book.ruleSets[0]?.codeIdentifier).toBe('000.00.12.H49')
  expect(isRefusal(book.counting.year(2019))).toBe(false)
})

test('the same files again change nothing and say so', async () => {
  await importCentre(hall.ownerCentre, dataOf(), { at: FIRST })
  const { version } = await bookOf(hall.centre)
  const again = await importCentre(hall.ownerCentre, dataOf(), { at: LATER })
  expect(again).toMatchObject({ faults: [], isFirst: false, isChange: false, isWritten: false })
  expect(again.summary.procedures).toEqual({ added: [], changed: [], ended: [], same: 397 })
  expect((await freshBookOf(hall.centre)).version).toBe(version)
})

test('one changed fee is one new version from the effective day, and the old one stays as it was', async () => {
  await importCentre(hall.ownerCentre, dataOf(), { at: FIRST })
  const before = await bookOf(hall.centre)
  const asked = { at: LATER, effectiveFrom: '2019-07-01' }
  const outcome = await importCentre(hall.ownerCentre, dataOf(edited('procedures.csv', FEE, NEW_FEE)), asked)
  expect(outcome.summary.procedures.changed).toEqual([
    { name: '2.000635', what: ['cases.default.fee.any.dong', 'cases.default.fee.any.note'] },
  ])
  const after = await freshBookOf(hall.centre)
  expect(after.version).toBe(before.version + 1)
  const [first, second, ...more] = after.procedures.get('2.000635') ?? []
  const [was] = before.procedures.get('2.000635') ?? []
  expect(more).toEqual([])
  expect(first).toEqual({ ...was, until: '2019-07-01' })
  expect(second).toMatchObject({ version: 2, from: '2019-07-01', until: null })
  expect(second?.cases[0]?.fee.any).toMatchObject({ kind: 'per-copy', dong: 9000 })
  expect([...after.procedures.values()].flat()).toHaveLength(398)
})

test('a procedure that is gone ends, and one that comes back is a new version', async () => {
  await importCentre(hall.ownerCentre, dataOf(), { at: FIRST })
  const without = dataOf()
  const fewer = { ...without, procedures: without.procedures.filter(({ key }) => key !== '2.000635') }
  const ended = await importCentre(hall.ownerCentre, fewer, { at: LATER, effectiveFrom: '2019-07-01' })
  expect(ended.summary.procedures.ended).toEqual(['2.000635'])
  expect(
    (await importCentre(hall.ownerCentre, fewer, { at: LATER, effectiveFrom: '2019-08-01' })).isChange,
  ).toBe(false)
  const back = await importCentre(hall.ownerCentre, dataOf(), { at: LATER, effectiveFrom: '2019-09-01' })
  expect(back.summary.procedures.added).toEqual(['2.000635'])
  const versions = (await freshBookOf(hall.centre)).procedures.get('2.000635') ?? []
  expect(versions.map(({ from, until }) => [from, until])).toEqual([
    ['2019-01-01', '2019-07-01'],
    ['2019-09-01', null],
  ])
  expect(inForceOn(versions, '2019-08-15')).toMatchObject({ refused: 'procedure-not-in-force' })
})

test('a new version cannot begin where the one before it begins', async () => {
  await importCentre(hall.ownerCentre, dataOf(), { at: FIRST })
  const asked = { at: LATER, effectiveFrom: '2019-01-01' }
  const outcome = await importCentre(hall.ownerCentre, dataOf(edited('procedures.csv', FEE, NEW_FEE)), asked)
  expect(outcome.isWritten).toBe(false)
  expect(outcome.faults).toMatchObject([
    { code: 'effective-date-not-after', facts: { key: '2.000635', from: '2019-01-01' } },
  ])
  expect((await freshBookOf(hall.centre)).procedures.get('2.000635')).toHaveLength(1)
})

test('a dry run shows the difference and writes nothing', async () => {
  const outcome = await importCentre(hall.ownerCentre, dataOf(), { at: FIRST, dryRun: true })
  expect(outcome).toMatchObject({ isChange: true, isWritten: false })
  expect(outcome.summary.procedures.added).toHaveLength(397)
  expect((await bookOf(hall.centre)).procedures.size).toBe(0)
})

test('a failure in the middle leaves nothing behind', async () => {
  const data = dataOf()
  const broken = {
    ...data,
    appointments: [...data.appointments, { ...data.appointments[0], unit: 'NOWHERE' }],
  }
  await expect(importCentre(hall.ownerCentre, broken as CentreData, { at: FIRST })).rejects.toThrow()
  const counts = await hall.ownerCentre.db
    .selectFrom('unit')
    .select((row) => row.fn.countAll().as('n'))
    .executeTakeFirst()
  expect(Number(counts?.n)).toBe(0)
})

test('staff, posts and mandates follow the files: who is gone has an end', async () => {
  await importCentre(hall.ownerCentre, dataOf(), { at: FIRST })
  const data = dataOf()
  const [mandate, ...mandates] = data.mandates
  const appointments = data.appointments.filter(({ login }) => login !== mandate?.login)
  const outcome = await importCentre(
    hall.ownerCentre,
    { ...data, mandates, appointments },
    { at: LATER, effectiveFrom: '2019-07-01' },
  )
  expect(outcome.summary.mandates.ended).toEqual([mandate?.key])
  expect(outcome.summary.appointments.ended).toHaveLength(1)
  const row = await hall.ownerCentre.db
    .selectFrom('mandate')
    .select('until_on')
    .where('key', '=', mandate?.key ?? '')
    .executeTakeFirst()
  expect(row?.until_on).toBe('2019-07-01')
})

test('a unit and a rule set are never taken away', async () => {
  await importCentre(hall.ownerCentre, dataOf(), { at: FIRST })
  const data = dataOf()
  const fewer = { ...data, units: data.units.slice(0, -1), ruleSets: data.ruleSets.slice(1) }
  const outcome = await importCentre(hall.ownerCentre, fewer, { at: LATER })
  expect(outcome.faults.map(({ code }) => code)).toEqual(['unit-removed', 'rule-set-removed'])
  expect(outcome.isWritten).toBe(false)
})

test('a calendar that changes is a new version of the whole', async () => {
  await importCentre(hall.ownerCentre, dataOf(), { at: FIRST })
  const data = dataOf()
  const [counting, ...others] = data.calendars
  if (!counting) throw new Error('no calendar')
  const closed = { on: '2019-09-04', kind: 'off', why: 'Bão' } as const
  const calendars = [{ ...counting, days: [...counting.days, closed] }, ...others]
  const outcome = await importCentre(hall.ownerCentre, { ...data, calendars }, { at: LATER })
  expect(outcome.summary.calendars).toMatchObject({ changed: [{ name: 'counting' }], same: 1 })
  const rows = await hall.ownerCentre.db
    .selectFrom('calendar')
    .select(['name', 'version'])
    .orderBy('name')
    .orderBy('version')
    .execute()
  expect(rows).toEqual([
    { name: 'counting', version: 1 },
    { name: 'counting', version: 2 },
    { name: 'reception', version: 1 },
  ])
})

test('of two imports at once one waits for the other and then finds nothing to do', async () => {
  const outcomes = await Promise.all(
    [1, 2].map(() => importCentre(hall.ownerCentre, dataOf(), { at: FIRST })),
  )
  expect(outcomes.map(({ isWritten }) => isWritten).toSorted()).toEqual([false, true])
})

test('the book is read once for many readers, and again after an import', async () => {
  await importCentre(hall.ownerCentre, dataOf(), { at: FIRST })
  const books = await Promise.all([1, 2, 3, 4, 5].map(() => bookOf(hall.centre)))
  expect(new Set(books).size).toBe(1)
  await importCentre(hall.ownerCentre, dataOf(edited('procedures.csv', FEE, NEW_FEE)), { at: LATER })
  const fresh = await Promise.all([1, 2, 3, 4, 5].map(() => freshBookOf(hall.centre)))
  expect(new Set(fresh).size).toBe(1)
  expect(fresh[0]?.version).toBe((books[0]?.version ?? 0) + 1)
})

test('sentences and quiet hours of the centre’s own follow the files; what was once said stays as it was', async () => {
  await importCentre(hall.ownerCentre, dataOf(), { at: FIRST })
  const own = (lines: string) => [
    ...files,
    { name: 'notices.csv', text: `kind,form,language,from,until,subject,text\n${lines}\n` },
  ]
  const first = 'ready,short,vi,2019-07-01,,,HS {code} đã xong'
  const imported = async (changed: readonly CentreFile[]) => {
    const outcome = await importCentre(hall.ownerCentre, dataOf(changed), { at: LATER })
    return { ...outcome, book: await freshBookOf(hall.centre) }
  }
  const added = await imported(own(first))
  expect(added.summary.noticeTemplates).toMatchObject({ added: ['ready short vi 2019-07-01'] })
  expect(added.book.noticeTemplates).toMatchObject([{ text: 'HS {code} đã xong', until: null }])
  const rewritten = await imported(own(first.replace('xong', 'xong. Mời đến nhận')))
  expect(rewritten).toMatchObject({ isWritten: false, faults: [{ file: 'notices' }] })
  const ended = first.replace('2019-07-01,,', '2019-07-01,2019-08-01,')
  const next = await imported(own(`${ended}\nready,short,vi,2019-08-01,,,HS {code} có kết quả`))
  expect(next.faults).toEqual([])
  expect(next.book.noticeTemplates.map(({ from, until }) => [from, until])).toEqual([
    ['2019-07-01', '2019-08-01'],
    ['2019-08-01', null],
  ])
  const quiet = await imported(edited('centre.yaml', "begins: '21:00'", "begins: '20:30'"))
  expect(quiet.book.quietTimes).toMatchObject([{ from: '2019-01-01', begins: 20 * 60 + 30, ends: 7 * 60 }])
})
