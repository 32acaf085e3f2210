import { isTyping } from './keys.ts'

/** Up and down the rows of a list (`tr[data-row]`) by J and K, X ticks; Enter follows the row's link by itself. */
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
  if (document.body.hasAttribute('data-keys-off') || isTyping(event.target)) return
  if (document.querySelector('dialog[open]')) return
  const key = event.key.toLowerCase()
  if (key === 'j' || key === 'k') move(event, key === 'j' ? 1 : -1)
  else if (key === 'x') tick(event)
})

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row]')]
}

function move(event: KeyboardEvent, by: 1 | -1): void {
  const all = rows()
  if (all.length === 0) return
  const at = all.findIndex((row) => row.contains(document.activeElement))
  const next = at === -1 ? (by === 1 ? all[0] : all.at(-1)) : all[at + by]
  const link = next?.querySelector('a')
  if (!link) return
  event.preventDefault()
  link.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function tick(event: KeyboardEvent): void {
  const row = rows().find((one) => one.contains(document.activeElement))
  const box = row?.querySelector<HTMLInputElement>('input[type=checkbox]')
  if (!box) return
  event.preventDefault()
  box.click()
}
