import type { AddressNow } from '#domain/procedure/place-now.ts'
import type { Words } from '../words/vi.ts'

/** Below an address of before: what its units are called now, since when, and how sure that is. */
export function UnitNow({ words, now }: { readonly words: Words; readonly now: AddressNow | undefined }) {
  if (!now) return null
  const { filing: said, format } = words
  return (
    <small>
      {said.unitNow} <span lang="vi">{now.text}</span> ({said.unitSince(format.day(now.since))}
      {now.confidence !== 'high' && `; ${said.unsure}`})
    </small>
  )
}
