import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import { type Replayed, replayDay } from './replay-day.ts'

let opened: TestCentre
beforeAll(async () => {
  opened = await testCentre({ imported: true, poolSize: 8 })
})
afterAll(() => opened.close())

async function replayed(on: string, seed = 'dong-trieu'): Promise<Replayed> {
  const outcome = await replayDay({
    centre: opened.centre,
    on: Temporal.PlainDate.from(on),
    seed,
    progress: () => undefined,
  })
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

test('a day of about 500 dossiers is received, handled and returned, none late, and the figures add up', async () => {
  const { drawn, played, figures } = await replayed('2019-03-05')
  expect(drawn).toBeGreaterThan(470)
  expect(drawn).toBeLessThan(555)
  expect(played.refused).toEqual([])
  expect(played).toMatchObject({ received: drawn, returned: drawn })
  expect(figures.total).toMatchObject({ received: drawn, 'ready-late': 0 })
  expect(figures).toMatchObject({ inProgress: 0, waiting: 0 })
  for (const part of [figures.byUnit, figures.byField, figures.byChannel])
    expect(part.reduce((sum, one) => sum + one.counts.received, 0)).toBe(drawn)
  expect(await checkCentre(opened.centre)).toEqual([])
}, 120_000)

test('the same day again changes nothing', async () => {
  const events = () =>
    opened.centre.db
      .selectFrom('dossier_event')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  const before = await events()
  const { played } = await replayed('2019-03-05')
  expect(played.refused).toEqual([])
  expect(await events()).toEqual(before)
}, 120_000)

test('a day on which the hall is closed cannot be replayed', async () => {
  const asked = { centre: opened.centre, seed: 'x', progress: () => undefined }
  for (const on of ['2019-03-03', '2019-02-05'])
    expect(await replayDay({ ...asked, on: Temporal.PlainDate.from(on) })).toMatchObject({
      refused: 'outside-calendar',
    })
})
