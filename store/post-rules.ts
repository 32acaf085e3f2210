import type { PostRule } from '#domain/post/post-rule.ts'
import type { WithDatabase } from './law.ts'

/** What holds of the post, oldest first. */
export async function postRules({ db }: WithDatabase): Promise<PostRule[]> {
  const rows = await db.selectFrom('post_rule').selectAll().orderBy('from_on').execute()
  return rows.map(({ from_on: from, content }) => ({ ...content, from }))
}

/** Adds rules, or says known ones anew. */
export async function publishPostRules({ db }: WithDatabase, rules: readonly PostRule[]): Promise<void> {
  for (const { from, ...rest } of rules) {
    const content = JSON.stringify(rest)
    await db
      .insertInto('post_rule')
      .values({ from_on: from, content })
      .onConflict((conflict) => conflict.column('from_on').doUpdateSet({ content }))
      .execute()
  }
}

/** Takes a rule away, by its day. */
export async function dropPostRule({ db }: WithDatabase, from: string): Promise<void> {
  await db.deleteFrom('post_rule').where('from_on', '=', from).execute()
}
