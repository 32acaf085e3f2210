const TONE = '\\u0300\\u0301\\u0303\\u0309\\u0323'
const QUALITY = '\\u0302\\u0306\\u031b'
/** A tone written before what makes â, ă, ơ: an order that composes to nothing. */
const TONE_FIRST = new RegExp(`([${TONE}])([${QUALITY}])`, 'gu')

/** What takes no room and only disturbs: joiners, marks of direction, soft hyphens, byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu
// oxlint-disable-next-line no-control-regex -- what no keyboard types and no paper shows
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu

/** The letters of a text as they are kept: composed (NFC), tones of old fonts behind the letter they belong to, Ð as Đ. */
export function composedLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(TONE_FIRST, '$2$1')
    .normalize('NFC')
    .replace(/[\u00d0\u0189]/gu, 'Đ')
    .replace(/[\u00f0\u0256]/gu, 'đ')
}

/**
 * Text as it is kept, whatever keyboard, font or telephone it came from: its letters composed, every space a space, no
 * signs that cannot be seen. Lines stay.
 */
export function composed(text: string): string {
  return composedLetters(text)
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim()
}
