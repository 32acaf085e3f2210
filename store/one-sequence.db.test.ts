import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { migrateAll } from './schemas.ts'

let one: TestCentre
beforeAll(async () => {
  one = await testCentre()
})
afterAll(() => one.close())

/** The centre as it was before its letters were in the books of their types: book, year, the next number, those taken. */
async function before(books: readonly (readonly [string, number, number, readonly number[]])[]) {
  const schema = `"${one.centre.schema}"`
  const run = (text: string, values: readonly unknown[] = []) => one.owner.pool.query(text, [...values])
  await run(`truncate ${schema}.number_taken, ${schema}.number_book, ${schema}.number_void`)
  await run(`alter table ${schema}.number_taken drop column if exists symbol`)
  await run(`delete from ${schema}.migration where name = '0034_one_sequence_a_type.sql'`)
  for (const [book, year, next, numbers] of books) {
    await run(`insert into ${schema}.number_book values ($1, $2, $3)`, [book, year, next])
    for (const number of numbers)
      await run(
        `insert into ${schema}.number_taken (id, book, year, number, taken_for, staff_id, at) values ($1, $2, $3, $4, $5, $1, now())`,
        [randomUUIDv7(), book, year, number, `H49-${number}#3`],
      )
  }
  await migrateAll({ ownerUrl: one.ownerUrl, appPassword: 'only-for-tests' })
  const taken = await run(
    `select book, year, array_agg(number order by number) as numbers from ${schema}.number_taken group by 1, 2 order by 1, 2`,
  )
  const next = await run(`select book, year, next from ${schema}.number_book order by 1, 2`)
  return {
    taken: taken.rows.map((row) => [row.book, row.year, row.numbers]),
    next: next.rows.map((row) => [row.book, row.year, row.next]),
  }
}

test.each([
  [
    'only letters had numbers: all of them move',
    [['document:TB', 2019, 4, [1, 2, 3]]],
    { taken: [['document:tb', 2019, [1, 2, 3]]], next: [['document:tb', 2019, 4]] },
  ],
  [
    'both had some: what is free moves, the sequence goes on behind the highest, and what is double stays to be seen',
    [
      ['document:TB', 2019, 6, [1, 2, 3, 4, 5]],
      ['document:tb', 2019, 3, [1, 2]],
    ],
    {
      taken: [
        ['document:TB', 2019, [1, 2]],
        ['document:tb', 2019, [1, 2, 3, 4, 5]],
      ],
      next: [
        ['document:TB', 2019, 6],
        ['document:tb', 2019, 6],
      ],
    },
  ],
  [
    'the book of the type was opened behind an old register: numbers below it are not free',
    [
      ['document:TB', 2019, 3, [1, 2]],
      ['document:tb', 2019, 113, []],
    ],
    {
      taken: [['document:TB', 2019, [1, 2]]],
      next: [
        ['document:TB', 2019, 3],
        ['document:tb', 2019, 113],
      ],
    },
  ],
  [
    'each year is its own; slips and receipts stay as they are',
    [
      ['document:PXL', 2018, 2, [1]],
      ['document:PXL', 2019, 2, [1]],
      ['document:pxl', 2019, 2, [1]],
      ['slip:HDHS', 2019, 2, [1]],
    ],
    {
      taken: [
        ['document:PXL', 2019, [1]],
        ['document:pxl', 2018, [1]],
        ['document:pxl', 2019, [1]],
        ['slip:HDHS', 2019, [1]],
      ],
      next: [
        ['document:PXL', 2019, 2],
        ['document:pxl', 2018, 2],
        ['document:pxl', 2019, 2],
        ['slip:HDHS', 2019, 2],
      ],
    },
  ],
] as const)('%s', async (_, books, after) => {
  expect(await before(books)).toEqual(after)
  const { rows } = await one.owner.pool.query(
    `select distinct taken_for, document, symbol from "${one.centre.schema}".number_taken
     where book in ('document:TB', 'document:PXL') or symbol is not null order by 1`,
  )
  for (const row of rows) {
    expect(row.taken_for).toMatch(/^H49-\d$/)
    expect([
      ['stop', 'TB'],
      ['apology', 'PXL'],
    ]).toContainEqual([row.document, row.symbol])
  }
})
