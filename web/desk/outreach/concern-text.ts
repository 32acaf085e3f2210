import type { Concern } from '#domain/outreach/intake-packet.ts'
import type { RefusalCode } from '#domain/outcome.ts'
import type { Words } from '../../words/vi.ts'
import { refusalText } from '../form.ts'

/** Why a person looks at a packet, as a sentence. */
export function concernText(words: Words, { what, of, facts = {} }: Concern): string {
  const [code = ''] = of
  const isRule = (one: string): one is RefusalCode => Object.hasOwn(words.refusals, one)
  const named =
    what === 'refused' && isRule(code) ? refusalText(words, { refused: code, facts }) : of.join(', ')
  return words.fieldWork.packets.concerns[what](named)
}
