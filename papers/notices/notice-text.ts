import { dayOf, fromMoment, minuteOfDay, type Moment } from '#domain/calendar/moment.ts'
import type { NoticeFacts, NoticeLanguage } from '#domain/notices/notice.ts'
import { filled, type NoticeTemplate, type TemplateValues } from '#domain/notices/template.ts'
import { dayInFigures, dongInFigures } from '../vietnamese.ts'

/** What a notice is about. */
export interface NoticeSubject {
  readonly code: string
  readonly receivedAt: Moment
  readonly place: string
  readonly centre: string
  /** Null where the notice leads on by itself. */
  readonly link: string | null
  readonly facts: NoticeFacts
}

/** The words of a notice, as its language writes them. */
export function noticeValues(
  { code, receivedAt, place, centre, link, facts }: NoticeSubject,
  language: NoticeLanguage,
): TemplateValues {
  const { lastDay, due, dong } = facts
  return {
    code,
    received: dayInFigures(dayOf(fromMoment(receivedAt)).toString()),
    place,
    centre,
    ...(link !== null && { link }),
    ...(lastDay !== undefined && { lastDay: dayInFigures(lastDay) }),
    ...(due !== undefined && { due: momentIn(due, language) }),
    ...(dong !== undefined && { dong: dongInFigures(dong) }),
  }
}

/** A notice with its words in it. */
export function noticeText(
  { subject, text }: NoticeTemplate,
  values: TemplateValues,
): { readonly subject: string; readonly text: string } {
  return { subject: filled(subject, values), text: filled(text, values) }
}

const BETWEEN = { vi: 'ngày', en: 'on' } as const

/** `17:00 ngày 08/03/2019`. */
function momentIn(moment: Moment, language: NoticeLanguage): string {
  const minute = minuteOfDay(fromMoment(moment))
  const two = (value: number) => String(value).padStart(2, '0')
  const day = dayInFigures(dayOf(fromMoment(moment)).toString())
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)} ${BETWEEN[language]} ${day}`
}
