/** What a person has unfolded stays so when the page shows itself anew: nothing jumps away under the hands. */
document.addEventListener('turbo:before-morph-attribute', (event) => {
  const detail = event instanceof CustomEvent ? event.detail : undefined
  if (event.target instanceof HTMLDetailsElement && detail?.attributeName === 'open') event.preventDefault()
})
