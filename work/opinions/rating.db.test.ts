import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Citizen } from '#domain/people/citizen.ts'
import type { Level } from '#domain/opinions/rating.ts'
import { isRefusal } from '#domain/outcome.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import type { RatingToGive } from '#shapes/rating.ts'
import { accessesTo } from '#store/access-records.ts'
import { aHall, allowed, EIGHT, type Hall, received, takenToTheEnd } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { handOverRating } from './hand-over-rating.ts'
import { type Rater, rateDossier, seeRating } from './rate-dossier.ts'
import { seeRatings, seeSatisfaction } from './see-ratings.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const QUESTIONS = ['cong-khai', 'thai-do', 'di-lai', 'de-dung', 'chung']
const publicDesk = (now = EIGHT, actor: Desk['actor'] = { kind: 'public' }): Desk => ({
  centre: opened.centre,
  now,
  actor,
})

function rating(level: Level, over: Partial<RatingToGive> = {}): RatingToGive {
  const levels = Object.fromEntries(QUESTIONS.map((key) => [key, level]))
  return { id: newId(), levels, reason: level.includes('dis') ? 'Phải đi lại ba lần' : null, ...over }
}

async function settled() {
  const receipt = await received(hall)
  await takenToTheEnd(hall, receipt)
  return { way: 'key', code: receipt.code, key: receipt.lookupKey } as const
}

async function counted(day = '2019-03-05') {
  const seen = allowed(await seeRatings(hall.deskOf('director', 'HCC'), { from: day, to: day }))
  return seen.find(({ unit }) => unit === 'TCKH')
}

const later = (days: number) => EIGHT.add({ hours: 24 * days })

describe('by code and key', () => {
  test('one rating a dossier: again it is changed, for a week; sent twice it counts once', async () => {
    const rater = await settled()
    const before = (await counted())?.ratings ?? 0
    const first = rating('satisfied')
    const twice = await Promise.all([
      rateDossier(publicDesk(), rater, first),
      rateDossier(publicDesk(), rater, first),
    ])
    expect(twice).toEqual([true, true])
    expect((await counted())?.ratings).toBe(before + 1)
    expect(allowed(await seeRating(publicDesk(), rater)).given?.answers).toHaveLength(5)

    expect(await rateDossier(publicDesk(later(7)), rater, rating('dissatisfied'))).toBe(true)
    const seen = await counted()
    expect(seen?.ratings).toBe(before + 1)
    expect(seen?.reasons).toContain('Phải đi lại ba lần')
    expect(await rateDossier(publicDesk(later(8)), rater, rating('satisfied'))).toMatchObject({
      refused: 'rated-already',
    })
  })

  test('of two at once with different answers one stands', async () => {
    const rater = await settled()
    const both = await Promise.all([
      rateDossier(publicDesk(), rater, rating('satisfied')),
      rateDossier(publicDesk(), rater, rating('neutral')),
    ])
    const kept = both.filter((one) => one === true).length
    expect(kept).toBeGreaterThanOrEqual(1)
    for (const one of both) if (isRefusal(one)) expect(one.refused).toBe('rated-meanwhile')
  })

  test('not before there is a result, not with a wrong key, not without an answer or a reason', async () => {
    const receipt = await received(hall)
    const open = { way: 'key', code: receipt.code, key: receipt.lookupKey } as const
    expect(allowed(await seeRating(publicDesk(), open)).until).toMatchObject({ refused: 'rated-too-early' })
    expect(await rateDossier(publicDesk(), open, rating('satisfied'))).toMatchObject({
      refused: 'rated-too-early',
    })
    const wrong = { ...open, key: '0000000000' }
    expect(await rateDossier(publicDesk(), wrong, rating('satisfied'))).toMatchObject({
      refused: 'no-such-dossier',
    })
    const rater = await settled()
    expect(await rateDossier(publicDesk(), rater, rating('satisfied', { levels: {} }))).toMatchObject({
      refused: 'question-unanswered',
    })
    expect(await rateDossier(publicDesk(), rater, rating('dissatisfied', { reason: null }))).toMatchObject({
      refused: 'reason-needed',
    })
  })

  test('what was asked is kept with the answers, whatever is asked later', async () => {
    const rater = await settled()
    allowed(await rateDossier(publicDesk(), rater, rating('satisfied')))
    const { answers } = allowed(await seeRating(publicDesk(), rater)).given ?? { answers: [] }
    expect(answers[1]).toEqual({
      key: 'thai-do',
      index: 7,
      vi: 'Thái độ của người tiếp nhận và giải quyết',
      en: 'The manner of the people who took and handled the dossier',
      level: 'satisfied',
    })
  })
})

