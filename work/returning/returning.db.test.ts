import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import type { ResultsToReturn } from '#shapes/results-to-return.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aHall, allowed, commandAt, EIGHT, type Hall, received } from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { handBackSeveral, markReadySeveral } from './hand-back-several.ts'
import { seeArrived, seeDrawer } from './see-drawer.ts'
import { seeHandOver } from './see-hand-over.ts'
import { seeReturned } from './see-returned.ts'

let opened: TestCentre
let hall: Hall
let clerk: Desk

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  clerk = hall.deskOf('clerk', 'HCC-TN')
})
afterAll(() => opened.close())

const citizen = (name: string, idNumber: string | null): DossierToReceive['applicant'] => ({
  kind: 'citizen',
  name,
  idNumber,
  phone: null,
  address: null,
})

/** A dossier whose result has come back to the counter, or has been reported ready there too. */
async function brought(until: 'arrived' | 'ready', over: Partial<DossierToReceive>): Promise<string> {
  const receipt = await received(hall, over)
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  let lying = { version: receipt.version, step: receipt.step }
  for (;;) {
    const step = procedure?.steps.find((one) => one.key === lying.step)
    if (!step) throw new Error(`no step ${lying.step}`)
    if (step.kind === 'return' && until === 'arrived') return receipt.code
    const desk = hall.deskOf(step.post, step.unit)
    const changed = allowed(await changeDossier(desk, receipt.code, commandAt(step, lying)))
    if (changed.stage === 'ready') return receipt.code
    lying = { version: changed.version, step: changed.step }
  }
}

const HUONG = citizen('Nguyễn Thị Hương', '100123456')
const DUC = citizen('Trần Văn Đức', '022088001234')

const failed = (fault: unknown) => {
  throw fault
}

/** What the form of a hand-over sends, everything ticked. */
async function toReturn(
  code: string,
  number: string,
  receiver: Partial<ResultsToReturn['receiver']> = {},
): Promise<ResultsToReturn> {
  const { lines } = allowed(await seeHandOver(clerk, code))
  return {
    dossiers: lines.map(({ code, version, step }) => ({
      id: newId(),
      code,
      version,
      step,
      isTaken: true,
      withdrawn: [],
    })),
    way: 'counter',
    receiver: { who: 'applicant', ...receiver },
    identity: { paper: 'identity-card', number, how: 'seen', whyDiffers: null },
    acknowledged: { how: 'signed-slip', reference: null },
    slip: null,
    papersBack: null,
    together: newId(),
  }
}

test('everything of one person is handed over together, and nothing of a namesake', async () => {
  const own = await brought('ready', { applicant: HUONG })
  const asOwner = await brought('ready', { applicant: DUC, owner: HUONG })
  const namesake = await brought('ready', { applicant: citizen('Nguyễn Thị Hương', '100999999') })
  const handOver = allowed(await seeHandOver(clerk, own))
  expect(handOver.lines.map((line) => line.code)).toEqual([own, asOwner])
  expect(allowed(await seeHandOver(clerk, namesake)).lines.map((line) => line.code)).toEqual([namesake])

  const done = await handBackSeveral(clerk, await toReturn(own, '100123456'), handOver, failed)
  expect(done.map(({ outcome }) => !isRefusal(outcome) && outcome.stage)).toEqual(['returned', 'returned'])
  expect(allowed(await seeReturned(clerk, asOwner))).toMatchObject({
    way: 'counter',
    receiver: { name: 'Nguyễn Thị Hương', idNumber: '100123456', isAuthorised: false },
  })
  expect(allowed(await seeHandOver(clerk, own)).lines).toEqual([])
})

test('what is refused for one keeps the others not back, and sending it again changes nothing', async () => {
  const own = await brought('ready', { applicant: HUONG })
  const another = await brought('ready', { applicant: HUONG })
  const handOver = allowed(await seeHandOver(clerk, own))
  const sent = await toReturn(own, '100123456')
  const stale = {
    ...sent,
    dossiers: sent.dossiers.map((one) => (one.code === another ? { ...one, version: 1 } : one)),
  }
  for (let times = 0; times < 2; times += 1) {
    const done = await handBackSeveral(clerk, stale, handOver, failed)
    expect(
      done.map(({ given, outcome }) => [given.code, isRefusal(outcome) ? outcome.refused : 'done']),
    ).toEqual([
      [own, 'done'],
      [another, 'changed-meanwhile'],
    ])
  }
  const left = allowed(await seeHandOver(clerk, another))
  expect(left.lines.map((line) => line.code)).toEqual([another])
})

