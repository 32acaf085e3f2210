import type { Day } from '#domain/calendar/moment.ts'
import { type NoticeKind, type NoticeLanguage, WITHOUT_CODE } from './notice.ts'

/** A few words for a telephone or a screen that others may see, or a letter. */
export const TEMPLATE_FORMS = ['short', 'mail'] as const
export type TemplateForm = (typeof TEMPLATE_FORMS)[number]

/**
 * What can stand in a template. Neither a name, nor an identity number, nor what is applied for: of some procedures the
 * name alone tells of an illness, a debt or a quarrel, and a telephone lies on the table.
 */
export const TEMPLATE_WORDS = [
  'code',
  'received',
  'lastDay',
  'due',
  'dong',
  'place',
  'centre',
  'link',
] as const
export type TemplateWord = (typeof TEMPLATE_WORDS)[number]
export type TemplateValues = { readonly [word in TemplateWord]?: string }

/** How something is said: with `{words}`, and parts in [brackets] that are left out where a word in them has no value. */
export interface NoticeTemplate {
  readonly kind: NoticeKind
  readonly form: TemplateForm
  readonly language: NoticeLanguage
  /** Of a letter; a short message has none. */
  readonly subject: string
  readonly text: string
}

/** A centre's own, from a day on. */
export interface DatedTemplate extends NoticeTemplate {
  readonly from: Day
  readonly until: Day | null
}

/** The template that holds on a day: the centre's own, otherwise the house's. */
export function templateOn(
  templates: readonly DatedTemplate[],
  house: readonly NoticeTemplate[],
  { kind, form, language, on }: Pick<NoticeTemplate, 'kind' | 'form' | 'language'> & { readonly on: Day },
): NoticeTemplate {
  const isMeant = (one: NoticeTemplate) => one.kind === kind && one.form === form && one.language === language
  const own = templates.findLast(
    (one) => isMeant(one) && one.from <= on && (one.until === null || on < one.until),
  )
  const found = own ?? house.find(isMeant)
  if (!found) throw new Error(`no template of ${kind}, ${form}, ${language}`)
  return found
}

const WORD = /\{(\w*)\}/g
const PART = /\[([^[\]]*)\]/g

/** A template with its values. What is left out takes its brackets along. */
export function filled(text: string, values: TemplateValues): string {
  const at = (word: string) => (isWord(word) ? values[word] : undefined)
  const has = (part: string) => [...part.matchAll(WORD)].every(([, word = '']) => at(word) !== undefined)
  return text
    .replace(PART, (_, part: string) => (has(part) ? part : ''))
    .replace(WORD, (_, word: string) => at(word) ?? '')
}

const isWord = (word: string): word is TemplateWord => TEMPLATE_WORDS.some((one) => one === word)

/** Words that have a value whatever is told; any other stands in brackets. */
const ALWAYS: readonly TemplateWord[] = ['code', 'received', 'place', 'centre', 'link']

/** So many characters a short message may have, filled in: three parts of a message without diacritics. */
export const MOST_SHORT = 459

/** What a centre's template could be wrong by. */
export type TemplateFault = 'no-code' | 'unknown-word' | 'word-may-lack' | 'brackets' | 'too-long'

/** What is wrong with a template, before anything is sent with it; null when nothing is. */
export function templateFault({ kind, form, subject, text }: NoticeTemplate): TemplateFault | null {
  const words = [...`${subject} ${text}`.matchAll(WORD)].map(([, word = '']) => word)
  const hasCode = !WITHOUT_CODE.includes(kind)
  if (!words.every((word) => isWord(word) && (hasCode || word !== 'code'))) return 'unknown-word'
  if (/[[\]]/.test(text.replace(PART, '')) || /[[\]{}]/.test(subject.replace(WORD, ''))) return 'brackets'
  if (/[{}]/.test(text.replace(WORD, ''))) return 'brackets'
  if (hasCode && !text.includes('{code}')) return 'no-code'
  const outside = [...`${subject} ${text.replace(PART, '')}`.matchAll(WORD)]
  if (!outside.every(([, word]) => ALWAYS.some((one) => one === word))) return 'word-may-lack'
  return form === 'short' && filled(text, SAMPLE).length > MOST_SHORT ? 'too-long' : null
}

const SAMPLE: Required<TemplateValues> = {
  code: '000.00.12.H49-190703-0042',
  received: '03/07/2019',
  lastDay: '03/08/2019',
  due: '17:00, thứ Sáu 05/07/2019',
  dong: '1.200.000 đ',
  place: 'Bộ phận Tiếp nhận và Trả kết quả',
  centre: 'Trung tâm Hành chính công thị xã',
  link: 'https://motcua.example.vn/tra-cuu',
}

/** Without diacritics, as most telephones are written to: a message then holds 160 characters and not 70. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
}
