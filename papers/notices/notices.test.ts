import { expect, test } from 'vitest'
import { NOTICE_KINDS, NOTICE_LANGUAGES, WITHOUT_CODE } from '#domain/notices/notice.ts'
import { TEMPLATE_FORMS, templateFault, templateOn, withoutMarks } from '#domain/notices/template.ts'
import { HOUSE_TEMPLATES } from './house-templates.ts'
import { noticeText, noticeValues } from './notice-text.ts'

const SUBJECT = {
  code: '000.00.12.H49-190305-0042',
  receivedAt: '2019-03-05T01:10:00.000Z',
  place: 'Bộ phận Tiếp nhận và Trả kết quả',
  centre: 'Trung tâm Hành chính công thị xã Đông Triều',
  link: 'https://motcua.dongtrieu.gov.vn/tra-cuu',
  facts: {},
}
const FACTS = { lastDay: '2019-04-03', due: '2019-03-08T10:00:00.000Z', dong: 5_000_000 }

const everything = NOTICE_KINDS.flatMap((kind) =>
  TEMPLATE_FORMS.flatMap((form) => NOTICE_LANGUAGES.map((language) => ({ kind, form, language }))),
)

test.each(everything)(
  'what the house says reads well with and without facts: $kind, $form, $language',
  (asked) => {
    const template = templateOn([], HOUSE_TEMPLATES, { ...asked, on: '2019-03-05' })
    expect(templateFault(template)).toBeNull()
    for (const facts of [FACTS, {}]) {
      const { subject, text } = noticeText(template, noticeValues({ ...SUBJECT, facts }, asked.language))
      expect(subject === '').toBe(asked.form === 'short')
      expect(text.includes(SUBJECT.code)).toBe(!WITHOUT_CODE.includes(asked.kind))
      expect(text).toContain(SUBJECT.link)
      expect(`${subject} ${text}`).not.toMatch(/[{}[\]]|undefined| ,| \.|\.\.|: \.| {2}/)
      // One message of a telephone, or two: each costs.
      if (asked.form === 'short') expect(withoutMarks(text).length).toBeLessThanOrEqual(200)
    }
  },
)

test('a letter in full', () => {
  const asked = { kind: 'supplement', form: 'mail', language: 'vi', on: '2019-03-05' } as const
  const values = noticeValues({ ...SUBJECT, facts: { lastDay: '2019-04-03' } }, 'vi')
  const { text } = noticeText(templateOn([], HOUSE_TEMPLATES, asked), values)
  expect(text).toContain('Xin nộp bổ sung chậm nhất ngày 03/04/2019.')
  expect(text).toContain('Hồ sơ 000.00.12.H49-190305-0042, tiếp nhận ngày 05/03/2019.')
  const inEnglish = templateOn([], HOUSE_TEMPLATES, { ...asked, kind: 'received', language: 'en' })
  const due = noticeValues({ ...SUBJECT, facts: { due: FACTS.due } }, 'en')
  expect(noticeText(inEnglish, due).text).toContain('the result is due 17:00 on 08/03/2019.')
})
