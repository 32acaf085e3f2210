import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import { takeNumber } from '#store/number-books.ts'
import { aHall, allowed, BRANCH_GIVEN, commandAt, type Hall, received, takenToTheEnd } from '../a-hall.ts'
import { changeDossier, type ChangeGiven } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { checkCentre } from '../checks/check-centre.ts'
import { derivedId } from '../derived-id.ts'
import { giveDossierPaper } from '../papers/give-dossier-paper.ts'
import { seeDocumentBook } from './see-document-book.ts'

const UNIT = 'TCKH'
const BOOK = 'document:gxn'
let opened: TestCentre
let hall: Hall

beforeAll(async () => {
  opened = await testCentre({ imported: true, poolSize: 16 })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

type At = { readonly code: string; readonly version: number; readonly step: string }
const on = ({ version, step }: At) => ({ id: newId(), version, step })
const keeper = () => hall.deskOf('seal-keeper', 'HCC-VT')
const gives = (at: At, given: ChangeGiven, desk = keeper()) => changeDossier(desk, at.code, given)
const number = (at: At) => gives(at, { ...on(at), type: 'NumberResult' })
const seal = (at: At) => gives(at, { ...on(at), type: 'SealResult' })
const numbersOf = async (code: string) =>
  (await historyOf(opened.centre, code)).flatMap(({ event }) =>
    event.type === 'ResultNumbered' ? [event.number] : [],
  )

/** Signed by the leader: what lies with the seal keeper. */
async function toSeal(): Promise<At> {
  const at = await received(hall)
  const done = allowed(
    await changeDossier(hall.deskOf('handler', UNIT), at.code, commandAt({ kind: 'work' }, at)),
  )
  return approved(done)
}
const approved = async (at: At) =>
  allowed(await changeDossier(hall.deskOf('approver', UNIT), at.code, commandAt({ kind: 'approve' }, at)))

const book = () => bookAt(BOOK)
async function bookAt(name: string) {
  return opened.ownerCentre.db
    .selectFrom('number_taken as t')
    .leftJoin('number_void as v', 'v.number_id', 't.id')
    .where('book', '=', name)
    .select(['t.id', 't.number', 't.taken_for as code', 'v.reason', 'v.at as voidAt'])
    .orderBy('number')
    .execute()
}
const noGap = async () => {
  const lines = await book()
  expect(lines.map((line) => line.number)).toEqual(lines.map((_, place) => place + 1))
  return lines
}

test('signed with the form of the mandate, then numbered, then sealed under that number and its day', async () => {
  const at = await toSeal()
  const numbered = allowed(await number(at))
  expect(numbered).toMatchObject({ step: at.step, version: at.version + 1 })
  allowed(await seal(numbered))
  const [taken] = await numbersOf(at.code)
  expect(taken).toMatchObject({ book: BOOK, year: 2019, on: '2019-03-05' })
  const events = (await historyOf(opened.centre, at.code)).map(({ event }) => event)
  expect(events.slice(2)).toMatchObject([
    {
      type: 'ResultApproved',
      mandate: 'uq-tckh-2019',
      capacity: { form: 'TUQ', principal: 'Chủ tịch', position: 'Lãnh đạo Phòng Tài chính - Kế hoạch' },
    },
    { type: 'ResultNumbered', number: { written: taken?.written } },
    { type: 'ResultSealed', documentNumber: taken?.written },
  ])
  expect(taken?.written).toBe(`${String(taken?.number).padStart(2, '0')}/GXN-UBND`)
})

test('sealed at once it takes the next number in the same act; one who types a number is told whose it is', async () => {
  const at = await toSeal()
  const typed: ChangeGiven = { ...on(at), type: 'SealResult', documentNumber: '12/KT' }
  expect(await gives(at, typed)).toMatchObject({ refused: 'number-from-the-book' })
  const before = (await noGap()).length
  allowed(await seal(at))
  expect(await numbersOf(at.code)).toMatchObject([{ number: before + 1 }])
})

test('a cut between number and seal: whoever tries next, on another day, seals under the number that waited', async () => {
  const at = await toSeal()
  const held = await holdDossier(opened.centre, at.code)
  const id = derivedId(held?.id ?? '', 'result', BOOK, 0, 0)
  const actor = keeper().actor
  const staff = actor.kind === 'staff' ? actor.id : ''
  // All that the first try came to before the power went: a line in the book.
  const asked = { id, book: BOOK, year: 2019, takenFor: at.code, staff, document: 'result' } as const
  const cut = await takeNumber(opened.centre, { ...asked, at: '2019-03-04T09:00:00.000Z' })
  const before = (await noGap()).length
  allowed(await seal(at))
  expect(await numbersOf(at.code)).toMatchObject([{ number: cut.number, on: '2019-03-04' }])
  expect(await noGap()).toHaveLength(before)
})

test('a number whose paper is spoiled is void with reason and person, and the next is another', async () => {
  const numbered = allowed(await number(await toSeal()))
  expect(await number(numbered)).toMatchObject({ refused: 'numbered-already' })
  const given: ChangeGiven = { ...on(numbered), type: 'VoidNumber', reason: 'In lệch, rách' }
  const bare = allowed(await gives(numbered, given))
  expect(await gives(bare, { ...on(bare), type: 'VoidNumber', reason: 'Nữa' })).toMatchObject({
    refused: 'not-numbered',
  })
  allowed(await seal(bare))
  const [first, second] = await numbersOf(numbered.code)
  expect(second?.number).toBe((first?.number ?? 0) + 1)
  const own = (await noGap()).filter(({ code }) => code === numbered.code)
  expect(own.map(({ reason }) => reason)).toEqual(['In lệch, rách', null])
  expect(own.map(({ voidAt }) => voidAt === null)).toEqual([false, true])
})

test('sent back after sealing its number is void with the comment; a refusal is of another type', async () => {
  const sealed = allowed(await seal(await toSeal()))
  const clerk = hall.deskOf('clerk', 'HCC-TN')
  const back: ChangeGiven = { ...on(sealed), type: 'SendBack', to: 'appraise', comment: 'Sai tên' }
  const again = allowed(await gives(sealed, back, clerk))
  const refused: ChangeGiven = { ...on(again), type: 'ProposeRefusal', ...BRANCH_GIVEN.ProposeRefusal }
  const proposed = allowed(await gives(again, refused, hall.deskOf('handler', UNIT)))
  allowed(await seal(await approved(proposed)))
  expect(await numbersOf(sealed.code)).toMatchObject([
    { book: BOOK },
    { book: 'document:tb', written: expect.stringMatching(/^\d\d\/TB-UBND$/) },
  ])
  const own = (await noGap()).filter(({ code }) => code === sealed.code)
  expect(own.map(({ reason }) => reason)).toEqual(['Sai tên'])
})

test('a number that was cut off, when the result was then refused, is void once the refusal is numbered', async () => {
  const at = await toSeal()
  const staff = newId()
  const asked = { book: BOOK, year: 2019, takenFor: at.code, staff, document: 'result' } as const
  await takeNumber(opened.centre, { ...asked, id: newId(), at: '2019-03-04T09:00:00.000Z' })
  allowed(await seal(at))
  const own = (await noGap()).filter(({ code }) => code === at.code)
  expect(own.map(({ voidAt }) => voidAt === null)).toEqual([false, true])
})

test('an apology is numbered when it is signed, in its own sequence; dropped, the number is void', async () => {
  const at = await received(hall)
  const head = hall.deskOf('head', UNIT)
  const steps = [
    [hall.deskOf('handler', UNIT), { type: 'DraftApology', ...BRANCH_GIVEN.DraftApology }],
    [head, { type: 'ConsentToApology' }],
    [hall.deskOf('approver', UNIT), { type: 'SignApology' }],
    [head, { type: 'DropApology', comment: 'Kịp trong hạn' }],
  ] as const
  let lying: At = at
  for (const [desk, given] of [...steps, ...steps.slice(0, 3)])
    lying = allowed(await changeDossier(desk, at.code, { ...on(lying), ...given } as ChangeGiven))
  const signed = (await historyOf(opened.centre, at.code)).flatMap(({ event }) =>
    event.type === 'ApologySigned' ? [event.number?.written] : [],
  )
  expect(signed).toEqual(['01/PXL-HCC', '02/PXL-HCC'])
  const lines = await opened.ownerCentre.db
    .selectFrom('number_taken as t')
    .leftJoin('number_void as v', 'v.number_id', 't.id')
    .where('book', '=', 'document:pxl')
    .select(['t.number', 'v.reason'])
    .orderBy('number')
    .execute()
  expect(lines).toEqual([
    { number: 1, reason: 'Kịp trong hạn' },
    { number: 2, reason: null },
  ])
})

test('sixteen at once on as many dossiers, each tried twice: no gap, none double, one number a dossier', async () => {
  const all = await Promise.all(Array.from({ length: 16 }, () => toSeal()))
  const before = (await noGap()).length
  const outcomes = await Promise.all(all.flatMap((at) => [seal(at), seal(at)]))
  expect(outcomes.filter((one) => !isRefusal(one))).toHaveLength(16)
  const taken = (await noGap()).slice(before)
  expect(taken).toHaveLength(16)
  expect(new Set(taken.map(({ code }) => code)).size).toBe(16)
  expect(taken.every(({ voidAt }) => voidAt === null)).toBe(true)
  const written = await Promise.all(all.map(({ code }) => numbersOf(code)))
  expect(new Set(written.flat().map(({ id }) => id))).toEqual(new Set(taken.map(({ id }) => id)))
  expect(await checkCentre(opened.centre)).toEqual([])
})

test('the book shows every number with dossier and signer, found by number and day, to who may see it', async () => {
  const waiting = allowed(await number(await toSeal()))
  const lines = await noGap()
  const last = lines.at(-1)?.number ?? 0
  const asked = { type: 'gxn', year: 2019, from: null, on: null }
  const seen = allowed(await seeDocumentBook(keeper(), asked))
  expect(seen.lines.map((line) => line.number)).toEqual(lines.map((line) => line.number))
  const signer = expect.stringMatching(/./)
  expect(seen.lines.at(-1)).toMatchObject({ state: 'waiting', code: waiting.code, signer })
  expect(seen.lines.find(({ state }) => state === 'void')).toMatchObject({
    voided: { reason: 'In lệch, rách', by: signer },
  })
  expect(seen.lines.some(({ state, code }) => state === 'used' && code !== waiting.code)).toBe(true)
  const one = allowed(await seeDocumentBook(keeper(), { ...asked, from: last, on: '2019-03-05' }))
  expect(one.lines.map(({ code }) => code)).toEqual([waiting.code])
  expect(allowed(await seeDocumentBook(keeper(), { ...asked, on: '2019-03-06' })).lines).toEqual([])
  expect(allowed(await seeDocumentBook(keeper(), { ...asked, year: 2018 })).lines).toEqual([])
  const clerk = hall.deskOf('clerk', 'HCC-TN')
  expect(await seeDocumentBook(clerk, asked)).toMatchObject({ refused: 'not-permitted' })
  const looks = await opened.ownerCentre.db
    .selectFrom('access_record')
    .where('what', '=', 'see-document-book')
    .select('id')
    .execute()
  expect(looks).toHaveLength(4)
})

const stopping = (at: At): ChangeGiven => ({ ...on(at), type: 'StopDossier', ...BRANCH_GIVEN.StopDossier })
const clerk = () => hall.deskOf('clerk', 'HCC-TN')
const SITE = 'https://hanhchinhcong.example/tra-cuu'

test('a notice of stopping has the next number of all notices, results and refusals alike, with the symbol of who issues it', async () => {
  const refused = await received(hall)
  const proposing: ChangeGiven = {
    ...on(refused),
    type: 'ProposeRefusal',
    ...BRANCH_GIVEN.ProposeRefusal,
  }
  const proposed = allowed(await changeDossier(hall.deskOf('handler', UNIT), refused.code, proposing))
  allowed(await seal(await approved(proposed)))
  const [refusal] = await numbersOf(refused.code)

  const at = await received(hall)
  const command = stopping(at)
  // All that the first try came to before the power went: a line in the book.
  const held = await holdDossier(opened.centre, at.code)
  const asked = {
    id: derivedId(held?.id ?? '', 'stop', 'document:tb', 0, 0),
    book: 'document:tb',
    year: 2019,
    takenFor: at.code,
    staff: newId(),
    document: 'stop',
    symbol: 'TB-HCC',
    at: '2019-03-05T01:00:00.000Z',
  } as const
  const cut = await takeNumber(opened.centre, asked)
  expect(cut.number).toBe((refusal?.number ?? 0) + 1)
  allowed(await gives(at, command, clerk()))
  expect(allowed(await gives(at, command, clerk())).stage).toBe('stopped')
  const written = `${String(cut.number).padStart(2, '0')}/TB-HCC`
  const { event, sequence } = (await historyOf(opened.centre, at.code)).at(-1) ?? expect.fail('no events')
  expect(event).toMatchObject({ type: 'DossierStopped', number: { book: 'document:tb', written } })
  expect(await toldTheReader(at.code, 'thong_bao_dung', sequence)).toContain(`Số: ${written}`)

  const never = await received(hall)
  await takeNumber(opened.centre, { ...asked, id: newId(), takenFor: never.code })
  await takenToTheEnd(hall, never)
  const seen = allowed(await seeDocumentBook(keeper(), { type: 'tb', year: 2019, from: null, on: null }))
  expect(seen.lines.map(({ code, state, written: as }) => [code, state, as.slice(2)])).toEqual([
    [expect.any(String), 'used', '/TB-UBND'],
    [refused.code, 'used', '/TB-UBND'],
    [at.code, 'used', '/TB-HCC'],
    [never.code, 'void', '/TB-HCC'],
  ])
})

/** A paper of a dossier as another program reads it. */
async function toldTheReader(code: string, form: 'thong_bao_dung' | 'phieu_xin_loi', sequence: number) {
  const pdf = allowed(await giveDossierPaper(clerk(), code, { form, sequence, site: SITE }))
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

test('a notice of before letters were numbered takes its number when it is printed, of the same sequence and once', async () => {
  const at = await received(hall)
  allowed(await gives(at, stopping(at), clerk()))
  const numbers = async () => (await bookAt('document:tb')).map((line) => line.number)
  const before = await numbers()
  await opened.owner.pool.query(
    `update "${opened.centre.schema}".dossier_event set data = data - 'number'
     where type = 'DossierStopped' and dossier_id = (select id from "${opened.centre.schema}".dossier where code = $1)`,
    [at.code],
  )
  const next = `Số: ${String(before.length + 1).padStart(2, '0')}/TB-HCC`
  expect(await toldTheReader(at.code, 'thong_bao_dung', 2)).toContain(next)
  expect(await toldTheReader(at.code, 'thong_bao_dung', 2)).toContain(next)
  expect(await numbers()).toEqual([...before, before.length + 1])
})
