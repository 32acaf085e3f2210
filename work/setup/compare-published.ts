import type { Day } from '#domain/calendar/moment.ts'
import { faultAt, type ImportFault } from '#shapes/import-fault.ts'
import type { StandingLaw } from '#store/standing-law.ts'
import type { CentreData, FormContent, Keyed, ProcedureContent } from './centre-data.ts'
import { byKey, gone, type Part } from './compare-parts.ts'

/** A version that an import would publish. */
interface Published<Content> extends Keyed<Content> {
  readonly version: number
}

export type PublishedPart<Content> = Part<Published<Content>, Published<Content>>

interface Publishing {
  readonly effectiveFrom: Day
  readonly faults: ImportFault[]
}

/** Procedures by what their newest version says; one that has ended and is there again is added as a new version. */
export function compareProcedures(
  after: CentreData['procedures'],
  before: StandingLaw['procedures'],
  { effectiveFrom, faults }: Publishing,
): PublishedPart<ProcedureContent> {
  const newest = new Map(before.map((one) => [one.key, one]))
  const standing = [...newest.values()].filter(({ until }) => until === null).map(contentOfProcedure)
  const part = numbered(byKey(after, standing, BY_CONTENT), newest)
  const ended = gone(after, standing, BY_CONTENT.keyOf).map(({ key }) => {
    return { name: key, key, until: effectiveFrom }
  })
  for (const { key } of [...part.added, ...part.changed.map(({ to }) => to), ...ended])
    checkDay(newest.get(key), { key, file: 'procedures', effectiveFrom, faults })
  return { ...part, ended }
}

/** Forms by what their newest version says; a form that is gone stays, since nothing that holds names it any more. */
export function compareForms(
  after: CentreData['forms'],
  before: StandingLaw['forms'],
  { effectiveFrom, faults }: Publishing,
): PublishedPart<FormContent> {
  const newest = new Map(before.map((one) => [one.key, one]))
  const part = numbered(byKey(after, [...newest.values()].map(contentOfForm), BY_CONTENT), newest)
  for (const { to } of part.changed)
    checkDay(newest.get(to.key), { key: to.key, file: 'forms', effectiveFrom, faults })
  return part
}

const BY_CONTENT = {
  keyOf: ({ key }: { key: string }) => key,
  plain: ({ content }: { content: object }) => content,
}

function contentOfProcedure(procedure: StandingLaw['procedures'][number]): Keyed<ProcedureContent> {
  const { key, version: _, from: __, until: ___, ...content } = procedure
  return { key, content }
}

function contentOfForm(form: StandingLaw['forms'][number]): Keyed<FormContent> {
  const { key, version: _, from: __, ...content } = form
  return { key, content }
}

function numbered<Content>(
  { added, changed, ended, same }: Part<Keyed<Content>, Keyed<Content>>,
  newest: ReadonlyMap<string, { readonly version: number }>,
): PublishedPart<Content> {
  const next = (one: Keyed<Content>) => ({ ...one, version: (newest.get(one.key)?.version ?? 0) + 1 })
  return {
    added: added.map(next),
    changed: changed.map((one) => ({ ...one, to: next(one.to) })),
    ended,
    same,
  }
}

/** A new version begins after the one before it began and, when that one has ended, not before its end. */
function checkDay(
  newest: { readonly from: Day; readonly until?: Day | null } | undefined,
  { key, file, effectiveFrom, faults }: Publishing & { key: string; file: string },
): void {
  if (!newest) return
  const before = newest.until ?? newest.from
  if (newest.until ? effectiveFrom >= before : effectiveFrom > before) return
  const facts = { key, effectiveFrom, from: before }
  faults.push(faultAt({ file, line: null }, null, 'effective-date-not-after', facts))
}
