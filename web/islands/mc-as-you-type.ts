const PAUSE_MS = 150

/**
 * A search form whose results come while one types, into the frame that it names. Arrow keys go from the field into the
 * results and back; Enter in the field opens the first of them.
 */
class AsYouType extends HTMLElement {
  #timer: number | undefined

  connectedCallback(): void {
    this.addEventListener('input', this.#later)
    this.addEventListener('keydown', this.#key)
  }

  get #choices(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-choice]')]
  }

  #later = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) return
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.querySelector('form')?.requestSubmit(), PAUSE_MS)
  }

  #key = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const choices = this.#choices
    const field = this.querySelector('input')
    const at = choices.findIndex((one) => one === document.activeElement)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const to = at + (event.key === 'ArrowDown' ? 1 : -1)
      event.preventDefault()
      if (to < 0) field?.focus()
      else choices[to]?.focus()
    } else if (event.key === 'Enter' && event.target === field && this.#timer === undefined) {
      event.preventDefault()
      choices[0]?.click()
    }
    if (event.key === 'Enter' && event.target === field) this.#timer = undefined
  }
}

customElements.define('mc-as-you-type', AsYouType)
