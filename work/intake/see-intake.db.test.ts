import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { hasPost } from '#domain/people/may.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall, allowed, EIGHT, type Hall, received, takenToTheEnd } from '../a-hall.ts'
import type { Desk } from '../desk.ts'
import { findPeople, takePerson } from './find-people.ts'
import { seeIntake } from './see-intake.ts'
import { seeLatelyReceived } from './see-lately-received.ts'
import { seeReceipt } from './see-receipt.ts'

let opened: TestCentre
let hall: Hall
let clerk: Desk
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  clerk = hall.deskOf('clerk', 'HCC-TN')
})
afterAll(() => opened.close())

const PROCEDURE = '1.004979'
const MO = {
  kind: 'citizen',
  name: 'Phạm Thị Ữ Ẵ',
  idNumber: '022188000001',
  phone: '0912345678',
  address: 'Khu 3, phường Mạo Khê',
} as const
const CLAY = {
  ...MO,
  kind: 'organisation',
  name: 'Công ty TNHH Gốm Đất Việt',
  idNumber: '5700100200',
} as const

const accesses = async (what: string) => {
  const rows = await opened.ownerCentre.db
    .selectFrom('access_record')
    .select(['staff_id', 'dossier_code'])
    .where('what', '=', what)
    .execute()
  return rows.map((row) => row.dossier_code)
}

describe('a person', () => {
  test('nobody has handed in for before is not known', async () => {
    const seen = allowed(await seeIntake(clerk, { procedure: PROCEDURE, idNumber: '022188999999' }))
    expect(seen).toMatchObject({ known: null, knownOwner: null, open: [] })
    expect(await accesses('see-known-person')).toEqual([])
  })

  test('is known from the latest dossier, as applicant or as owner, and looking is recorded', async () => {
    await received(hall, { applicant: MO })
    const { code } = await received(hall, { applicant: { ...MO, phone: '0987654321' }, owner: CLAY })
    const asked = { procedure: PROCEDURE, idNumber: MO.idNumber, ownerNumber: CLAY.idNumber }
    const { known, knownOwner } = allowed(await seeIntake(clerk, asked))
    expect(known).toMatchObject({ code, party: { name: MO.name, phone: '0987654321' } })
    expect(knownOwner).toMatchObject({ code, party: CLAY })
    expect(await accesses('see-known-person')).toEqual([code, code])
  })

  test('has dossiers of the same procedure under way, and neither finished ones nor those of another', async () => {
    const idNumber = '100123456'
    await takenToTheEnd(hall, await received(hall))
    const open = await received(hall)
    const asked = { procedure: PROCEDURE, idNumber }
    const seen = allowed(await seeIntake(clerk, asked))
    expect(seen.open).toMatchObject([{ code: open.code, stage: 'in-process' }])
    expect(seen.open[0]?.stepName).not.toBe('')
    expect(allowed(await seeIntake(clerk, { ...asked, procedure: '2.000528' })).open).toEqual([])
    // An owner's dossier counts once, though both numbers find it.
    const both = allowed(await seeIntake(clerk, { ...asked, ownerNumber: idNumber }))
    expect(both.open).toHaveLength(1)
  })
})

