import { visit } from '@hotwired/turbo'
import { readAsked } from '#domain/dossier/asked.ts'

interface Piece {
  readonly text: string
  readonly isFound: boolean
}

interface Suggestion {
  readonly code: string
  readonly title: readonly Piece[]
  readonly person: readonly Piece[]
  readonly stage: string
  readonly procedureName: string
}

const PAUSE_MS = 200

/**
 * Suggests dossiers while one types into the search box (ARIA combobox with a list): arrows choose, Enter opens what
 * is chosen or else sends the search as it does without script, Escape closes.
 */
class Search extends HTMLElement {
  #timer: number | undefined
  #asked: AbortController | undefined
  #chosen = -1
  readonly #list = document.createElement('ul')
  readonly #said = document.createElement('span')

  connectedCallback(): void {
    const input = this.#input
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
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', this.#list.id)
    input.setAttribute('aria-expanded', 'false')
    input.addEventListener('input', this.#later)
    input.addEventListener('keydown', this.#key)
    input.addEventListener('blur', this.#close)
    this.#list.addEventListener('mousedown', this.#press)
    input.form?.addEventListener('submit', this.#close)
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input')
  }

  get #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  #later = (event: Event): void => {
    window.clearTimeout(this.#timer)
    this.#asked?.abort()
    if (event instanceof InputEvent && event.isComposing) return
    const typed = this.#input?.value ?? ''
    const { code, needles } = readAsked(typed)
    // A whole code is opened by Enter at once; there is nothing to choose from.
    if (code !== null || needles.length === 0) return this.#close()
    this.#timer = window.setTimeout(() => void this.#ask(typed), PAUSE_MS)
  }

  async #ask(typed: string): Promise<void> {
    const asked = new AbortController()
    this.#asked = asked
    try {
      const answer = await fetch(this.dataset['suggest'] ?? '', {
        method: 'POST',
        body: new URLSearchParams({ q: typed }),
        signal: asked.signal,
        redirect: 'error',
      })
      const found: unknown = answer.ok ? await answer.json() : null
      if (!asked.signal.aborted && isFound(found)) this.#show(found)
    } catch {
      // The line is dead, the session has ended or more was typed: the box works without suggestions.
      this.#close()
    }
  }

  #show({ suggestions, said }: Found): void {
    const input = this.#input
    this.#chosen = -1
    input?.removeAttribute('aria-activedescendant')
    this.#list.replaceChildren(...suggestions.map((one, place) => optionOf(one, `${this.#list.id}-${place}`)))
    const isOpen = suggestions.length > 0 && document.activeElement === input
    this.#list.hidden = !isOpen
    input?.setAttribute('aria-expanded', String(isOpen))
    this.#said.textContent = said
  }

  #close = (): void => {
    window.clearTimeout(this.#timer)
    this.#asked?.abort()
    this.#list.hidden = true
    this.#chosen = -1
    this.#said.textContent = ''
    this.#input?.setAttribute('aria-expanded', 'false')
    this.#input?.removeAttribute('aria-activedescendant')
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
      this.#close()
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
    if (chosen) this.#input?.setAttribute('aria-activedescendant', chosen.id)
    else this.#input?.removeAttribute('aria-activedescendant')
  }

  #press = (event: MouseEvent): void => {
    event.preventDefault()
    if (event.button === 0 && event.target instanceof Element)
      this.#open(event.target.closest<HTMLElement>('[role=option]') ?? undefined)
  }

  #open(option: HTMLElement | undefined): void {
    const code = option?.dataset['code']
    if (code === undefined) return
    this.#close()
    const input = this.#input
    if (input) input.value = ''
    visit(`/ban/ho-so/${encodeURIComponent(code)}`)
  }
}

interface Found {
  readonly suggestions: readonly Suggestion[]
  readonly said: string
}

function isFound(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && 'suggestions' in value && 'said' in value
}

function optionOf({ code, title, person, stage, procedureName }: Suggestion, id: string): HTMLElement {
  const option = document.createElement('li')
  option.id = id
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  option.dataset['code'] = code
  const more = document.createElement('small')
  const procedure = document.createElement('span')
  procedure.lang = 'vi'
  procedure.textContent = procedureName
  more.append(`${stage} · `, procedure)
  option.append(lineOf('code', title), ' ', lineOf('name', person), ' ', more)
  return option
}

function lineOf(name: string, pieces: readonly Piece[]): HTMLElement {
  const line = document.createElement('span')
  line.className = name
  if (name === 'name') line.lang = 'vi'
  line.append(
    ...pieces.map(({ text, isFound }) => {
      if (!isFound) return text
      const mark = document.createElement('mark')
      mark.textContent = text
      return mark
    }),
  )
  return line
}

customElements.define('mc-search', Search)
