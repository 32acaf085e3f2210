import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApplicantToTurnAway } from '#shapes/dossier-commands.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall, allowed, EIGHT, type Hall } from '../a-hall.ts'
import { newId } from '../chance.ts'
import { seeTurnedAway } from './see-turned-away.ts'
import { turnAway } from './turn-away.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const clerk = (days = 0) => hall.deskOf('clerk', 'HCC-TN', EIGHT.add({ hours: 24 * days }))
const common = (idNumber: string | null = '022188007') => ({
  id: newId(),
  procedure: '1.004979',
  placeOfReceipt: 'HCC-TN',
  applicant: { kind: 'citizen' as const, name: 'Đinh Thị Sửu', idNumber, phone: null, address: null },
})
const asking = (over: object = {}): ApplicantToTurnAway => ({
  ...common(),
  kind: 'supplement',
  items: [{ component: null, wrong: 'Thiếu bản chính', todo: 'Mang bản chính', ground: 'Nghị định 61/2018' }],
  whyAgain: null,
  ...over,
})
const slips = async () =>
  (await opened.ownerCentre.db.selectFrom('turned_away').select('id').execute()).length

test('what is missing is given in writing; sent twice it is one slip, with other content it is refused', async () => {
  const given = asking()
  const slip = allowed(await turnAway(clerk(), given))
  expect(await turnAway(clerk(), given)).toEqual(slip)
  expect(await slips()).toBe(1)
  const other = { ...given, applicant: { ...given.applicant, name: 'Người khác' } }
  expect(await turnAway(clerk(), other)).toMatchObject({ refused: 'command-id-reused' })
  const seen = allowed(await seeTurnedAway(clerk(), slip.id))
  expect(seen.slip).toMatchObject({ kind: 'supplement', items: [{ todo: 'Mang bản chính' }] })
  const record = await opened.ownerCentre.db
    .selectFrom('access_record')
    .select('what')
    .where('what', '=', 'see-turned-away')
    .execute()
  expect(record).toHaveLength(1)
})

test('the same person is sent away again with a reason alone, until half a year has passed', async () => {
  expect(await turnAway(clerk(1), asking())).toMatchObject({ refused: 'asked-once-already' })
  const before = await slips()
  allowed(await turnAway(clerk(1), asking({ whyAgain: 'Giấy mang đến là của người khác' })))
  expect(await slips()).toBe(before + 1)
  allowed(await turnAway(clerk(1), asking(common('022188008'))))
  allowed(await turnAway(clerk(300), asking()))
})

test('a refusal says where to go, whatever was said before; it is a clerk’s, and of a procedure there is', async () => {
  const refusal: ApplicantToTurnAway = {
    ...common(),
    kind: 'refusal',
    reason: 'Không thuộc thẩm quyền',
    ground: 'Luật Doanh nghiệp 2014',
    instead: 'Sở Kế hoạch và Đầu tư',
  }
  expect(allowed(await turnAway(clerk(), refusal))).toMatchObject({ kind: 'refusal' })
  const handler = hall.deskOf('handler', 'TCKH')
  expect(await turnAway(handler, { ...refusal, id: newId() })).toMatchObject({ refused: 'not-permitted' })
  expect(await seeTurnedAway(handler, refusal.id)).toMatchObject({ refused: 'not-permitted' })
  expect(await turnAway(clerk(), { ...refusal, id: newId(), procedure: '9.999999' })).toMatchObject({
    refused: 'no-such-procedure',
  })
  expect(await seeTurnedAway(clerk(), 'gì đó')).toMatchObject({ refused: 'not-permitted' })
})
