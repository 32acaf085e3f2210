import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { keptPaper, reprintsOf } from '#store/papers.ts'
import { aCompleteDossier, aHall, type Hall } from '../a-hall.ts'
import { newId } from '../chance.ts'
import { completeStep } from '../handling/complete-step.ts'
import { giveReceipt } from './give-receipt.ts'
import { receiveDossier, type Receipt } from './receive-dossier.ts'

const SITE = 'https://hanhchinhcong.example/tra-cuu'

let opened: TestCentre
let hall: Hall

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const clerk = () => hall.deskOf('clerk', 'HCC-TN')

async function received(): Promise<Receipt> {
  const receipt = await receiveDossier(clerk(), await aCompleteDossier(hall))
  if (isRefusal(receipt)) throw new Error(JSON.stringify(receipt))
  return receipt
}

async function printed(code: string): Promise<Buffer> {
  const pdf = await giveReceipt(clerk(), code, SITE)
  if (isRefusal(pdf)) throw new Error(JSON.stringify(pdf))
  return Buffer.from(pdf)
}

test('a receipt printed again is the same bytes, whatever has happened since, and each time is written down', async () => {
  const { code, version, step } = await received()
  const first = await printed(code)
  expect(first.toString('latin1', 0, 8)).toBe('%PDF-1.7')
  const on = { id: newId(), version, step, note: null }
  expect(isRefusal(await completeStep(hall.deskOf('handler', 'TCKH'), code, on))).toBe(false)
  for (const _ of ['a week later', 'a year later']) expect((await printed(code)).equals(first)).toBe(true)
  const paper = await keptPaper(opened.centre, 'giay_tiep_nhan', code)
  expect(await reprintsOf(opened.centre, paper?.id ?? '')).toBe(2)
})

test('of several who print at once all get the one paper', async () => {
  const { code } = await received()
  const [first, ...others] = await Promise.all([printed(code), printed(code), printed(code), printed(code)])
  for (const other of others) expect(first?.equals(other)).toBe(true)
})

test('the look-up key on it is for those alone who receive at that counter', async () => {
  const { code } = await received()
  for (const [post, unit] of [
    ['handler', 'TCKH'],
    ['director', 'HCC'],
    ['seal-keeper', 'HCC-VT'],
  ] as const)
    expect(await giveReceipt(hall.deskOf(post, unit), code, SITE)).toMatchObject({ refused: 'not-permitted' })
  expect(await giveReceipt(clerk(), '000.00.12.H49-190305-9999', SITE)).toMatchObject({
    refused: 'no-such-dossier',
  })
})
