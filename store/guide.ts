import type { EverydayWords } from '#domain/finding/everyday-words.ts'
import type { Guide, LifeEvent, PaperCondition, PlainName, PlainWord } from '#domain/finding/guide.ts'
import { inBatches } from './batches.ts'
import type { WithDatabase } from './law.ts'

/** One entry of a centre's guide, as it is kept. */
export type GuideEntry = { readonly key: string } & (
  | { readonly kind: 'everyday-words'; readonly content: EverydayWords }
  | { readonly kind: 'life-event'; readonly content: LifeEvent }
  | { readonly kind: 'plain-word'; readonly content: PlainWord }
  | { readonly kind: 'paper-condition'; readonly content: PaperCondition }
  /** The key is that of the procedure. */
  | { readonly kind: 'plain-name'; readonly content: PlainName }
  /** The key is the Vietnamese text. */
  | { readonly kind: 'english'; readonly content: { readonly text: string } }
)

export async function guideEntries({ db }: WithDatabase): Promise<readonly GuideEntry[]> {
  const rows = await db.selectFrom('guide').selectAll().orderBy('kind').orderBy('key').execute()
  return rows.map((row) => row as unknown as GuideEntry)
}

/** The guide as pages use it: life events in their order. */
export async function readGuide(store: WithDatabase): Promise<Guide> {
  const entries = await guideEntries(store)
  return {
    everydayWords: entries.flatMap((one) => (one.kind === 'everyday-words' ? [one.content] : [])),
    lifeEvents: entries
      .flatMap((one) => (one.kind === 'life-event' ? [one.content] : []))
      .toSorted((a, b) => a.place - b.place),
    plainWords: entries.flatMap((one) => (one.kind === 'plain-word' ? [one.content] : [])),
    paperConditions: entries.flatMap((one) => (one.kind === 'paper-condition' ? [one.content] : [])),
    plainNames: new Map(
      entries.flatMap((one) => (one.kind === 'plain-name' ? [[one.key, one.content] as const] : [])),
    ),
    english: new Map(
      entries.flatMap((one) => (one.kind === 'english' ? [[one.key, one.content.text] as const] : [])),
    ),
  }
}

/** Adds entries, or sets what they say anew: nothing that happened hangs on them. */
export async function publishGuide({ db }: WithDatabase, entries: readonly GuideEntry[]): Promise<void> {
  const rows = entries.map(({ kind, key, content }) => ({ kind, key, content: JSON.stringify(content) }))
  await inBatches(rows, (batch) =>
    db
      .insertInto('guide')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['kind', 'key']).doUpdateSet(({ ref }) => ({ content: ref('excluded.content') })),
      )
      .execute(),
  )
}

export async function dropGuideEntry(
  { db }: WithDatabase,
  { kind, key }: { readonly kind: string; readonly key: string },
): Promise<void> {
  await db.deleteFrom('guide').where('kind', '=', kind).where('key', '=', key).execute()
}
