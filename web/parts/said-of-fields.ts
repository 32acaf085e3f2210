import type { AnswerFault } from '#domain/procedure/answers.ts'
import type { Choice, FormField } from '#domain/procedure/form.ts'
import { type Answer, isAddress } from '#domain/procedure/answer.ts'
import { addressText } from '#domain/procedure/address.ts'
import type { Words } from '../words/vi.ts'

/** What a field is called, and in which language where that is not the page's. */
export interface Label {
  readonly text: string
  readonly lang?: 'vi'
}

const inVietnamese = (words: Words, text: string): Label =>
  words.language === 'vi' ? { text } : { text, lang: 'vi' }

/** The label of a field: of the form in the reader's language where it was translated, of the house by its code. */
export function labelOf(words: Words, { label, english }: Pick<FormField, 'label' | 'english'>): Label {
  const own = commonLabel(words, label)
  if (own !== undefined) return { text: own }
  return words.language === 'en' && english !== null ? { text: english } : inVietnamese(words, label)
}

export function choiceLabel(words: Words, { label, english }: Choice): Label {
  return labelOf(words, { label, english })
}

function commonLabel({ filing }: Words, code: string): string | undefined {
  const common: { readonly [code: string]: string } = filing.common
  return Object.hasOwn(common, code) ? common[code] : undefined
}

/** What to write: the help of a field, and its rule in words. */
export function hintOf(words: Words, field: FormField): string | undefined {
  const { help, helpEnglish, rule } = field
  const own = words.language === 'en' ? (helpEnglish ?? help) : help
  const said = [own, rule === null ? null : ruleOf(words, field)].filter((one) => one !== null)
  return said.length === 0 ? undefined : said.join('. ')
}

function ruleOf(words: Words, { rule, ruleEnglish }: FormField): string | null {
  const common: { readonly [code: string]: string } = words.filing.commonRules
  if (rule !== null && Object.hasOwn(common, rule)) return common[rule] ?? rule
  return words.language === 'en' ? (ruleEnglish ?? rule) : rule
}

/** What is wrong, with the rule that was broken where there is one. */
export function faultInWords(words: Words, { field, code, most }: AnswerFault): string {
  const said = words.filing.faults[code](
    labelOf(words, field).text,
    most === null ? '' : words.format.number(most),
  )
  const rule = code === 'rule-broken' || code === 'wrong-format' ? ruleOf(words, field) : null
  return rule === null ? said : `${said} ${rule}.`
}

/** An answer as it is read back. */
export function answerInWords(words: Words, field: FormField, answer: Answer | undefined): string {
  const { format, filing } = words
  if (answer === undefined) return filing.notAnswered
  if (isAddress(answer)) return addressText(answer)
  switch (field.type) {
    case 'choice':
      return choiceIn(words, field.choices, String(answer))
    case 'choices':
      return [answer]
        .flat()
        .map((one) => choiceIn(words, field.choices, String(one)))
        .join('; ')
    case 'yes-no':
    case 'agreement':
      return answer === true ? filing.yes : filing.no
    case 'money':
      return format.money(Number(answer))
    case 'integer':
    case 'decimal':
      return format.number(Number(answer))
    case 'date':
    case 'partial-date':
      return format.day(String(answer))
    case 'date-time': {
      const [day = '', time = ''] = String(answer).split('T')
      return `${time}, ${format.day(day)}`
    }
    default:
      return String(answer)
  }
}

function choiceIn(words: Words, choices: readonly Choice[], value: string): string {
  const found = choices.find((one) => one.value === value)
  return found ? choiceLabel(words, found).text : value
}
