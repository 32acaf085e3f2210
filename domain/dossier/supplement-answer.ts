import { type Outcome, refuse } from '#domain/outcome.ts'
import type { FilingFile } from '#domain/filing/filing-file.ts'
import { type Answer, type Answers, isGroup, rowsOf } from '#domain/procedure/answer.ts'
import type { ActedOnline } from './acted-online.ts'
import type { ComponentGiven, SupplementItem } from './events.ts'
import { canonical } from './trail.ts'

/** One thing that was asked for, with the files that were sent for it. */
export interface AnsweredItem extends SupplementItem {
  readonly files: readonly FilingFile[]
}

/** The form by its version and what it says, with what it said before and says since. */
export interface FormAnswered {
  readonly key: string
  readonly version: number
  /** Hexadecimal. */
  readonly sha256: string
  readonly before: Answers
  readonly after: Answers
}

/** A supplement that came online: what was asked and what was answered, as both stood that day. */
export interface AnsweredOnline extends ActedOnline {
  readonly items: readonly AnsweredItem[]
  /** What the citizen wrote to it. */
  readonly note: string | null
  /** Null where the dossier has no form. */
  readonly form: FormAnswered | null
}

/** What was sent: the files by the item they are for, in the order of what was asked. */
export interface SentOnline extends Omit<AnsweredOnline, 'items'> {
  readonly files: readonly (readonly FilingFile[])[]
}

/**
 * What was asked for and what was sent for it. The clock goes on once everything is there (Decision 45/2016/QĐ-TTg:
 * "fully supplemented"), so what lacks anything is refused, and everything that lacks is named. A paper is there as a
 * file; a field with another answer, or with a word on why it stays; anything else with a file or a word.
 */
export function answeredOnline(
  asked: readonly SupplementItem[],
  { files, ...sent }: SentOnline,
): Outcome<AnsweredOnline> {
  const items = asked.map((item, place) => ({ ...item, files: files[place] ?? [] }))
  const lacking = items.filter((item) => !isAnswered(item, sent))
  if (lacking.length > 0) return refuse('supplement-incomplete', { items: lacking.map(({ wrong }) => wrong) })
  return { ...sent, items }
}

function isAnswered(
  { component, field, files }: AnsweredItem,
  { note, form }: Omit<AnsweredOnline, 'items'>,
): boolean {
  if (files.length > 0) return true
  if (component !== null) return false
  const isChanged = Boolean(field && form && isOther(field.split('.'), form))
  return isChanged || (note !== null && note.trim() !== '')
}

function isOther(path: readonly string[], { before, after }: FormAnswered): boolean {
  return canonical(answerAt(before, path) ?? null) !== canonical(answerAt(after, path) ?? null)
}

/** The answer at a path, where rows of a list stand by their place. */
function answerAt(answer: Answer | undefined, [name, ...rest]: readonly string[]): Answer | undefined {
  if (name === undefined || answer === undefined) return answer
  if (Array.isArray(answer)) return answerAt(rowsOf(answer)[Number(name)], rest)
  return isGroup(answer) ? answerAt(answer[name], rest) : undefined
}

/** How the papers that came as files count: none was handed in, and the dossier says how each came. */
export function componentsAnswered({ items }: Pick<AnsweredOnline, 'items'>): ComponentGiven[] {
  const papers = Map.groupBy(
    items.filter(({ component }) => component !== null),
    ({ component }) => component ?? '',
  )
  return [...papers].map(([component, own]) => {
    const count = new Set(own.flatMap(({ files }) => files.map(({ id }) => id))).size
    const nothing = { component, original: 0, certified: 0, copy: 0 }
    return { ...nothing, insteadOfPaper: `Bổ sung trực tuyến, ${count} tệp điện tử` }
  })
}
