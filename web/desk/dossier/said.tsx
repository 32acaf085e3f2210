/** More than this is folded behind its beginning, so that a long comment leaves the page readable. */
const MOST = 600
const BEGINNING = 240

/** What a person wrote, as it was written. */
export function Said({ text }: { text: string }) {
  const whole = (
    <blockquote class="dossier-said" lang="vi">
      {text}
    </blockquote>
  )
  if (text.length <= MOST) return whole
  return (
    <details class="dossier-long">
      <summary lang="vi">{beginningOf(text)}…</summary>
      {whole}
    </details>
  )
}

/** Up to the last whole word. */
function beginningOf(text: string): string {
  const cut = text.slice(0, BEGINNING)
  const space = cut.lastIndexOf(' ')
  return space > 0 ? cut.slice(0, space) : cut
}
