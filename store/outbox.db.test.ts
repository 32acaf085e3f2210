import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { countFacts } from './outbox.ts'

let opened: TestCentre
beforeAll(async () => {
  opened = await testCentre({ poolSize: 8 })
})
afterAll(() => opened.close())

test('eight count beside each other and beside who adds: every fact once, and nobody waits in a circle', async () => {
  const { db } = opened.centre
  const fact = (at: number) => ({
    measure: `received-${at % 7}`,
    on: `2019-0${1 + (at % 5)}-1${at % 9}`,
    unit: `U${at % 11}`,
    field: 'Đất đai',
    channel: 'counter',
    place: '',
    count: 1,
  })
  const FACTS = 12_000
  let isAdding = true
  const adding = (async () => {
    for (let at = 0; at < FACTS; at += 1000) {
      const rows = Array.from({ length: 250 }, (_, row) =>
        [0, 1, 2, 3].map((part) => fact(at + row * 4 + part)),
      )
      await db
        .insertInto('outbox')
        .values(rows.map((facts) => ({ task: 'count', payload: JSON.stringify(facts) })))
        .execute()
    }
    isAdding = false
  })()
  const counting = Array.from({ length: 8 }, async () => {
    while ((await countFacts(opened.centre)) > 0 || isAdding);
  })
  await Promise.all([adding, ...counting])
  for (const table of ['daily_figure', 'monthly_figure'] as const) {
    const { total } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.sum<string>('count').as('total'))
      .executeTakeFirstOrThrow()
    expect(Number(total)).toBe(FACTS)
  }
})
