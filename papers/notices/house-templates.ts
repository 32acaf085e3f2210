import { NOTICE_KINDS, type NoticeKind, type NoticeLanguage } from '#domain/notices/notice.ts'
import type { NoticeTemplate } from '#domain/notices/template.ts'
import { ENGLISH } from './english.ts'
import { VIETNAMESE } from './vietnamese.ts'

/** One notice in one language: a few words, and a letter with its subject. */
export interface Said {
  readonly short: string
  readonly subject: string
  readonly mail: string
}
export type SaidAll = Readonly<Record<NoticeKind, Said>>

/** What the house says where a centre has no template of its own. */
export const HOUSE_TEMPLATES: readonly NoticeTemplate[] = [
  ...templatesOf('vi', VIETNAMESE),
  ...templatesOf('en', ENGLISH),
]

function templatesOf(language: NoticeLanguage, all: SaidAll): NoticeTemplate[] {
  return NOTICE_KINDS.flatMap((kind): NoticeTemplate[] => {
    const { short, subject, mail } = all[kind]
    return [
      { kind, form: 'short', language, subject: '', text: short },
      { kind, form: 'mail', language, subject, text: mail },
    ]
  })
}
