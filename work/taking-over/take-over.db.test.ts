import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { isRefusal } from '#domain/outcome.ts'
import type { Flow } from '#domain/statistics/facts.ts'
import type { Window } from '#domain/statistics/window.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { type CentreFile, readCentreDirectory } from '#store/centre-files.ts'
import { holdDossier } from '#store/dossiers.ts'
import { takeNumber } from '#store/number-books.ts'
import { aHall, allowed, type Hall, received } from '../a-hall.ts'
import { changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { checkCentre } from '../checks/check-centre.ts'
import { followDossier } from '../reading/follow-dossier.ts'
import { relayCentre } from '../relaying/relay-centre.ts'
import { recount } from '../statistics/recount.ts'
import { sumsIn } from '../statistics/sums.ts'
import { parseTakeOver } from './read-take-over.ts'
import { takeOver } from './take-over.ts'

const EXAMPLE = fileURLToPath(new URL('../../centres/dong-trieu/take-over-example', import.meta.url))
const files = (await readCentreDirectory(EXAMPLE)) ?? []

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const administrator = () => hall.deskOf('administrator', 'HCC')
const textOf = (name: string) => files.find((file) => file.name === name)?.text ?? ''

/** The files with a text of one of them replaced. */
function edited(name: string, from: string | RegExp, to: string): CentreFile[] {
  return files.map((file) => ({
    ...file,
    text: file.name === name ? textOf(name).replace(from, to) : file.text,
  }))
}

const run = async (given: readonly CentreFile[], isConfirmed: boolean) => {
  const read = parseTakeOver(given)
  return allowed(await takeOver(administrator(), read, isConfirmed ? read.hash : null))
}
const codesOf = (faults: readonly { line: number | null; code: string }[]) =>
  faults.map(({ line, code }) => `${line} ${code}`)

test('nobody but the administrator takes over', async () => {
  const refused = await takeOver(hall.deskOf('director', 'HCC'), parseTakeOver(files), null)
  expect(isRefusal(refused) && refused.refused).toBe('not-permitted')
})

test('a dry run says what would be done and writes nothing', async () => {
  const dry = await run(files, false)
  expect(dry).toMatchObject({ faults: [], isWritten: false, dossiers: 9, same: 0, series: 8 })
  expect(codesOf(dry.warnings)).toEqual(['5 papers-missing', '6 due-differs'])
  expect(await holdDossier(opened.centre, 'HS-2019-00417')).toBe(undefined)
})

test('a mistake in one line leaves everything unwritten', async () => {
  const wrong = await run(edited('series.csv', 'receipt,2019,313', 'recipt,2019,313'), true)
  expect(wrong).toMatchObject({ isWritten: false })
  expect(codesOf(wrong.faults)).toEqual(['3 no-such-book'])
  const noType = await run(edited('series.csv', 'document:tb', 'document:TB'), true)
  expect(codesOf(noType.faults)).toEqual(['7 no-such-document-type'])
  expect(await holdDossier(opened.centre, 'HS-2019-00417')).toBe(undefined)
})

test.each([
  ['a procedure there is not', 'HS-2019-00417,2.000889', 'HS-2019-00417,2.000888', '2 no-such-procedure'],
  ['a unit there is not', ',counter,HCC-TN,,01/03/2019', ',counter,HCC-XX,,01/03/2019', '2 no-such-unit'],
  ['a step of another process', ',check,nam.lm', ',measure,nam.lm', '2 no-such-step'],
  ['a holder in another post', ',check,nam.lm', ',check,thao.vt', '2 holder-not-in-post'],
  ['a holder nobody knows', ',check,nam.lm', ',check,nobody', '2 no-login'],
  ['due before receipt', '11/03/2019 17:00', '11/02/2019 17:00', '2 due-before-receipt'],
  ['received next year', '01/03/2019 09:15', '01/03/2020 09:15', '2 received-in-future'],
  ['a running clock at the citizen', '26/02/2019 15:00', '', '3 clock-must-stand'],
  ['no ground for a supplement', 'Điều 71 Nghị định 78/2015/NĐ-CP', '', '5 given-in-part'],
  ['a paper unreadable', 'giay-de-nghi-dang-ky-ho-kinh', 'Giấy đề nghị', '5 papers-unreadable'],
  ['a paper of another procedure', 'giay-de-nghi-dang-ky-ho-kinh', 'so-ho-khau', '5 no-such-paper'],
  ['no receipt for money', '0000312', '', '5 given-in-part'],
  ['sealed and never approved', '04/03/2019 16:20', '', '7 approval-needed'],
])('%s is told by file and line', async (_, from, to, expected) => {
  const { faults, isWritten } = await run(edited('open-dossiers.csv', from, to), true)
  expect(isWritten).toBe(false)
  expect(codesOf(faults)).toContain(expected)
})

test('another hash than the dry run showed writes nothing', async () => {
  const outcome = allowed(await takeOver(administrator(), parseTakeOver(files), 'abc'))
  expect(outcome.isWritten).toBe(false)
})

test('the example is taken over whole, and every promise of the house holds', async () => {
  expect(await run(files, true)).toMatchObject({ faults: [], isWritten: true, dossiers: 9, series: 8 })
  const paying = (await holdDossier(opened.centre, 'HS-2019-00318'))?.dossier
  // From 26/02 15:00 to 28/02 17:00.
  expect(paying).toMatchObject({
    stage: 'awaiting-citizen',
    minutesLeft: 120 + 2 * 480,
    takenOver: { line: 3 },
  })
  await relayCentre(opened.centre)
  expect(await checkCentre(opened.centre)).toEqual([])
})

test('what was received is what is settled and what is in progress, carried over into the new period', async () => {
  const year = { from: '2019-01-01', to: '2019-12-31' }
  const march = { from: '2019-03-01', to: '2019-03-31' }
  const whole = await sums(year)
  expect(whole).toEqual({ received: 9, settled: 1, openBefore: 0, openAfter: 8 })
  // Seven came before March and are carried over; the two of March are received in it.
  expect(await sums(march)).toEqual({ received: 2, settled: 1, openBefore: 7, openAfter: 8 })
  await recount(opened.centre)
  await relayCentre(opened.centre)
  expect(await sums(year)).toEqual(whole)
})

async function sums(window: Window) {
  const { flows, openBefore, openAfter } = await sumsIn(opened.centre, { window, today: '2019-03-05' })
  const count = (flow: Flow) => Object.values(flows[flow]).reduce((sum, one) => sum + one, 0)
  const settled = count('ready-early') + count('ready-on-time') + count('ready-late')
  return { received: count('received'), settled, openBefore, openAfter }
}

test('the same files again change nothing and say so', async () => {
  const again = await run(files, true)
  expect(again).toMatchObject({ isWritten: false, dossiers: 0, same: 9, series: 0 })
  expect(again.knownSince).toBe('2019-03-05T01:00:00.000Z')
})

test('later files can only add', async () => {
  const line = textOf('open-dossiers.csv').split('\n')[1] ?? ''
  const more = `${textOf('open-dossiers.csv')}${line.replace('HS-2019-00417', 'HS-2019-00418')}\n`
  const added = await run(edited('open-dossiers.csv', /[^]*/, more), true)
  expect(added).toMatchObject({ faults: [], isWritten: true, dossiers: 1, same: 9, series: 0 })
  const changed = await run(edited('open-dossiers.csv', 'Vũ Thị Thu Hiền', 'Vũ Thị Thu Hường'), true)
  expect(codesOf(changed.faults)).toEqual(['2 dossier-changed'])
})

test('what a commune does itself is taken over with the commune that received it', async () => {
  const line = textOf('open-dossiers.csv').split('\n')[1] ?? ''
  const at = (place: string, code: string) =>
    line
      .replace('HS-2019-00417,2.000889', `${code},1.004873`)
      .replace('HCC-TN', place)
      .replace('check,nam.lm', 'appraise,')
      .replace('11/03/2019 17:00', '06/03/2019 17:00')
  const { faults } = await run(dossiers(at('HCC-TN', 'HS-2019-00501')), true)
  expect(codesOf(faults)).toContain('2 no-such-unit')
  const taken = await run(dossiers(at('X07075', 'HS-2019-00502')), true)
  expect(taken).toMatchObject({ faults: [], isWritten: true })
  const held = await holdDossier(opened.centre, 'HS-2019-00502')
  expect(held?.dossier).toMatchObject({ unit: 'X07075', holder: { unit: 'X07075', post: 'handler' } })
})

test('of two who take over the same at once, one does', async () => {
  const line = textOf('open-dossiers.csv').split('\n')[1] ?? ''
  const given = dossiers(line.replace('HS-2019-00417', 'HS-2019-00419'))
  const both = await Promise.all([run(given, true), run(given, true)])
  expect(both.filter(({ isWritten }) => isWritten)).toHaveLength(1)
  expect((await run(given, true)).knownSince).not.toBe(null)
})

test('work goes on with what was taken over, by whoever has it in hand', async () => {
  const desk = hall.deskOf('approver', 'TP')
  const held = await holdDossier(opened.centre, 'HS-2019-00287')
  if (!held) throw new Error('not taken over')
  const { version, step, lookupKey } = held.dossier
  const approve = { type: 'ApproveResult', id: newId(), version, step, note: null } as const
  expect(allowed(await changeDossier(desk, 'HS-2019-00287', approve))).toMatchObject({ step: 'seal' })
  const followed = await followDossier(hall.deskOf('clerk', 'HCC-TN'), {
    code: 'hs-2019-00287',
    key: lookupKey,
  })
  expect(followed).toMatchObject({ dueAtReceipt: '2019-03-06T04:30:00.000Z' })
})

test('numbers go on behind those of before', async () => {
  const receipt = await received(hall)
  expect(receipt.code).toBe('000.00.12.H49-190305-0101')
  const taken = { id: newId(), book: 'receipt', year: 2019, takenFor: receipt.code } as const
  const { number } = await takeNumber(opened.centre, {
    ...taken,
    staff: newId(),
    at: '2019-03-05T01:00:00.000Z',
  })
  expect(number).toBe(313)
  const below = await run([series('receipt,2019,313,\nreceipt,2019,300,'.split('\n')[1] ?? '')], true)
  expect(codesOf(below.faults)).toEqual(['2 number-used'])
  const own = textOf('open-dossiers.csv').split('\n')[8]?.replace('190304-0012', '190305-0102') ?? ''
  const clash = await run(dossiers(own), true)
  expect(codesOf(clash.faults)).toEqual(['2 code-in-use'])
})

test('two thousand dossiers are taken over in one transaction', async () => {
  const line = textOf('open-dossiers.csv').split('\n')[1] ?? ''
  const many = Array.from({ length: 2000 }, (_, at) =>
    line.replace('HS-2019-00417', `CU/2019/${String(at).padStart(5, '0')}`),
  )
  const began = performance.now()
  expect(await run(dossiers(...many), true)).toMatchObject({ faults: [], isWritten: true, dossiers: 2000 })
  console.log(`2,000 dossiers taken over in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  await relayCentre(opened.centre)
  expect(await checkCentre(opened.centre)).toEqual([])
})

function dossiers(...lines: string[]): CentreFile[] {
  const [header] = textOf('open-dossiers.csv').split('\n')
  return [{ name: 'open-dossiers.csv', text: `${[header, ...lines].join('\n')}\n` }]
}

function series(line: string): CentreFile {
  return { name: 'series.csv', text: `book,period,next,note\n${line}\n` }
}
