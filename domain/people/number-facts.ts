/**
 * What a personal identity number of twelve digits says of its owner (Decree 137/2015/NĐ-CP art. 13): the fourth digit
 * is even for men and odd for women. Null for any other number.
 */
export function genderInNumber(number: string): 'nam' | 'nu' | null {
  if (!/^\d{12}$/.test(number)) return null
  return Number(number.charAt(3)) % 2 === 0 ? 'nam' : 'nu'
}
