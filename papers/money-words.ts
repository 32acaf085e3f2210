import { COMMON_READING, type NumberReading } from '#domain/number-reading.ts'

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const BILLION = 1_000_000_000

/** An amount of whole đồng as receipts write it out: "Một triệu hai trăm năm mươi nghìn đồng". */
export function moneyInWords(dong: number, reading: NumberReading = COMMON_READING): string {
  const said = `${dong === 0 ? DIGITS[0] : numberInWords(dong, reading, false)} đồng`
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** In groups of three below a billion; what is above is read as a number of billions. Inside a number every hundred is said. */
function numberInWords(number: number, reading: NumberReading, isInside: boolean): string {
  const billions = Math.floor(number / BILLION)
  const head = billions > 0 ? [`${numberInWords(billions, reading, isInside)} tỷ`] : []
  const groups = ['', ` ${reading.thousand}`, ' triệu']
  const below = [2, 1, 0].flatMap((place) => {
    const group = Math.floor(number / 1000 ** place) % 1000
    if (group === 0) return []
    const isFirst = !isInside && number < 1000 ** (place + 1)
    return [`${groupInWords(group, reading, isFirst)}${groups[place] ?? ''}`]
  })
  return [...head, ...below].join(' ')
}

function groupInWords(group: number, { zeroTen, four }: NumberReading, isFirst: boolean): string {
  const [hundred, ten, one] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10]
  const saysHundred = hundred > 0 || !isFirst
  const words = saysHundred ? [`${digit(hundred)} trăm`] : []
  if (ten === 1) words.push('mười')
  else if (ten > 1) words.push(`${digit(ten)} mươi`)
  else if (one > 0 && saysHundred) words.push(zeroTen)
  if (one === 1 && ten > 1) words.push('mốt')
  else if (one === 4 && ten > 1) words.push(four)
  else if (one === 5 && ten > 0) words.push('lăm')
  else if (one > 0) words.push(digit(one))
  return words.join(' ')
}

const digit = (value: number): string => DIGITS[value] ?? ''

/** `1.250.000`, as amounts stand on papers. */
export function amount(dong: number): string {
  return String(dong).replace(/\B(?=(\d{3})+$)/g, '.')
}
