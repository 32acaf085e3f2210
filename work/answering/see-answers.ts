import type { Moment } from '#domain/calendar/moment.ts'
import type { AnsweredItem } from '#domain/dossier/supplement-answer.ts'
import type { FileStates } from '#domain/filing/handed-in.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import { fileStates } from '#store/quarantine.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { type AnswerLine, answersInLines } from '../filing/answer-lines.ts'
import { formOfVersion } from '../filing/filing-law.ts'

/** A supplement that came online: what was asked beside what was sent for it. */
export interface SeenAnswer {
  readonly at: Moment
  /** Whether an account sent it; otherwise code, key and number let the person in. */
  readonly isByAccount: boolean
  readonly items: readonly (AnsweredItem & { readonly componentName: string | null })[]
  readonly note: string | null
  /** How far the files are checked, by their ids. */
  readonly fileStates: FileStates
  /** The answers that changed, each with what it was before. */
  readonly lines: readonly AnswerLine[]
}

/** What came online for a dossier, the latest first; told with the dossier, whose access is recorded. */
export async function seeAnswers(desk: Desk, code: string): Promise<Outcome<readonly SeenAnswer[]>> {
  const held = await holdDossier(desk.centre, code)
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const allowed = may(desk.actor, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  if ((dossier.supplementsAsked ?? 0) === 0) return []
  const { procedure } = lawFor(dossier, await bookOf(desk.centre))
  const names = new Map(
    procedure.cases.flatMap(({ components }) => components.map(({ key, name }) => [key, name] as const)),
  )
  const answers: SeenAnswer[] = []
  for (const { event } of await historyOf(desk.centre, code)) {
    if (event.type !== 'SupplementReceived' || !event.answer) continue
    const { account, items, note, form } = event.answer
    const fields = form ? (await formOfVersion(desk, form)).fields : []
    const lines = form ? answersInLines(fields, form.after, form.before) : []
    answers.push({
      at: event.at,
      isByAccount: account !== null,
      items: items.map((item) => ({
        ...item,
        componentName: item.component && (names.get(item.component) ?? item.component),
      })),
      note,
      fileStates: await fileStates(
        desk.centre,
        items.flatMap(({ files }) => files.map(({ id }) => id)),
      ),
      lines: lines.filter(({ before }) => before !== null),
    })
  }
  return answers.toReversed()
}
