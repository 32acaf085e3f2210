import type { Day } from '#domain/calendar/moment.ts'
import { composedLetters } from './composed.ts'
import { isGarbledAddress, isGarbledName } from './garbled.ts'

/** What the QR code on a citizen card says (CCCD since 2021, căn cước since 2024). */
export interface CitizenCard {
  readonly number: string
  /** The nine-digit number of before; null when the card names none. */
  readonly oldNumber: string | null
  readonly name: string
  readonly bornOn: Day
  /** As it stands on the card. */
  readonly sex: string
  readonly address: string
  readonly issuedOn: Day
}

/**
 * Why a text is not taken as a card. `garbled`: it is one, but a Vietnamese input method or the wrong character set
 * has spoilt it on its way from a scanner that types like a keyboard.
 */
export type CardFault = 'not-a-card' | 'garbled' | 'wrong-parts' | 'wrong-number' | 'wrong-date'

export type CardRead =
  | { readonly card: CitizenCard; readonly fault?: undefined }
  | {
      readonly card?: undefined
      readonly fault: CardFault
      /** The number when it can have been read no other way; null otherwise. */
      readonly sureNumber: string | null
    }

/** Each digit group of the number fits what the card says besides: century and sex, and the year of birth. */
const NUMBER = /^\d{3}(\d)(\d{2})\d{6}$/
const OLD_NUMBER = /^\d{9}$/
const SEXES: { readonly [sex: string]: 0 | 1 } = { nam: 0, nữ: 1 }

/**
 * Reads the text of a card: `number|old number|name|ddmmyyyy|sex|address|ddmmyyyy`, where the old number may be empty
 * or left out with its bar. A text that a keyboard scanner garbled is recognised and never taken for another person:
 * the number holds century, sex and year of birth (Decree 137/2015/NĐ-CP art. 13), which must agree with the rest.
 */
export function readCitizenCard(text: string): CardRead {
  const whole = composedLetters(text).replace(/^[\s\ufeff]+|\s+$/g, '')
  const lead = /^\d{12}(?!\d)/.exec(whole)?.[0] ?? null
  if (lead === null) return { fault: looksLikeCard(whole) ? 'garbled' : 'not-a-card', sureNumber: null }
  const parts = whole.split('|').map((part) => part.trim())
  const [number = '', ...rest] = parts
  const [oldNumber = '', name = '', born = '', sex = '', address = '', issued = ''] =
    parts.length === 6 ? ['', ...rest] : rest
  const sureNumber = isBorneOut(lead, whole) ? lead : null
  if (number !== lead) return { fault: 'garbled', sureNumber }
  if (parts.length !== 6 && parts.length !== 7) return { fault: 'wrong-parts', sureNumber }
  const bornOn = readDay(born)
  const issuedOn = readDay(issued)
  if (bornOn === null || issuedOn === null || issuedOn <= bornOn)
    return { fault: 'wrong-date', sureNumber: null }
  if (!fits(number, bornOn)) return { fault: 'wrong-number', sureNumber: null }
  const sexDigit = SEXES[sex.toLowerCase()]
  if (sexDigit !== undefined && sexDigit !== Number(number[3]) % 2)
    return { fault: 'wrong-number', sureNumber: null }
  const isSpoilt =
    (sexDigit === undefined && sex !== '') ||
    (oldNumber !== '' && !OLD_NUMBER.test(oldNumber)) ||
    address === '' ||
    isGarbledName(name) ||
    isGarbledAddress(address)
  if (isSpoilt) return { fault: 'garbled', sureNumber: number }
  return {
    card: {
      number,
      oldNumber: oldNumber || null,
      name: tidy(name),
      bornOn,
      sex,
      address: tidy(address),
      issuedOn,
    },
  }
}

/** Digits, a bar and a date of eight digits: a card, even when its number has suffered. */
function looksLikeCard(text: string): boolean {
  return /^\S{9,15}\|/.test(text) || (/\d{9}/.test(text) && /\|\s*\d{8}\s*\|?/.test(text))
}

/** Whether the first date behind the number, whatever parts it from the rest, agrees with the number. */
function isBorneOut(number: string, whole: string): boolean {
  const dates = whole.slice(number.length).match(/(?<!\d)\d{8}(?!\d)/g) ?? []
  const bornOn = readDay(dates[0] ?? '')
  return bornOn !== null && fits(number, bornOn)
}

/** `ddmmyyyy` as a day of the calendar; null when there is no such day. */
function readDay(text: string): Day | null {
  const [, day = '', month = '', year = ''] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? []
  if (year === '' || Number(year) < 1880) return null
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Whether century and year of birth in the number are those of the card. */
function fits(number: string, bornOn: Day): boolean {
  const [, century = '', year = ''] = NUMBER.exec(number) ?? []
  const bornIn = Number(bornOn.slice(0, 4))
  return Math.floor(Number(century) / 2) === Math.floor(bornIn / 100) - 19 && Number(year) === bornIn % 100
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
