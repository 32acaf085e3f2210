import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { historyOf } from '#store/dossier-events.ts'
import { aHall, allowed, EIGHT, type Hall, received } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { aCitizen, citizenDesk } from '../filing/a-filing.ts'
import { claimDossier } from '../handling/claim-dossier.ts'
import { receivedFrom, standing, takenTo } from './a-dossier-of-mine.ts'
import { actsByKey, ownActs } from './own-acts.ts'
import { withdrawByKey, withdrawOwn } from './withdraw-dossier.ts'

let opened: TestCentre
let hall: Hall
let citizen: Desk
let stranger: Desk

const clerk = (now = EIGHT) => hall.deskOf('clerk', 'HCC-TN', now)
const onPublic = (): Desk => ({ centre: opened.centre, now: EIGHT, actor: { kind: 'public' } })

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  citizen = citizenDesk(clerk(), await aCitizen(hall))
  stranger = citizenDesk(clerk(), await aCitizen(hall))
})
afterAll(() => opened.close())

const mine = () => receivedFrom(hall, { desk: citizen, browser: null })
const stopped = async (code: string) =>
  (await historyOf(opened.centre, code)).filter(({ event }) => event.type === 'DossierStopped')

test('a citizen takes a dossier back, once for two clicks, whatever officers do meanwhile', async () => {
  const { code } = await mine()
  const given = { id: newId(), reason: null }
  expect(await withdrawOwn(stranger, code, given)).toMatchObject({ refused: 'no-such-dossier' })
  expect((await ownActs(stranger, code)).mayWithdraw).toBe(false)
  expect((await ownActs(citizen, code)).mayWithdraw).toBe(true)
  const { dossier, desk } = await takenTo(hall, code, 'work')
  const [first, again] = await Promise.all([
    withdrawOwn(citizen, code, given),
    withdrawOwn(citizen, code, given),
    claimDossier(desk, code, { id: newId(), version: dossier.version, step: dossier.step }),
  ])
  expect([first, again]).toEqual([code, code])
  expect(await withdrawOwn(citizen, code, given)).toBe(code)
  const [only, ...more] = await stopped(code)
  expect(more).toEqual([])
  expect(only?.event).toMatchObject({ why: 'asked-by-citizen', online: { representation: null } })
  expect(await standing(hall, code)).toMatchObject({ stage: 'stopped', holder: null })
  expect((await ownActs(citizen, code)).mayWithdraw).toBe(false)
})

test('once it is decided nothing is taken back any more', async () => {
  const { code } = await mine()
  await takenTo(hall, code, 'return')
  expect((await ownActs(citizen, code)).mayWithdraw).toBe(false)
  expect(await withdrawOwn(citizen, code, { id: newId(), reason: null })).toMatchObject({
    refused: 'decided-already',
  })
})

test('who has code and key says whose the dossier is before it is taken back', async () => {
  const { code, lookupKey: key } = await received(hall)
  expect(allowed(await actsByKey(onPublic(), { code, key })).mayWithdraw).toBe(true)
  const given = { id: newId(), reason: 'Nộp nhầm' }
  const asked = { code, key, number: '100 123 456' }
  expect(await withdrawByKey(onPublic(), { ...asked, number: '100123457' }, given)).toMatchObject({
    refused: 'not-the-applicant',
  })
  expect(await withdrawByKey(onPublic(), { ...asked, key: 'ABCDE23456' }, given)).toMatchObject({
    refused: 'no-such-dossier',
  })
  expect(await withdrawByKey(onPublic(), asked, given)).toBe(code)
  expect((await stopped(code))[0]?.event).toMatchObject({ reason: 'Nộp nhầm', online: { account: null } })
})
