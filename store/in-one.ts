import { CompiledQuery } from 'kysely'
import type { QueryResultRow } from 'pg'
import type { Centre, HotVerb } from './database.ts'

/** What a centre can do inside one transaction. */
export type CentreInOne = Pick<Centre, 'db' | 'run'>

/** Does everything in one transaction of the centre: all of it is written or nothing, whatever is killed when. */
export function inOne<Value>(
  { db, schema }: Centre,
  work: (inside: CentreInOne) => Promise<Value>,
): Promise<Value> {
  return db.transaction().execute((all) =>
    work({
      db: all,
      async run<Row extends QueryResultRow>({ text }: HotVerb, values: readonly unknown[]): Promise<Row[]> {
        const query = CompiledQuery.raw(text.replaceAll('{c}', `"${schema}"`), [...values])
        return (await all.executeQuery<Row>(query)).rows
      },
    }),
  )
}
