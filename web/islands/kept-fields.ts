/**
 * A page that shows itself anew because something has changed leaves alone what a person has ticked or typed in it, and
 * what it has said once and nobody may have read yet. What answers a form that was sent is shown as it came.
 */
let isByItself = false

/** The next showing comes by itself, not as the answer to what the person sent. */
export function keepFields(): void {
  isByItself = true
}

document.addEventListener('turbo:render', () => {
  isByItself = false
})
/** What was sent and taken is done with: the form is as it was before. */
document.addEventListener('turbo:submit-end', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
  if (event instanceof CustomEvent && event.detail.success === true) form.reset()
})
document.addEventListener('turbo:submit-start', () => {
  isByItself = false
})
document.addEventListener('turbo:before-morph-attribute', (event) => {
  const field = event.target
  if (!isByItself || !(event instanceof CustomEvent) || !isChanged(field)) return
  if (['checked', 'value'].includes(event.detail.attributeName)) event.preventDefault()
})
document.addEventListener('turbo:before-morph-element', (event) => {
  if (!isByItself || !(event instanceof CustomEvent) || event.detail.newElement) return
  if (event.target instanceof Element && event.target.matches('[data-said-once]')) event.preventDefault()
})

function isChanged(field: EventTarget | null): boolean {
  if (field instanceof HTMLInputElement)
    return field.checked !== field.defaultChecked || field.value !== field.defaultValue
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue
}
