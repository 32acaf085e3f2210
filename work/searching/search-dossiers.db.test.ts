import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import type { Staff } from '#domain/people/may.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aHall, allowed, EIGHT, type Hall, received, takenToTheEnd } from '../a-hall.ts'
import type { Receipt } from '../intake/receive-dossier.ts'
import type { Desk } from '../desk.ts'
import { keepTyped, keptTyped } from './kept-search.ts'
import { searchDossiers } from './search-dossiers.ts'

let opened: TestCentre
let hall: Hall
let clerk: Desk
let huong: Receipt
let duc: Receipt

const HUONG: DossierToReceive['applicant'] = {
  kind: 'citizen',
  name: 'Nguyễn Thị Hương',
  idNumber: '100123456',
  phone: '0912345678',
  address: null,
}
const DUC: DossierToReceive['applicant'] = {
  ...HUONG,
  name: 'Trần Văn Đức',
  idNumber: '022088001234',
  phone: null,
}

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  clerk = hall.deskOf('clerk', 'HCC-TN')
  huong = await received(hall, { applicant: HUONG })
  duc = await received(hall, { applicant: HUONG, owner: DUC })
})
afterAll(() => opened.close())

const find = async (typed: string, { desk = clerk, withOlder = false, most = 50 } = {}) =>
  allowed(await searchDossiers(desk, { typed, withOlder, most }))
const codes = async (typed: string, more?: Parameters<typeof find>[1]) =>
  (await find(typed, more)).lines.map((line) => line.code).toSorted()

describe('the one box finds a dossier', () => {
  test.each([
    ['by its whole code', () => duc.code],
    [
      'by its code in small letters and without separators',
      () => duc.code.toLowerCase().replace(/[.-]/g, ''),
    ],
    ['by the end of its code', () => duc.code.slice(-11)],
    [
      'by the address in the QR of its receipt',
      () => `https://mot-cua.example/tra-cuu?ma=${duc.code}&khoa=X`,
    ],
    ['by the owner, without diacritics', () => 'tran van duc'],
    ['by the owner, with diacritics in capitals', () => 'TRẦN VĂN ĐỨC'],
    ['by parts of the name in any order', () => 'đức trần'],
    ['by the identity number', () => '022088001234'],
    ['by the end of the identity number', () => '8001234'],
    ['by the identity number in groups', () => '022 088 001 234'],
    ['by the citizen card', () => '022088001234||Trần Văn Đức|01011988|Nam|Mạo Khê|01012019'],
  ])('%s', async (_, typed) => {
    expect(await codes(typed())).toEqual([duc.code])
  })

  test('by a citizen card that names the number of before', async () => {
    const card = '022188001234|100123456|Nguyễn Thị Hương|05021988|Nữ|Mạo Khê|01052021'
    expect(await codes(card)).toEqual([huong.code, duc.code].toSorted())
  })

  test('by the applicant too, and by phone, in whatever way it is written', async () => {
    const both = [huong.code, duc.code].toSorted()
    expect(await codes('nguyen thi huong')).toEqual(both)
    expect(await codes('0912345678')).toEqual(both)
    expect(await codes('+84 912 345 678')).toEqual(both)
  })

  test('and nothing where a word only lies inside another, or too little was typed', async () => {
    expect(await codes('uong')).toEqual([])
    expect(await codes('h')).toEqual([])
    expect(await codes('%')).toEqual([])
    expect(await codes('000.00.12.H49-190305-9999')).toEqual([])
  })
})

test('only dossiers the person may see are found, whatever is asked', async () => {
  // A cooperative's registration is for the division of finance; the division of justice has no part in it.
  const own = hall.deskOf('handler', 'TCKH')
  const foreign = hall.deskOf('handler', 'TP')
  for (const typed of ['nguyen thi huong', huong.code, '0912345678'])
    expect(await codes(typed, { desk: foreign, withOlder: true })).toEqual([])
  expect(await codes('nguyen thi huong', { desk: own })).toEqual([huong.code, duc.code].toSorted())
})

test('who has worked on a dossier finds it again in a new post, and not when without any', async () => {
  const applicant = { ...HUONG, name: 'Phạm Thị Mơ' }
  const receipt = await received(hall, { applicant })
  const { code } = receipt
  await takenToTheEnd(hall, receipt)
  const desk = hall.deskOf('handler', 'TCKH')
  const moved = (appointments: Staff['appointments']): Desk => ({
    ...desk,
    actor: { ...staffOf(desk), appointments },
  })
  const elsewhere = moved([{ post: 'handler', unit: 'TP', from: '2019-01-01', until: null }])
  expect(await codes('pham thi mo', { desk: elsewhere })).toEqual([code])
  const outcome = await searchDossiers(moved([]), { typed: 'pham thi mo', withOlder: false, most: 50 })
  expect(isRefusal(outcome) && outcome.refused).toBe('not-permitted')
})

test('a settled dossier of more than 90 days ago is found on request, an open one always', async () => {
  const settled = await received(hall, { applicant: { ...HUONG, name: 'Lê Xuân Xoan', phone: '0987000111' } })
  const open = await received(hall, { applicant: { ...HUONG, name: 'Lê Xuân Xoan', phone: '0987000111' } })
  await takenToTheEnd(hall, settled)
  const desk = { ...clerk, now: EIGHT.add({ hours: 24 * 91 }) }
  expect(await codes('le xuan xoan')).toHaveLength(2)
  expect((await find('le xuan xoan')).lines[0]?.code).toBe(open.code)
  expect(await codes('le xuan xoan', { desk })).toEqual([open.code])
  expect(await codes('le xuan xoan', { desk, withOlder: true })).toEqual([settled.code, open.code].toSorted())
})

test('of more than asked for, the latest are given and it is said that there are more', async () => {
  const some = await find('nguyen thi', { most: 1 })
  expect(some.lines).toHaveLength(1)
  expect(some.hasMore).toBe(true)
  expect((await find('nguyen thi')).hasMore).toBe(false)
})

test('the public searches nothing, and every search of a person is recorded', async () => {
  const count = async () =>
    Number(
      (
        await opened.centre.db
          .selectFrom('access_record')
          .select((select) => select.fn.countAll().as('count'))
          .where('what', '=', 'search-dossiers')
          .executeTakeFirstOrThrow()
      ).count,
    )
  const before = await count()
  await find('huong')
  expect(await count()).toBe(before + 1)
  const outcome = await searchDossiers(
    { ...clerk, actor: { kind: 'public' } },
    { typed: 'huong', withOlder: false, most: 50 },
  )
  expect(isRefusal(outcome) && outcome.refused).toBe('not-permitted')
  expect(await count()).toBe(before + 1)
})

test('what was typed is found again under its id, by the same person within the hour', async () => {
  const handle = allowed(await keepTyped(clerk, 'Nguyễn Thị Hương'))
  expect(await keptTyped(clerk, handle)).toBe('Nguyễn Thị Hương')
  expect(await keptTyped(hall.deskOf('handler', 'TP'), handle)).toBeNull()
  expect(await keptTyped({ ...clerk, now: EIGHT.add({ minutes: 61 }) }, handle)).toBeNull()
  expect(await keptTyped(clerk, 'x')).toBeNull()
  await keepTyped({ ...clerk, now: EIGHT.add({ minutes: 61 }) }, 'another')
  const rows = await opened.centre.db.selectFrom('kept_search').select('typed').execute()
  expect(rows.map((row) => row.typed)).toEqual(['another'])
})

function staffOf({ actor }: Desk): Staff {
  if (actor.kind !== 'staff') throw new Error('a member of staff was expected')
  return actor
}
