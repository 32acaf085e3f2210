import type { SupplementItem } from '#domain/dossier/events.ts'
import type { Component } from '#domain/procedure/procedure.ts'
import type { FiledContent } from './events.ts'
import type { PaperAsked } from './papers-filed.ts'

/** What a draft answers: a filing that was asked about before its receipt, or afterwards a dossier. */
export interface Answering {
  readonly version: number
  readonly content: Pick<FiledContent, 'answers' | 'papers'>
  readonly asked?: { readonly items: readonly SupplementItem[] }
}

const ITEM = '@item.'

/** Under which key files are sent for something that is about no paper and no field, by its place. */
const itemKey = (place: number) => `${ITEM}${place}`

export const isOfItem = (component: string) => component.startsWith(ITEM)

/** Under which key the files for an item are sent. */
export function keyOfItem({ component }: SupplementItem, place: number): string {
  return component ?? itemKey(place)
}

/**
 * What files are asked for again: each paper that was named, once, and what is about neither a paper nor a field. What is
 * named is asked for whatever it was before: somebody looked at it.
 */
export function papersAgain(
  items: readonly SupplementItem[],
  components: readonly Component[],
): PaperAsked[] {
  const asked = items.flatMap((item, place): PaperAsked[] => {
    const key = keyOfItem(item, place)
    const known = components.find((one) => one.key === item.component)
    if (known) return [{ component: { ...known, isRequired: true }, ways: ['file'] }]
    if (item.component === null && item.field) return []
    const isRequired = item.component !== null
    return [{ component: { ...NAMED, key, name: item.component ?? item.wrong, isRequired }, ways: ['file'] }]
  })
  return asked.filter(
    ({ component }, place) => asked.findIndex((one) => one.component.key === component.key) === place,
  )
}

const NAMED = { original: 0, certified: 0, copy: 1, isShown: false } as const
