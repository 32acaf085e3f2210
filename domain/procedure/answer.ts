import type { Address } from './address.ts'

/** What was answered to one field: text, day and choice as text, a number, yes or no, several choices, an address. */
export type Answer = string | number | boolean | readonly string[] | Address | Answers | readonly Answers[]

/** Answers by the name of their field; what was not answered is not there. */
export interface Answers {
  readonly [name: string]: Answer
}

export function isGroup(answer: Answer | undefined): answer is Answers {
  return typeof answer === 'object' && !Array.isArray(answer)
}

/** The rows of a list; none where it was not answered. */
export function rowsOf(answer: Answer | undefined): readonly Answers[] {
  return Array.isArray(answer) ? answer.filter((one): one is Answers => typeof one === 'object') : []
}

export function isAddress(answer: Answer | undefined): answer is Address {
  return isGroup(answer) && 'province' in answer && 'ward' in answer
}
