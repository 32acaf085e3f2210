import { type Outcome, refuse } from '#domain/outcome.ts'
import type { ComponentGiven } from '#domain/dossier/events.ts'
import type { Component } from './procedure.ts'

/**
 * The papers still missing for a complete dossier. A paper is there when something of it was handed in, or when it
 * is replaced with a reason (data in place of paper, Decree 309/2026/NĐ-CP art. 4.2a) or by a copy the centre holds. Papers that are only shown,
 * and papers asked for under a condition, are the officer's judgement and never missing here.
 */
export function missingPapers(asked: readonly Component[], given: readonly ComponentGiven[]): Component[] {
  const isThere = (component: Component) =>
    given.some(
      (one) =>
        one.component === component.key &&
        (one.insteadOfPaper !== null ||
          one.fromData !== undefined ||
          one.heldCopy !== undefined ||
          one.original + one.certified + one.copy > 0),
    )
  return asked.filter((component) => component.isRequired && asksForPaper(component) && !isThere(component))
}

/** The papers as given, or what is wrong with the list: a paper that the case does not know, or one named twice. */
export function checkedComponents(
  asked: readonly Component[],
  given: readonly ComponentGiven[],
): Outcome<readonly ComponentGiven[]> {
  const seen = new Set<string>()
  for (const { component } of given) {
    if (!asked.some((one) => one.key === component)) return refuse('no-such-component', { component })
    if (seen.has(component)) return refuse('component-counted-twice', { component })
    seen.add(component)
  }
  const missing = missingPapers(asked, given)
  if (missing.length > 0) return refuse('papers-missing', { papers: missing.map((one) => one.name) })
  return given
}

/** What somebody brings: the papers everybody needs, and of the others those whose condition holds for him. */
export function papersToBring(asked: readonly Component[], holds: ReadonlySet<string>): Component[] {
  return asked.filter(({ key, isRequired }) => isRequired || holds.has(key))
}

function asksForPaper(component: Component): boolean {
  return component.original + component.certified + component.copy > 0
}
