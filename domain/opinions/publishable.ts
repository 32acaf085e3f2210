import { searched } from '../people/searched.ts'

export const PERSONAL_PARTS = ['number', 'mail', 'name'] as const
export type PersonalPart = (typeof PERSONAL_PARTS)[number]

/** Amounts are no one's number. */
const MONEY = /\d[\d.]*(?=\s*(?:đ(?![\p{L}])|đồng|VND|triệu|tỷ))/giu
/** Nine digits and more, however they are grouped: identity numbers, telephones, codes of dossiers. */
const NUMBER = /(?:\d[\s.\-–]?){8}\d/
const MAIL = /[^\s@]+@[^\s@]+/

/** What in a text points at a person: long numbers, addresses of mail, and the names that are known to belong to it. */
export function personalPartsIn(text: string, names: readonly string[]): readonly PersonalPart[] {
  const words = ` ${searched(text)} `
  const isNamed = names.map(searched).some((name) => name !== '' && words.includes(` ${name} `))
  return [
    ...(NUMBER.test(text.replace(MONEY, '')) ? (['number'] as const) : []),
    ...(MAIL.test(text) ? (['mail'] as const) : []),
    ...(isNamed ? (['name'] as const) : []),
  ]
}
