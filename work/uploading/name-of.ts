const MOST_LETTERS = 200

/** What a file is called, whatever folder it lay in: composed as Unicode composes, without what nobody sees. */
export function nameOf(called: string): string {
  const last = called.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return plain.slice(0, MOST_LETTERS) || 'tep'
}
