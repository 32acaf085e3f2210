/**
 * Whether one folded word became the other by a single slip of the hand: a letter too many, too few, another one, or
 * two changed about. A word of one letter is not guessed at: every short word is a slip away from every other.
 */
export function isOneSlipApart(typed: string, meant: string): boolean {
  const [most, least] = [Math.max(typed.length, meant.length), Math.min(typed.length, meant.length)]
  if (typed === meant || least < 2 || most - least > 1) return false
  let same = 0
  while (same < least && typed[same] === meant[same]) same += 1
  let tail = 0
  while (tail < least - same && typed[typed.length - 1 - tail] === meant[meant.length - 1 - tail]) tail += 1
  if (same + tail >= most - 1) return true
  return (
    most === least &&
    same + tail === most - 2 &&
    typed[same] === meant[same + 1] &&
    typed[same + 1] === meant[same]
  )
}

const VNI = /^(?=[a-z]+[0-9])[a-z0-9]+$/
const TELEX = [
  [/dd/g, 'd'],
  [/([aeo])\1/g, '$1'],
  [/w/g, ''],
  // A tone stands behind a vowel, or behind the letters that close a syllable.
  [/(?<=[aeiouy][a-z]*)[sfrxj]/g, ''],
] as const

/** A folded word as Telex or VNI typed it where no program made marks of the keys (`giaays`, `so63`); null for others. */
export function withoutToneKeys(typed: string): string | null {
  if (VNI.test(typed)) return typed.replace(/[0-9]/g, '')
  const read = TELEX.reduce((word, [keys, letter]) => word.replace(keys, letter), typed)
  return read === typed || read === '' ? null : read
}