describe('from an account', () => {
  const citizen = (idNumber: string): Citizen => ({
    kind: 'citizen',
    id: newId(),
    name: 'Trần Văn Bình',
    bornOn: '1980-01-01',
    idNumber,
    assurance: 'national-2',
    phone: null,
    email: null,
    actsFor: [],
  })

  test('whose dossier it is rates it; to anybody else it does not exist; who works here says nothing', async () => {
    const { code } = await settled()
    const rater = { way: 'account', code } as const
    expect(
      await rateDossier(publicDesk(EIGHT, citizen('022180002222')), rater, rating('satisfied')),
    ).toMatchObject({
      refused: 'no-such-dossier',
    })
    expect(await rateDossier(hall.deskOf('clerk', 'HCC-TN'), rater, rating('satisfied'))).toMatchObject({
      refused: 'not-permitted',
    })
    expect(await rateDossier(publicDesk(EIGHT, citizen('100123456')), rater, rating('satisfied'))).toBe(true)
  })
})

describe('at the counter', () => {
  const ticketFor = (code: string, now = EIGHT) => handOverRating(hall.deskOf('clerk', 'HCC-TN', now), code)
  const by = (ticket: string): Rater => ({ way: 'counter', ticket })

  test('a code is good once, for this dossier, and tells nothing of it; who handed it out is recorded', async () => {
    const { code } = await settled()
    const ticket = allowed(await ticketFor(code))
    const seen = allowed(await seeRating(publicDesk(), by(ticket)))
    expect([seen.code, seen.given]).toEqual([null, null])
    const given = rating('very-satisfied')
    expect(await rateDossier(publicDesk(), by(ticket), given)).toBe(true)
    expect(await rateDossier(publicDesk(), by(ticket), given)).toBe(true)
    expect(await rateDossier(publicDesk(), by(ticket), rating('neutral'))).toMatchObject({
      refused: 'ticket-over',
    })
    const { rows } = await opened.owner.pool.query(
      `select count(*)::int as count from ${opened.centre.schema}.rating_handed h
       join ${opened.centre.schema}.dossier d on d.id = h.dossier_id where d.code = $1`,
      [code],
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  test('what was said there the person puts right by the key, and no officer can overwrite anything', async () => {
    const rater = await settled()
    allowed(
      await rateDossier(publicDesk(), by(allowed(await ticketFor(rater.code))), rating('very-satisfied')),
    )
    expect(await ticketFor(rater.code)).toMatchObject({ refused: 'rated-already' })
    expect(await rateDossier(publicDesk(later(1)), rater, rating('dissatisfied'))).toBe(true)
  })

  test('a code runs out after a quarter of an hour, and another takes the place of the first', async () => {
    const { code } = await settled()
    const first = allowed(await ticketFor(code))
    const second = allowed(await ticketFor(code))
    expect(await seeRating(publicDesk(), by(first === second ? '-' : first))).toMatchObject({
      refused: 'ticket-over',
    })
    expect(await seeRating(publicDesk(EIGHT.add({ minutes: 15 })), by(second))).toMatchObject({
      refused: 'ticket-over',
    })
  })

  test('is the counter’s alone to offer, once there is a result', async () => {
    const { code } = await received(hall)
    expect(await ticketFor(code)).toMatchObject({ refused: 'rated-too-early' })
    expect(await handOverRating(hall.deskOf('handler', 'TCKH'), code)).toMatchObject({
      refused: 'not-permitted',
    })
  })
})

test('the director sees counts and reasons and no dossier; each look is recorded; nobody else may', async () => {
  expect(
    await seeRatings(hall.deskOf('handler', 'TCKH'), { from: '2019-03-05', to: '2019-03-05' }),
  ).toMatchObject({
    refused: 'not-permitted',
  })
  const seen = await counted()
  expect(JSON.stringify(seen)).not.toMatch(/\d{6}-\d{4}|Hương/)
  const { count } = await opened.centre.db
    .selectFrom('access_record')
    .where('what', '=', 'see-ratings')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBeGreaterThan(0)
  expect(await accessesTo(opened.centre, 'x', 1)).toEqual([])
})

test('the public learns of a month when nobody can change it any more', async () => {
  const march = { from: '2019-03-01', to: '2019-03-31' }
  expect((await seeSatisfaction(publicDesk(later(30)), march))?.all.ratings).toBe(0)
  const seen = await seeSatisfaction(publicDesk(Temporal.Instant.from('2019-04-08T01:00:00Z')), march)
  expect(seen?.until).toBe('2019-03')
  expect(seen?.all.ratings).toBeGreaterThanOrEqual(5)
  expect(seen?.units.map(({ unit }) => unit)).toEqual(['TCKH'])
})
