import type { Component } from '#domain/procedure/procedure.ts'
import type { SeenProcedure } from '../../reads.ts'
import type { Words } from '../../words/vi.ts'

/** For whom a paper is, as a person says it of himself; null where the guide does not say. */
export function conditionOf({ conditions }: SeenProcedure, { language }: Words) {
  return (paper: Pick<Component, 'key'>): string | null =>
    conditions.find((one) => one.paper === paper.key)?.when[language] ?? null
}
