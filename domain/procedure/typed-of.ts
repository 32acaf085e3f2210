import { type Answer, type Answers, isAddress, isGroup, rowsOf } from './answer.ts'
import { ROW_MARK } from './answers.ts'
import type { FormField } from './form.ts'
import type { TypedAnswers } from './read-answer.ts'

/** Answers written back into the boxes of their form: what `readAnswers` reads as the same answers. */
export function typedOf(fields: readonly FormField[], answers: Answers, path = ''): TypedAnswers {
  return Object.assign(
    {},
    ...fields.map((field) => {
      const name = path === '' ? field.name : `${path}.${field.name}`
      const answer = answers[field.name]
      return answer === undefined ? {} : boxesOf(field, name, answer)
    }),
  )
}

function boxesOf(field: FormField, name: string, answer: Answer): TypedAnswers {
  switch (field.type) {
    case 'group':
      return isGroup(answer) ? typedOf(field.fields, answer, name) : {}
    case 'list':
      return Object.assign(
        {},
        ...rowsOf(answer).map((row, place) => ({
          [`${name}.${place}.${ROW_MARK}`]: 'true',
          ...typedOf(field.fields, row, `${name}.${place}`),
        })),
      )
    case 'papers':
      return {}
    case 'choices':
      return { [name]: Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : [] }
    case 'address':
      return isAddress(answer) ? addressBoxes(name, answer) : {}
    case 'date':
    case 'partial-date':
      return dayBoxes(name, String(answer))
    case 'date-time': {
      const [day = '', time = ''] = String(answer).split('T')
      return { ...dayBoxes(name, day), [`${name}.time`]: time }
    }
    case 'decimal':
      return { [name]: String(answer).replace('.', ',') }
    case 'text':
    case 'integer':
    case 'money':
    case 'choice':
    case 'yes-no':
    case 'agreement':
      return { [name]: String(answer) }
  }
}

/** The boxes of a day, a month or a year. */
export function dayBoxes(name: string, day: string): TypedAnswers {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}

function addressBoxes(name: string, address: Extract<Answer, { wardCode: string | null }>): TypedAnswers {
  const line = { [`${name}.line`]: address.line ?? '' }
  if (address.wardCode !== null) return { ...line, [`${name}.ward`]: address.wardCode }
  return {
    ...line,
    [`${name}.wardName`]: address.ward,
    [`${name}.district`]: address.district ?? '',
    [`${name}.province`]: address.provinceCode ?? '',
  }
}