test('an applicant does not take home what belongs to others with whom he has nothing to do', async () => {
  const code = await brought('ready', { applicant: DUC, owner: HUONG })
  const other = await brought('ready', { applicant: HUONG })
  const handOver = allowed(await seeHandOver(clerk, code))
  const sent = await toReturn(code, '022088001234')
  expect(sent.dossiers.map((one) => one.code)).toContain(other)
  const done = await handBackSeveral(clerk, sent, handOver, failed)
  const outcome = (wanted: string) => done.find(({ given }) => given.code === wanted)?.outcome
  expect(outcome(code)).toMatchObject({ stage: 'returned' })
  expect(outcome(other)).toMatchObject({ refused: 'receiver-unknown' })
})

test('an authorised person receives by the paper, which stays with the dossier', async () => {
  const code = await brought('ready', { applicant: citizen('Lê Văn Ba', '022070001111') })
  const handOver = allowed(await seeHandOver(clerk, code))
  const ba = {
    who: 'authorised',
    name: 'Lê Thị Tư',
    authorityKind: 'written',
    scope: 'nhận kết quả',
  } as const
  const [without] = await handBackSeveral(clerk, await toReturn(code, '022099002222', ba), handOver, failed)
  expect(without?.outcome).toMatchObject({ refused: 'authority-paper-needed' })
  const authority = 'Giấy ủy quyền 12/UQ ngày 01/03/2019, UBND phường Mạo Khê'
  const [done] = await handBackSeveral(
    clerk,
    await toReturn(code, '022099002222', { ...ba, authority }),
    handOver,
    failed,
  )
  expect(done?.outcome).toMatchObject({ stage: 'returned' })
  expect(allowed(await seeReturned(clerk, code)).receiver).toEqual({
    name: 'Lê Thị Tư',
    idNumber: '022099002222',
    isAuthorised: true,
    authority,
    authorityKind: 'written',
    scope: 'nhận kết quả',
  })
})

test('results that have come back sealed are reported ready, several at once', async () => {
  const codes = [await brought('arrived', { applicant: DUC }), await brought('arrived', { applicant: DUC })]
  const arrived = allowed(await seeArrived(clerk))
  expect(arrived.map((line) => line.code)).toEqual(expect.arrayContaining(codes))
  const dossiers = arrived.map(({ code, version, step }) => ({
    id: newId(),
    code,
    version,
    step,
    isTaken: codes.includes(code),
  }))
  const done = await markReadySeveral(clerk, { dossiers }, failed)
  expect(done.map(({ outcome }) => !isRefusal(outcome) && outcome.stage)).toEqual(['ready', 'ready'])
  expect(allowed(await seeArrived(clerk)).map((line) => line.code)).not.toContain(codes[0])
  const drawer = allowed(await seeDrawer(clerk, { typed: 'tran van duc' }))
  expect(drawer.lines.map((line) => line.code)).toEqual(expect.arrayContaining(codes))
})

test('a result that nobody fetches is pointed out a week after the day of the receipt', async () => {
  const code = await brought('ready', { applicant: citizen('Vũ Đức Ước', '022011112222') })
  const lineAt = async (days: number) => {
    const desk = { ...clerk, now: EIGHT.add({ hours: 24 * days }) }
    return allowed(await seeDrawer(desk, { typed: '022011112222' })).lines.find((line) => line.code === code)
  }
  // Received on 5 March, three working days: to be fetched on 8 March.
  expect((await lineAt(0))?.waiting).toEqual({ days: 0, isOverdue: false })
  expect((await lineAt(10))?.waiting).toEqual({ days: 10, isOverdue: false })
  expect((await lineAt(11))?.waiting).toEqual({ days: 11, isOverdue: true })
})

test('the drawer is turned page by page, and only a clerk opens it', async () => {
  const first = allowed(await seeDrawer(clerk, {}))
  expect(first.next).toBeNull()
  expect(first.lines.map((line) => line.readyAt)).toEqual(first.lines.map((line) => line.readyAt).toSorted())
  for (const desk of [hall.deskOf('handler', 'TCKH'), hall.deskOf('director', 'HCC')])
    expect(await seeDrawer(desk, {})).toMatchObject({ refused: 'not-permitted' })
  const [line] = first.lines
  expect(await seeHandOver(hall.deskOf('handler', 'TCKH'), line?.code ?? '')).toMatchObject({
    refused: 'not-permitted',
  })
})
