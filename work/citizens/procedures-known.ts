import { refuse, type Refusal } from '#domain/outcome.ts'
import type { Centre } from '#store/database.ts'
import { bookOf } from '../centre-book.ts'

/** Why a scope of procedures cannot be: it names one there is not. */
export async function procedureMissing(
  centre: Centre,
  procedures: readonly string[] | null,
): Promise<Refusal | null> {
  const known = (await bookOf(centre)).procedures
  const missing = procedures?.find((key) => !known.has(key))
  return missing === undefined ? null : refuse('no-such-procedure', { procedure: missing })
}
