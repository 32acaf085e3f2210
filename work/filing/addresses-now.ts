import { isAddress } from '#domain/procedure/answer.ts'
import type { Place } from '#domain/procedure/address.ts'
import { type AddressNow, addressNow } from '#domain/procedure/place-now.ts'
import type { AnswerLine } from './answer-lines.ts'

/** What addresses of answers are called on a day, where they were given in units of before; by the names of the lines. */
export function addressesNow(
  places: readonly Place[],
  lines: readonly Pick<AnswerLine, 'name' | 'answer'>[],
  on: string,
): ReadonlyMap<string, AddressNow> {
  return new Map(
    lines.flatMap(({ name, answer }) => {
      const now = isAddress(answer) ? addressNow(places, answer, on) : null
      return now ? [[name, now] as const] : []
    }),
  )
}
