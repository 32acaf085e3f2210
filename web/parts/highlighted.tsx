import type { Needle } from '#domain/dossier/asked.ts'
import { highlighted } from '#domain/people/highlighted.ts'

interface HighlightedProps {
  readonly text: string
  readonly needles: readonly Needle[]
}

/** A text in which what was searched for is marked, in its own spelling. */
export function Highlighted({ text, needles }: HighlightedProps) {
  return (
    <>
      {highlighted(text, soughtBy(needles)).map((piece, place) =>
        piece.isFound ? <mark key={place}>{piece.text}</mark> : piece.text,
      )}
    </>
  )
}

/** Words are found where they begin, digits anywhere. */
export function soughtBy(needles: readonly Needle[]) {
  return needles.flatMap(({ kind, text, or }) =>
    [text, ...(or === undefined ? [] : [or])].map((one) => ({ text: one, isWordStart: kind !== 'number' })),
  )
}
