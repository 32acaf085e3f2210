const PAUSE_MS = 150

/**
 * A search form whose results come while one types, into the frame within. Arrow keys go from the field into the
 * results and back; Enter in the field opens the first of them, once they are those of what is typed.
 */
class AsYouType extends HTMLElement {
  #timer: number | undefined
  #opensFirst = false

  connectedCallback(): void {
    this.addEventListener('input', this.#later)
    this.addEventListener('keydown', this.#key)
    this.addEventListener('turbo:frame-load', this.#come)
  }

  get #choices(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-choice]')]
  }

  #later = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) return
    this.#opensFirst = false
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(this.#ask, PAUSE_MS)
  }

  #ask = (): void => {
    window.clearTimeout(this.#timer)
    this.#timer = undefined
    this.querySelector('form')?.requestSubmit()
  }

  /** Said to those who hear: how many there are. */
  #come = (): void => {
    const said = this.querySelector('[data-said]')
    if (said) said.textContent = this.querySelector('turbo-frame h2')?.textContent ?? ''
    if (this.#opensFirst && this.#timer === undefined) this.#choices[0]?.click()
    this.#opensFirst = false
  }

  #key = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#move(event)
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
      this.#enter(event, event.target)
  }

  #move(event: KeyboardEvent): void {
    const choices = this.#choices
    const at = choices.findIndex((one) => one === document.activeElement)
    const to = at + (event.key === 'ArrowDown' ? 1 : -1)
    event.preventDefault()
    if (to < 0) this.querySelector('input')?.focus()
    else choices[to]?.focus()
  }

  #enter(event: KeyboardEvent, field: HTMLInputElement): void {
    event.preventDefault()
    if (field.value.trim() === '') return
    const isUnderWay = this.#timer !== undefined || this.querySelector('turbo-frame[busy]') !== null
    if (!isUnderWay) this.#choices[0]?.click()
    else {
      this.#opensFirst = true
      if (this.#timer !== undefined) this.#ask()
    }
  }
}

customElements.define('mc-as-you-type', AsYouType)
