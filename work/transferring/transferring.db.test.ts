import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import type { Post } from '#domain/people/may.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { historyOf } from '#store/dossier-events.ts'
import { asOwner } from '#store/owner.ts'
import { numbersTaken } from '#store/number-books.ts'
import { aDossierToReceive, aHall, allowed, commandAt, EIGHT, type Hall, received } from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { checkCentre } from '../checks/check-centre.ts'
import type { Desk } from '../desk.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { type Reminder, seeReminders } from '../reading/see-reminders.ts'
import { confirmSheet, takeBackSheet } from './close-sheet.ts'
import { findPaper } from './find-paper.ts'
import { handOverPapers } from './hand-over-papers.ts'
import { seePapersToGo } from './see-papers-to-go.ts'
import { seeSheet } from './see-sheet.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const UNIT = 'TCKH'
const COUNTER = 'HCC-TN'
const deskOf = (post: Post, unit: string, hours = 0): Desk => hall.deskOf(post, unit, EIGHT.add({ hours }))
const reception = (hours = 0) => deskOf('clerk', COUNTER, hours)
const division = (hours = 0) => deskOf('handler', UNIT, hours)

/** As many dossiers received at 8:00 on Tuesday whose step lies with the division and whose papers lie at the counter. */
async function atDivision(count: number): Promise<string[]> {
  const codes: string[] = []
  for (let done = 0; done < count; done += 1) {
    const receipt = await received(hall)
    codes.push(receipt.code)
  }
  return codes.toSorted()
}

const toDivision = (dossiers: readonly string[], over: object = {}) => ({
  id: newId(),
  from: COUNTER,
  to: UNIT,
  dossiers: [...dossiers],
  ...over,
})
const all = (dossiers: readonly string[], over: object = {}) => ({
  id: newId(),
  lines: dossiers.map((code) => ({ code, isTaken: true, missing: [] as string[], note: null, ...over })),
})

const papersOf = async (desk: Desk, code: string) => allowed(await seeDossier(desk, code)).papers
const reminded = async (desk: Desk, name: Reminder) => allowed(await seeReminders(desk)).counts.get(name)
const typesOf = async (code: string) => (await historyOf(hall.centre, code)).map(({ event }) => event.type)

test('papers lie where they were received until a sheet is confirmed by the other side; both see what is missing', async () => {
  const codes = await atDivision(2)
  const [whole = '', lacking = ''] = codes
  const way = allowed(await seePapersToGo(reception())).ways.find(({ to }) => to === UNIT)
  expect(
    way?.dossiers.filter(({ code }) => codes.includes(code)).map(({ due, isLate }) => [due, isLate]),
  ).toEqual([
    ['2019-03-05T10:00:00.000Z', false],
    ['2019-03-05T10:00:00.000Z', false],
  ])
  const given = toDivision(codes)
  const sheet = allowed(await handOverPapers(reception(), given))
  expect(sheet).toEqual({ id: given.id, number: '1/2019' })
  expect((await papersOf(division(), whole)).lying[0]?.sheet?.number).toBe('1/2019')
  // The giver is not the receiver, and who has nothing to do with it sees nothing.
  expect(await confirmSheet(reception(), sheet.id, all(codes))).toMatchObject({ refused: 'not-permitted' })
  expect(await seeSheet(deskOf('handler', 'TNMT'), sheet.id)).toMatchObject({ refused: 'not-permitted' })
  const lines = all(codes).lines.map((line) => (line.code === lacking ? { ...line, missing: ['0'] } : line))
  expect(await confirmSheet(division(), sheet.id, { id: newId(), lines: lines.slice(1) })).toMatchObject({
    refused: 'sheet-incomplete',
  })
  allowed(await confirmSheet(division(), sheet.id, { id: newId(), lines }))
  for (const desk of [reception(), division()]) {
    expect((await papersOf(desk, lacking)).missing).toMatchObject([
      { paper: { paper: '0' }, number: '1/2019' },
    ])
    expect(allowed(await seePapersToGo(desk)).missing.map(({ code }) => code)).toEqual([lacking])
    expect(await reminded(desk, 'papers-missing')).toBe(1)
  }
  const [transfer] = (await papersOf(division(), whole)).transfers
  expect(transfer).toMatchObject({ isInTime: true, number: '1/2019', missing: [] })
  expect([transfer?.given.unitName, transfer?.taken?.unitName]).not.toContain(undefined)

  const { version, step } = allowed(await seeDossier(division(), lacking))
  const found = { id: newId(), version, step: step.key, paper: '0', how: 'found', note: 'Kẹp nhầm' } as const
  expect(await findPaper(reception(), lacking, { ...found, id: newId() })).toMatchObject({
    refused: 'not-permitted',
  })
  const first = await findPaper(division(), lacking, found)
  expect(await findPaper(division(), lacking, found)).toEqual(first)
  expect((await papersOf(division(), lacking)).missing).toEqual([])
  expect(await findPaper(division(), lacking, { ...found, id: newId(), version: version + 1 })).toMatchObject(
    {
      refused: 'no-paper-missing',
    },
  )
})

