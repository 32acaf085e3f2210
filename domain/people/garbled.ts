/** The first consonants of a Vietnamese syllable, `dd` as Telex writes đ. */
const ONSET = 'b|ch|c|dd?|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x'
const VOWELS = 'aeiouyàáâãèéêìíòóôõùúýăĩũơưạ-ỹ'

/** A syllable with its tone key behind it, as Telex types it: `Thij`, `Nguyeenx`; `Ksor` is none, it is a name. */
const TONE_KEY = new RegExp(`^(?:${ONSET})?[${VOWELS}w]+(?:ch|c|m|nh|ng|n|p|t)?[sfrxjz]$`, 'iu')
/** Telex writes â, ê, đ as two of the same letter, and ă, ơ, ư with a w; `oong` and `ooc` are Vietnamese as they stand. */
const DOUBLED = /aa|ee|dd|[aou]w|oo(?!ng|c)/i
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
/** A word that has lost its vowels, as where a keyboard has no key for them: `Thị` as `Th`. `TP` is an abbreviation. */
const VOWELLESS = new RegExp(`^(?=.*\\p{Ll})[^${VOWELS}]{2,}$`, 'iu')
const HAS_LOWER = /\p{Ll}/u
/** Caps Lock was on: `nGUYỄN`. */
const INVERTED = /^\p{Ll}+\p{Lu}/u

/**
 * Whether a name holds what no name does: leftovers of Telex or VNI, two tones on a syllable, letters lost or inverted,
 * a wrong character set. Names of every people of the country pass (H'Hen Niê, Ksor Phước, Moong Văn Nghệ).
 */
export function isGarbledName(name: string): boolean {
  return !/^[\p{L}\p{M}'’. -]+$/u.test(name) || isMisread(name) || wordsOf(name).some(isGarbledWord)
}

/** Whether an address holds the same; one foreign word alone in it says nothing yet. */
export function isGarbledAddress(address: string): boolean {
  const words = wordsOf(address)
  if (isMisread(address) || /\p{L}\?|\?\p{L}/u.test(address) || words.some(isVowelless)) return true
  return words.filter(isGarbledWord).length > 1
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{M}]+/u).filter(Boolean)

function isGarbledWord(word: string): boolean {
  const tones = word.normalize('NFD').match(TONES)?.length ?? 0
  return tones > 1 || TONE_KEY.test(word) || DOUBLED.test(word) || INVERTED.test(word) || isVowelless(word)
}

const isVowelless = (word: string) => HAS_LOWER.test(word) && VOWELLESS.test(word)

/** A small letter with a Western capital behind it, or a sign where a letter should be: `NguyÔn ThÞ H­¬ng`, which is TCVN3. */
const TCVN3 = /\p{Ll}[À-ÖØ-Þ]|\p{L}[®¸µ¶·¹¨¾»¼½©ª¬×\u00ad]|[®¸µ¶·¹¨¾»¼½©ª¬\u00ad]\p{L}/u

/** Whether a text was written in one character set and read in another: TCVN3 (ABC), or UTF-8 taken for a Western one. */
export function isWrongCharacterSet(text: string): boolean {
  return isMisread(text) || TCVN3.test(text)
}

/** UTF-8 read letter by letter as a Western character set: `Nguyá»…n`. */
function isMisread(text: string): boolean {
  return /[ÃÄÅÆá][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ€]|á[º»]|\ufffd/u.test(text)
}
