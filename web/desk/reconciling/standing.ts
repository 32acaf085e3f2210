import type { MoneyIn } from '#domain/paying/money-in.ts'
import type { Words } from '../../words/vi.ts'

/** How a sum stands, in a few words. */
export function standingInWords(words: Words, { standing, doubt, refundedDong, dong }: MoneyIn): string {
  const said = words.desk.reconciling
  if (refundedDong === dong) return said.settled
  if (doubt !== null) return said.doubts[doubt]
  return standing === 'credited' ? said.chosen : said.held
}