test('each command again does nothing more, and the same id for something else is refused', async () => {
  const codes = await atDivision(2)
  const given = toDivision(codes)
  const [one, other] = await Promise.all([
    handOverPapers(reception(), given),
    handOverPapers(reception(), given),
  ])
  const sheet = allowed(one)
  expect(other).toEqual(sheet)
  expect(await handOverPapers(reception(1), given)).toEqual(sheet)
  expect(await handOverPapers(reception(), { ...given, dossiers: codes.slice(1) })).toMatchObject({
    refused: 'command-id-reused',
  })
  const confirming = all(codes)
  const twice = await Promise.all([
    confirmSheet(division(), sheet.id, confirming),
    confirmSheet(division(), sheet.id, confirming),
  ])
  expect(twice).toEqual([sheet, sheet])
  expect(await confirmSheet(division(2), sheet.id, confirming)).toEqual(sheet)
  expect(
    await confirmSheet(division(), sheet.id, { ...confirming, lines: all(codes).lines.slice(1) }),
  ).toMatchObject({
    refused: 'command-id-reused',
  })
  for (const code of codes)
    expect(await typesOf(code)).toEqual(['DossierReceived', 'PapersHandedOver', 'PapersAccepted'])
  const taken = await numbersTaken(hall.centre, 'hand-over', '2019-01-01T00:00:00Z', '2020-01-01T00:00:00Z')
  expect(taken.map(({ number }) => number)).toEqual(taken.map((_, place) => place + 1))
})

test('a batch is given whole or not at all, and what is wrong is named', async () => {
  const codes = await atDivision(2)
  const [first = '', second = ''] = codes
  allowed(await handOverPapers(reception(), toDivision([first])))
  const refused = async (given: object, desk = reception()) =>
    handOverPapers(desk, { ...toDivision(codes), ...given })
  expect(await refused({})).toMatchObject({ refused: 'on-another-sheet', facts: { code: first } })
  expect(await refused({ dossiers: [second, 'KHONG-CO'] })).toMatchObject({ refused: 'no-such-dossier' })
  expect(await refused({ dossiers: [second], to: 'TNMT' })).toMatchObject({
    refused: 'papers-go-elsewhere',
    facts: { to: UNIT },
  })
  expect(await refused({ dossiers: [second], to: 'KHONG-CO' })).toMatchObject({ refused: 'no-such-unit' })
  expect(await refused({ dossiers: [second], from: UNIT, to: 'HCC-VT' }, division())).toMatchObject({
    refused: 'no-papers-here',
  })
  expect(await refused({ dossiers: [second] }, division())).toMatchObject({ refused: 'not-permitted' })
  expect(await typesOf(second)).toEqual(['DossierReceived'])
})

