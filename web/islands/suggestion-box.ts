/** What can be suggested for what was typed, and a sentence for those who hear. */
export interface Suggested {
  readonly options: readonly HTMLElement[]
  readonly said: string
}

const PAUSE_MS = 200

/**
 * Suggests while one types into the search box within (ARIA combobox with a list): arrows choose, Enter opens what is
 * chosen or else sends the search as it does without script, Escape closes.
 */
export abstract class SuggestionBox extends HTMLElement {
  #timer: number | undefined
  #asked: AbortController | undefined
  #chosen = -1
  readonly #list = document.createElement('ul')
  readonly #said = document.createElement('span')

  /** Whether there is anything to suggest for what is typed. */
  protected abstract asksFor(typed: string): boolean
  /** What is suggested; null when the answer is none. */
  protected abstract ask(typed: string, signal: AbortSignal): Promise<Suggested | null>
  /** Goes where an option leads. */
  protected abstract open(option: HTMLElement): void

  connectedCallback(): void {
    const { input } = this
    if (!input || input.getAttribute('role') === 'combobox') return
    this.#list.id = `${input.id}-suggestions`
    this.#list.className = 'suggestions'
    this.#list.hidden = true
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', this.dataset['suggestions'] ?? '')
    this.#said.className = 'ds-sr-only'
    this.#said.setAttribute('role', 'status')
    input.after(this.#list)
    this.append(this.#said)
    input.setAttribute('role', 'combobox')
    input.setAttribute('autocomplete', 'off')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', this.#list.id)
    input.setAttribute('aria-expanded', 'false')
    input.addEventListener('input', this.#later)
    input.addEventListener('keydown', this.#key)
    input.addEventListener('blur', this.close)
    this.#list.addEventListener('mousedown', this.#press)
    input.form?.addEventListener('submit', this.close)
  }

  protected get input(): HTMLInputElement | null {
    return this.querySelector('input')
  }

  get #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  #later = (event: Event): void => {
    window.clearTimeout(this.#timer)
    this.#asked?.abort()
    if (event instanceof InputEvent && event.isComposing) return
    const typed = this.input?.value ?? ''
    if (!this.asksFor(typed)) return this.close()
    this.#timer = window.setTimeout(() => void this.#ask(typed), PAUSE_MS)
  }

  async #ask(typed: string): Promise<void> {
    const asked = new AbortController()
    this.#asked = asked
    try {
      const suggested = await this.ask(typed, asked.signal)
      if (!asked.signal.aborted && suggested) this.#show(suggested)
    } catch {
      // The line is dead, the session has ended or more was typed: the box works without suggestions.
      this.close()
    }
  }

  #show({ options, said }: Suggested): void {
    const { input } = this
    this.#chosen = -1
    input?.removeAttribute('aria-activedescendant')
    options.forEach((one, place) => {
      one.id = `${this.#list.id}-${place}`
      one.setAttribute('role', 'option')
      one.setAttribute('aria-selected', 'false')
    })
    this.#list.replaceChildren(...options)
    const isOpen = options.length > 0 && document.activeElement === input
    this.#list.hidden = !isOpen
    input?.setAttribute('aria-expanded', String(isOpen))
    this.#said.textContent = said
  }

  protected close = (): void => {
    window.clearTimeout(this.#timer)
    this.#asked?.abort()
    this.#list.hidden = true
    this.#chosen = -1
    this.#said.textContent = ''
    this.input?.setAttribute('aria-expanded', 'false')
    this.input?.removeAttribute('aria-activedescendant')
  }

  #key = (event: KeyboardEvent): void => {
    if (event.isComposing || this.#list.hidden) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      this.#choose(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && this.#chosen !== -1) {
      event.preventDefault()
      this.#open(this.#options[this.#chosen])
    } else if (event.key === 'Escape') {
      event.preventDefault()
      this.close()
    }
  }

  /** Round by the field itself, where nothing is chosen. */
  #choose(by: 1 | -1): void {
    const options = this.#options
    const places = options.length + 1
    this.#chosen = ((this.#chosen + 1 + by + places) % places) - 1
    options.forEach((one, place) => one.setAttribute('aria-selected', String(place === this.#chosen)))
    const chosen = options[this.#chosen]
    chosen?.scrollIntoView({ block: 'nearest' })
    if (chosen) this.input?.setAttribute('aria-activedescendant', chosen.id)
    else this.input?.removeAttribute('aria-activedescendant')
  }

  #press = (event: MouseEvent): void => {
    event.preventDefault()
    if (event.button === 0 && event.target instanceof Element)
      this.#open(event.target.closest<HTMLElement>('[role=option]') ?? undefined)
  }

  #open(option: HTMLElement | undefined): void {
    if (!option) return
    this.close()
    this.open(option)
  }
}