describe('people of earlier dossiers', () => {
  test('are found by name in any spelling or by telephone, each once, as the latest dossier has them', async () => {
    const applicant = { ...MO, name: 'Trần Thị Ẵng', idNumber: '022188000031', phone: '0912000031' }
    await received(hall, { applicant, owner: { ...CLAY, name: 'Hợp tác xã Ẵng Đất' } })
    const { code } = await received(hall, { applicant: { ...applicant, phone: '0912000032' } })
    for (const typed of ['tran thi ang', 'Ẵng Trần', '0912 000 032']) {
      const [person, ...others] = allowed(await findPeople(clerk, typed))
      expect(person).toMatchObject({ code, party: { idNumber: '022188000031', phone: '0912000032' } })
      expect(others).toEqual([])
    }
    expect(allowed(await findPeople(clerk, 'hop tac xa ang'))).toMatchObject([{ role: 'owner' }])
    expect(allowed(await findPeople(clerk, 'không ai tên như vậy'))).toEqual([])
    expect(allowed(await findPeople(clerk, ' '))).toEqual([])
    expect(allowed(await takePerson(clerk, code, 'applicant'))).toMatchObject({ name: 'Trần Thị Ẵng' })
    expect(await accesses('see-known-person')).toContain(code)
    expect((await accesses('find-people')).length).toBe(5)
  })

  test('are for those who receive', async () => {
    const director = hall.deskOf('director', 'HCC')
    expect(isRefusal(await findPeople(director, 'tran thi'))).toBe(true)
    expect(isRefusal(await takePerson(director, '000.00.12.H49-190305-0001', 'owner'))).toBe(true)
    expect(isRefusal(await seeLatelyReceived(director))).toBe(true)
  })
})

test('what this officer received last stands first to choose, each procedure once', async () => {
  const lately = allowed(await seeLatelyReceived(clerk))
  expect(lately.map(({ key }) => key)).toEqual([PROCEDURE])
  const colleague = hall.staff.find(
    (one) =>
      clerk.actor.kind === 'staff' &&
      one.id !== clerk.actor.id &&
      hasPost(one, 'clerk', 'HCC-TN', '2019-03-05'),
  )
  if (!colleague) throw new Error('no other clerk')
  expect(allowed(await seeLatelyReceived({ ...clerk, actor: colleague }))).toEqual([])
})

test('what it costs and when it is due hang on case, channel and copies; closed hours are said', async () => {
  const seen = allowed(await seeIntake(clerk, { procedure: PROCEDURE }))
  expect(seen).toMatchObject({ feeDong: 0, isOpen: true, channel: 'counter', places: [{ code: 'HCC-TN' }] })
  expect(seen.due?.due).toMatch(/^2019-03-08T/)
  const night = hall.deskOf('clerk', 'HCC-TN', EIGHT.add({ hours: 12 }))
  expect(allowed(await seeIntake(night, { procedure: PROCEDURE })).isOpen).toBe(false)
  expect(await seeIntake(clerk, { procedure: PROCEDURE, case: 'x' })).toMatchObject({
    refused: 'no-such-case',
  })
  expect(await seeIntake(clerk, { procedure: 'x' })).toMatchObject({ refused: 'no-such-procedure' })
})

test.each([
  ['clerk', 'HCC-TN', true],
  ['cashier', 'HCC-TN', false],
  ['handler', 'TCKH', false],
  ['approver', 'TCKH', false],
  ['head', 'TCKH', false],
  ['seal-keeper', 'HCC-VT', false],
  ['director', 'HCC', false],
] as const)('%s at %s sees look-up keys and known people: %s', async (post, unit, isAllowed) => {
  const { code, lookupKey } = await received(hall)
  const desk = hall.deskOf(post, unit)
  const receipt = await seeReceipt(desk, code)
  const intake = await seeIntake(desk, { procedure: PROCEDURE, idNumber: MO.idNumber })
  if (isAllowed) expect(receipt).toMatchObject({ code, lookupKey })
  else
    expect([receipt, intake]).toEqual(
      [1, 2].map(() => ({ refused: 'not-permitted', facts: { action: 'receive-dossier' } })),
    )
  expect((await accesses('see-receipt')).includes(code)).toBe(isAllowed)
})

test('the public sees neither, and a receipt that is not there is not made up', async () => {
  const nobody: Desk = { ...clerk, actor: { kind: 'public' } }
  const { code } = await received(hall)
  expect(isRefusal(await seeReceipt(nobody, code))).toBe(true)
  expect(isRefusal(await seeIntake(nobody, { procedure: PROCEDURE }))).toBe(true)
  expect(await seeReceipt(clerk, '000.00.12.H49-190305-9999')).toMatchObject({ refused: 'no-such-dossier' })
})