test('two receivers and the giver at once: one wins, the others are told', async () => {
  const codes = await atDivision(2)
  const back = allowed(await handOverPapers(reception(), toDivision(codes)))
  const ends = await Promise.all([
    takeBackSheet(reception(), back.id, { id: newId(), reason: 'Lập nhầm' }),
    confirmSheet(division(), back.id, all(codes)),
    confirmSheet(deskOf('head', UNIT), back.id, all(codes)),
  ])
  expect(ends.filter((one) => isRefusal(one))).toHaveLength(2)
  for (const end of ends) if (isRefusal(end)) expect(['sheet-closed', 'no-open-sheet']).toContain(end.refused)
})

test('of a sheet part can be taken and the rest refused; taken back, its papers lie with the giver', async () => {
  const codes = await atDivision(2)
  const [first = '', second = ''] = codes
  const back = allowed(await handOverPapers(reception(), toDivision(codes)))
  allowed(await takeBackSheet(reception(), back.id, { id: newId(), reason: 'Lập nhầm' }))
  expect(await confirmSheet(division(), back.id, all(codes))).toMatchObject({ refused: 'sheet-closed' })
  const sheet = allowed(await handOverPapers(reception(), toDivision(codes)))
  const lines = [
    { code: first, isTaken: true, missing: [], note: null },
    { code: second, isTaken: false, missing: [], note: 'Không đúng chủ hồ sơ' },
  ]
  allowed(await confirmSheet(division(), sheet.id, { id: newId(), lines }))
  expect((await papersOf(division(), first)).lying.map(({ toGo }) => toGo)).toEqual([null])
  expect((await papersOf(division(), second)).lying[0]?.toGo?.due).toBe('2019-03-05T10:00:00.000Z')
  expect(allowed(await seeSheet(division(), sheet.id))).toMatchObject({
    closed: { how: 'confirmed' },
    lines: [{ isAccepted: true }, { isAccepted: false, note: 'Không đúng chủ hồ sơ' }],
  })
})

test('electronic work goes on while papers are carried: a form opened before is not stale', async () => {
  const [code = ''] = await atDivision(1)
  const opened = allowed(await seeDossier(division(), code))
  const sheet = allowed(await handOverPapers(reception(), toDivision([code])))
  const done = await changeDossier(division(), code, {
    type: 'CompleteStep',
    id: newId(),
    version: opened.version,
    step: opened.step.key,
    note: null,
  })
  expect(allowed(done)).toMatchObject({ step: 'approve', version: opened.version + 2 })
  allowed(await confirmSheet(division(), sheet.id, all([code])))
  // A version nobody has seen is refused all the same.
  const ahead = { type: 'ApproveResult', id: newId(), version: 99, step: 'approve', note: null } as const
  expect(await changeDossier(deskOf('approver', UNIT), code, ahead)).toMatchObject({
    refused: 'changed-meanwhile',
  })
})

test('the signed result is carried from the seal office to the counter with a record', async () => {
  const receipt = await received(hall)
  const { code } = receipt
  allowed(
    await confirmSheet(
      division(),
      allowed(await handOverPapers(reception(), toDivision([code]))).id,
      all([code]),
    ),
  )
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  let { version, step } = allowed(await seeDossier(division(), code))
  for (const key of ['appraise', 'approve']) {
    const at = procedure?.steps.find((one) => one.key === key)
    if (!at) throw new Error(`no step ${key}`)
    const desk = hall.deskOf(at.post, at.unit)
    const changed = allowed(await changeDossier(desk, code, commandAt(at, { version, step: step.key })))
    version = changed.version
    step = { ...step, key: changed.step }
  }
  const seal = deskOf('seal-keeper', 'HCC-VT')
  const toSeal = { id: newId(), from: UNIT, to: 'HCC-VT', dossiers: [code] }
  const sheet = allowed(await handOverPapers(division(), toSeal))
  expect(allowed(await seeSheet(seal, sheet.id)).lines[0]?.content.papers.at(-1)).toMatchObject({
    paper: 'result',
  })
  allowed(await confirmSheet(seal, sheet.id, all([code])))
  const sealed = {
    type: 'SealResult',
    id: newId(),
    version,
    step: step.key,
  } as const
  allowed(await changeDossier(seal, code, sealed))
  const back = allowed(
    await handOverPapers(seal, { id: newId(), from: 'HCC-VT', to: COUNTER, dossiers: [code] }),
  )
  allowed(await confirmSheet(reception(), back.id, all([code])))
  const { lying, transfers } = await papersOf(reception(), code)
  expect(lying.map(({ toGo }) => toGo)).toEqual([null])
  expect(transfers.map(({ isInTime }) => isInTime)).toEqual([true, true, true])
})

