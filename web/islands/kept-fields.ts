/** A page that shows itself anew by morphing leaves alone what a person has ticked or typed in it. */
document.addEventListener('turbo:before-morph-attribute', (event) => {
  const field = event.target
  if (!(event instanceof CustomEvent) || !isChanged(field)) return
  if (['checked', 'value'].includes(event.detail.attributeName)) event.preventDefault()
})

function isChanged(field: EventTarget | null): boolean {
  if (field instanceof HTMLInputElement)
    return field.checked !== field.defaultChecked || field.value !== field.defaultValue
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue
}
