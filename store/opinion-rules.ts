import type { OpinionRule } from '#domain/opinions/opinion-rules.ts'
import type { WithDatabase } from './law.ts'

/** What the centre lays down about ratings and feedback, oldest first. */
export async function opinionRules({ db }: WithDatabase): Promise<OpinionRule[]> {
  const rows = await db.selectFrom('opinion_rule').selectAll().orderBy('kind').orderBy('from_on').execute()
  return rows.map(({ kind, from_on: from, content }) => ({ ...content, kind, from }) as OpinionRule)
}

/** Adds rules, or says known ones anew. */
export async function publishOpinionRules(
  { db }: WithDatabase,
  rules: readonly OpinionRule[],
): Promise<void> {
  for (const { kind, from, ...rest } of rules) {
    const content = JSON.stringify(rest)
    await db
      .insertInto('opinion_rule')
      .values({ kind, from_on: from, content })
      .onConflict((conflict) => conflict.columns(['kind', 'from_on']).doUpdateSet({ content }))
      .execute()
  }
}

/** Takes a rule away, by its kind and day. */
export async function dropOpinionRule({ db }: WithDatabase, name: string): Promise<void> {
  const [kind = '', from = ''] = name.split(' ')
  await db.deleteFrom('opinion_rule').where('kind', '=', kind).where('from_on', '=', from).execute()
}