test('what was not brought in time, not confirmed by the next opening or is only data: as the clock moves', async () => {
  const justLate = { ...reception(), now: EIGHT.add({ hours: 9, minutes: 1 }) }
  const before = await reminded(justLate, 'papers-late')
  const [code = ''] = await atDivision(1)
  const electronic = allowed(
    await receiveDossier(
      reception(),
      aDossierToReceive({
        components: requiredComponents(await bookOf(hall.centre)).map((component) => ({
          component,
          original: 0,
          certified: 0,
          copy: 0,
          insteadOfPaper: 'Có trong cơ sở dữ liệu',
        })),
      }),
    ),
  )
  expect((await papersOf(division(), electronic.code)).lying).toEqual([])
  // 17:00 is the last minute of the day; a minute later it is late.
  expect(await reminded(reception(9), 'papers-late')).toBe(0)
  expect(await reminded(justLate, 'papers-late')).toBe((before ?? 0) + 1)
  expect(await reminded({ ...division(), now: justLate.now }, 'papers-late')).toBe(0)
  const opened = await reminded(reception(), 'sheet-open')
  await handOverPapers(reception(), toDivision([code]))
  expect(await reminded(reception(9), 'sheet-open')).toBe(opened)
  const morning = { ...division(), now: EIGHT.add({ hours: 23 }) }
  expect(await reminded(morning, 'sheet-open')).toBe(
    await reminded({ ...reception(), now: morning.now }, 'sheet-open'),
  )
  expect(await reminded(morning, 'sheet-open')).toBeGreaterThan(opened ?? 0)
  expect(await reminded(deskOf('handler', 'TNMT', 23), 'sheet-open')).toBe(0)
})

function requiredComponents({ procedures }: Awaited<ReturnType<typeof bookOf>>): string[] {
  const components = procedures.get('1.004979')?.[0]?.cases[0]?.components ?? []
  return components.filter((one) => one.isRequired && !one.isShown).map(({ key }) => key)
}

test('a centre that was at work before knows since when each unit has had its dossiers', async () => {
  const [code = ''] = await atDivision(1)
  const { version, step } = allowed(await seeDossier(division(), code))
  const moved = { type: 'CompleteStep', id: newId(), version, step: step.key, note: null } as const
  allowed(await changeDossier(division(1), code, moved))
  const { db, schema } = opened.ownerCentre
  const stateOf = async () =>
    (await db.selectFrom('dossier').select('state').where('code', '=', code).executeTakeFirstOrThrow()).state
  const folded = await stateOf()
  expect(folded).toMatchObject({ unitSince: '2019-03-05T01:00:00.000Z' })
  await sql`update ${sql.table(`${schema}.dossier`)} set state = state - 'unitSince'`.execute(db)
  const file = readFileSync(
    new URL('../../store/migrations/centre/0020_hand_over.sql', import.meta.url),
    'utf8',
  )
  await asOwner(opened.ownerUrl, async (owner) => {
    await owner.query(`set search_path to ${schema}`)
    await owner.query(file.slice(file.indexOf('with moved as')))
  })
  expect(await stateOf()).toEqual(folded)
})

test('what the nightly check finds after all of it: nothing', async () => {
  expect(await checkCentre(hall.centre)).toEqual([])
})
