import { toMoment } from '#domain/calendar/moment.ts'
import type { ActedOnline } from '#domain/dossier/acted-online.ts'
import { belongingOf } from '#domain/dossier/belonging.ts'
import { answeredOnline, type AnsweredOnline, componentsAnswered } from '#domain/dossier/supplement-answer.ts'
import { keyOfItem } from '#domain/filing/answering.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { onlineClerk } from '#domain/people/online-clerk.ts'
import { typedText } from '#domain/procedure/read-answer.ts'
import { usedCommand } from '#store/dossier-events.ts'
import type { DraftRow } from '#store/filing-drafts.ts'
import { dropDraft } from '#store/filing-drafts.ts'
import { receiveFiles } from '#store/filing-files.ts'
import { changeDossier, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { CameMeanwhile, nothingBesides, nothingOnItsWay } from '../filing/nothing-on-its-way.ts'
import type { AtDraft } from '../filing/own-draft.ts'
import { type SeenDraft, seeDraft } from '../filing/see-draft.ts'
import { sendingOf } from '../filing/sent-before.ts'
import { actedOn } from '../own/own-dossier.ts'
import { type AskedDossier, askedDossier } from './asked-dossier.ts'

/** The box of what is written to the officer. */
export const NOTE_BOX = 'n.note'

/**
 * Sends the answer: the supplement is there at this moment, the clock goes on by the rule of the counter, and the files
 * stand beside the dossier; all of it in one transaction. The same answer sent again is the first; answers its code.
 */
export async function sendSupplement(at: AtDraft, draft: string): Promise<Outcome<string>> {
  const outcome = await send(at, draft).catch((error: unknown) => {
    if (error instanceof CameMeanwhile) return error.refusal
    throw error
  })
  return isRefusal(outcome) ? ((await sentSupplement(at.desk, draft)) ?? outcome) : outcome
}

async function send(at: AtDraft, draft: string): Promise<Outcome<string>> {
  const seen = await seeDraft(at, draft)
  if (isRefusal(seen)) return seen
  const { answersDossier } = seen.draft
  const asked = answersDossier && (await askedDossier(at.desk, answersDossier.code))
  if (!asked) return refuse('no-filing-draft')
  const answer = answerIn(at.desk, seen, asked)
  if (isRefusal(answer)) return answer
  const settled = await nothingOnItsWay(at.desk, draft)
  if (isRefusal(settled)) return settled
  const { dossier } = asked.held
  const { code, step, version, placeOfReceipt } = dossier
  const changed = await changeDossier(
    { ...at.desk, actor: onlineClerk(placeOfReceipt) },
    code,
    {
      type: 'TakeSupplement',
      id: sendingOf(draft),
      version,
      step,
      channel: 'online',
      components: componentsAnswered(answer),
      answer,
    },
    async (inside, dossierId) => {
      await dropDraft(inside, draft, false)
      await nothingBesides(inside, draft, answer.items)
      await receiveFiles(inside, {
        filing: draft,
        dossier: dossierId,
        at: toMoment(at.desk.now),
        staff: null,
        components: seen.law.procedure.cases.flatMap(({ components }) => components.map(({ key }) => key)),
        files: answer.items.flatMap(({ files }) => files.map(({ id }) => id)),
      })
    },
  )
  return isRefusal(changed) ? changed : code
}

/** The code of the dossier a draft was sent for before; undefined where it was not. */
async function sentSupplement({ centre }: Desk, draft: string): Promise<string | undefined> {
  return (await usedCommand(centre, sendingOf(draft)))?.code
}

function answerIn(
  desk: Desk,
  { draft, read, files, form }: SeenDraft,
  { held, items, filed }: AskedDossier,
): Outcome<AnsweredOnline> {
  const by = senderOf(desk, draft, held)
  if (isRefusal(by)) return by
  if (read.form.faults.length > 0)
    return refuse('answers-incomplete', {
      fields: [...new Set(read.form.faults.map(({ field }) => field.label))],
    })
  const note = typedText(draft.typed, NOTE_BOX).trim()
  return answeredOnline(items, {
    ...by,
    note: note === '' ? null : note,
    form: filed && {
      key: form.key,
      version: form.version,
      sha256: filed.sha256,
      before: filed.answers,
      after: read.form.answers,
    },
    files: items.map((item, place) =>
      files
        .filter(({ component }) => component === keyOfItem(item, place))
        .map(({ id, name, mediaType, size, sha256 }) => ({ id, name, mediaType, size, sha256 })),
    ),
  })
}

/** Who sends it: who let himself in by key and number, or the account, as long as it may act on the dossier. */
function senderOf(
  desk: Desk,
  { answersDossier }: DraftRow,
  held: AskedDossier['held'],
): Outcome<ActedOnline> {
  if (answersDossier?.isByKey) return { account: null, representation: null }
  const allowed = may(desk.actor, { kind: 'act-on-own', of: belongingOf(held.dossier) }, today(desk))
  return isRefusal(allowed) ? refuse('no-such-dossier') : actedOn(desk, held)
}
