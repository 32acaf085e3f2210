import { dayOf, fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { decideFeedback, evolveFeedback, type FeedbackCommand } from '#domain/opinions/feedback.ts'
import { toldOfFeedback } from '#domain/notices/told-otherwise.ts'
import { feedbackRuleOn } from '#domain/opinions/opinion-rules.ts'
import { personalPartsIn } from '#domain/opinions/publishable.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { type Action, appointmentsOn, may } from '#domain/people/may.ts'
import type { FeedbackChange } from '#shapes/feedback.ts'
import { feedbackOfCommand, type KeptFeedback, writeFeedback } from '#store/feedback.ts'
import { holdDossier } from '#store/dossiers.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { tells, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { seeStaff } from '../reading/see-staff.ts'
import { heldFeedback } from './see-feedback.ts'

/** Does something with feedback: gives it to somebody, answers it, publishes the answer. */
export async function changeFeedback(
  desk: Desk,
  code: string,
  given: FeedbackChange,
): Promise<Outcome<true>> {
  const { centre, actor, now } = desk
  const kept = await heldFeedback(desk, code)
  if (isRefusal(kept)) return kept
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'answer-feedback' })
  if ((await feedbackOfCommand(centre, given.id)) === kept.id) return true
  const on = today(desk)
  const allowed = may(actor, actionOf(given, kept), on)
  if (isRefusal(allowed)) return allowed
  const unfit = await unfitFor(desk, kept, given)
  if (unfit) return unfit
  if (given.version !== kept.state.version) return refuse('changed-meanwhile')
  const { opinionRules, counting } = await bookOf(centre)
  // What was promised at receipt stands; another kind is promised by the rule of that day.
  const rule =
    feedbackRuleOn(opinionRules, dayOf(fromMoment(kept.state.receivedAt)).toString()) ??
    feedbackRuleOn(opinionRules, on)
  if (!rule) return refuse('no-feedback-here')
  const event = decideFeedback(kept.state, commandOf(given), {
    rule,
    counting,
    at: toMoment(now),
    by: {
      id: actor.id,
      isDirector: appointmentsOn(actor, on).some(({ post }) => post === 'director'),
      workedOnIt: await workedOn(desk, kept, actor.id),
    },
  })
  if (isRefusal(event)) return event
  const state = evolveFeedback(kept.state, event)
  const told = tells(desk) ? toldOfFeedback(event) : null
  const tell = told && {
    about: 'feedback' as const,
    code: kept.code,
    cause: `event ${state.version}`,
    ...told,
  }
  if (!(await writeFeedback(centre, { command: given.id, id: kept.id, state, event, tell })))
    return (await feedbackOfCommand(centre, given.id)) === kept.id ? true : refuse('changed-meanwhile')
  announceChange(centre, kept.code, [])
  return true
}

function actionOf(given: FeedbackChange, { state }: KeptFeedback): Action {
  const lies = { unit: state.unit, staff: state.staff }
  switch (given.type) {
    case 'AssignFeedback':
      return { kind: 'assign-feedback', lies, to: given.unit }
    case 'AnswerAppeal':
      return { kind: 'answer-appeal' }
    case 'ReclassifyFeedback':
    case 'AnswerFeedback':
    case 'PublishAnswer':
      return { kind: 'answer-feedback', lies }
  }
}

function commandOf(given: FeedbackChange): FeedbackCommand {
  if (given.type === 'AssignFeedback') return { type: given.type, unit: given.unit, staff: given.staff }
  if (given.type !== 'PublishAnswer') return given
  return { type: given.type, question: given.question, answer: given.answer }
}

/** What stands in the way of this one: nobody there to give it to, or a text that points at somebody. */
async function unfitFor(desk: Desk, { name, dossier }: KeptFeedback, given: FeedbackChange) {
  if (given.type === 'AssignFeedback') {
    const works = (await seeStaff(desk.centre)).filter((one) =>
      appointmentsOn(one, today(desk)).some(
        ({ unit, post }) => unit === given.unit && post !== 'administrator',
      ),
    )
    const isThere = given.staff === null ? works.length > 0 : works.some(({ id }) => id === given.staff)
    return isThere ? null : refuse('no-such-staff')
  }
  if (given.type !== 'PublishAnswer') return null
  if (!given.confirmed) return refuse('not-confirmed')
  const held = dossier === null ? undefined : await holdDossier(desk.centre, dossier)
  const names = [name, held?.dossier.applicant.name, held?.dossier.owner.name].filter(
    (one) => typeof one === 'string',
  )
  const found = [...new Set([given.question, given.answer].flatMap((text) => personalPartsIn(text, names)))]
  return found.length > 0 ? refuse('personal-data-in-text', { parts: found }) : null
}

async function workedOn({ centre }: Desk, { dossier }: KeptFeedback, staff: string): Promise<boolean> {
  const held = dossier === null ? undefined : await holdDossier(centre, dossier)
  if (!held) return false
  const { doneBy, holder } = held.dossier
  return holder?.staff === staff || Object.values(doneBy).some((doer) => doer.staff === staff)
}
