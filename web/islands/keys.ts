/**
 * The keys of the desk. A key with a modifier works everywhere: it presses what bears it in `data-keys`. A single key
 * works only while nobody types, and not at all when the person has switched them off (WCAG 2.1.4).
 */
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return
  if (event.key === 'Escape') leave()
  else if (event.altKey && !event.ctrlKey && !event.metaKey) pressed(event, `Alt+${nameOf(event)}`)
  else if (!event.altKey && !event.ctrlKey && !event.metaKey) single(event)
})

document.addEventListener('click', (event) => {
  const opener = event.target instanceof Element ? event.target.closest('[data-opens]') : null
  const dialog = opener && document.getElementById(opener.getAttribute('data-opens') ?? '')
  if (!(dialog instanceof HTMLDialogElement)) return
  event.preventDefault()
  dialog.showModal()
})

/** By the place of the key, so that an input method or a Mac's Option letter changes nothing. */
function nameOf({ code, key }: KeyboardEvent): string {
  return code.startsWith('Key') ? code.slice(3) : code.startsWith('Digit') ? code.slice(5) : key
}

function pressed(event: KeyboardEvent, keys: string): void {
  const open = document.querySelector('dialog[open]')
  const bearers = [...(open ?? document).querySelectorAll<HTMLElement>(`[data-keys="${keys}"]`)]
  // Of several, the one of the form that is typed in.
  const form = document.activeElement?.closest('form')
  const bearer = bearers.find((one) => form?.contains(one)) ?? bearers[0]
  if (!bearer) return
  event.preventDefault()
  if (bearer.matches('input:not([type=checkbox], [type=radio]), select, textarea')) bearer.focus()
  else bearer.click()
}

/** Out of the field, so that the single keys work again. */
function leave(): void {
  if (isTyping(document.activeElement) && document.activeElement instanceof HTMLElement)
    document.activeElement.blur()
}

function single(event: KeyboardEvent): void {
  if (document.body.hasAttribute('data-keys-off') || isTyping(event.target)) return
  if (document.querySelector('dialog[open]')) return
  if (event.key === '?') open(event, 'shortcuts')
  else if (event.key === '/') {
    const box = document.querySelector<HTMLInputElement>('[data-search-box]')
    if (!box) return
    event.preventDefault()
    box.focus()
    box.select()
  }
}

function open(event: KeyboardEvent, id: string): void {
  const dialog = document.getElementById(id)
  if (!(dialog instanceof HTMLDialogElement)) return
  event.preventDefault()
  dialog.showModal()
}

/** Whether what has the focus takes letters. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches(
        'textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])',
      ))
  )
}
