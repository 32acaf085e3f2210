/** Kept for a shift and the night behind it; then the next person at this machine finds nothing. */
const KEPT_MS = 16 * 3_600_000
const PREFIX = 'mot-cua nháp '

type Fields = readonly (readonly [name: string, value: string])[]

/**
 * Keeps what is typed into the form within, on this machine, until it has been sent and taken: a closed tab, an ended
 * session or a dead line loses nothing. Passwords, files and hidden fields are not kept. Drafts of others who sign in
 * here are thrown away at sign-out (`forgetDrafts`).
 */
class Draft extends HTMLElement {
  #timer: number | undefined

  connectedCallback(): void {
    this.addEventListener('input', this.#later)
    this.addEventListener('change', this.#later)
    this.addEventListener('turbo:submit-end', this.#sent)
    window.addEventListener('pagehide', this.#keep)
    // A form that came back with faults shows what was typed already.
    if (!this.querySelector('[role=alert]')) this.#restore()
  }

  disconnectedCallback(): void {
    window.removeEventListener('pagehide', this.#keep)
    window.clearTimeout(this.#timer)
  }

  get #key(): string {
    return keyOf(this)
  }

  #later = (): void => {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(this.#keep, 300)
  }

  #keep = (): void => {
    const form = this.querySelector('form')
    if (!form || this.#timer === undefined) return
    this.#timer = undefined
    localStorage.setItem(this.#key, JSON.stringify({ at: Date.now(), fields: fieldsOf(form) }))
  }

  #sent = (event: Event): void => {
    const detail = event instanceof CustomEvent ? event.detail : undefined
    if (detail?.success !== true) return
    window.clearTimeout(this.#timer)
    this.#timer = undefined
    localStorage.removeItem(this.#key)
  }

  #restore(): void {
    const form = this.querySelector('form')
    const kept = readKept(this.#key)
    if (!form || !kept) return
    if (JSON.stringify(kept) === JSON.stringify(fieldsOf(form))) return
    fill(form, kept)
    this.#say()
  }

  #say(): void {
    const note = document.createElement('p')
    note.className = 'draft-note'
    note.setAttribute('role', 'status')
    note.textContent = `${this.dataset['restored'] ?? ''} `
    const discard = document.createElement('button')
    discard.type = 'button'
    discard.className = 'ds-button'
    discard.dataset['variant'] = 'tertiary'
    discard.textContent = this.dataset['discard'] ?? ''
    discard.addEventListener('click', () => {
      localStorage.removeItem(this.#key)
      this.querySelector('form')?.reset()
      this.dispatchEvent(new CustomEvent('mc:restored', { bubbles: true }))
      note.remove()
    })
    note.append(discard)
    this.prepend(note)
  }
}

/** A draft is a person's and a form's. */
function keyOf({ dataset }: HTMLElement): string {
  return `${PREFIX}${document.body.dataset['person'] ?? ''} ${dataset['draft'] ?? ''}`
}

const isKept = (field: Element): field is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  field instanceof HTMLSelectElement ||
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement &&
    !['password', 'file', 'hidden', 'submit', 'button'].includes(field.type))

function fieldsOf(form: HTMLFormElement): Fields {
  return [...form.elements].flatMap((field): Fields => {
    if (!isKept(field) || field.name === '') return []
    const isBox = field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')
    if (!isBox) return [[field.name, field.value]]
    return field.checked ? [[field.name, field.value]] : []
  })
}

function fill(form: HTMLFormElement, kept: Fields): void {
  const left = [...kept]
  const take = (name: string, value?: string) => {
    const at = left.findIndex((one) => one[0] === name && (value === undefined || one[1] === value))
    return at === -1 ? undefined : left.splice(at, 1)[0]?.[1]
  }
  for (const field of form.elements) {
    if (!isKept(field) || field.name === '') continue
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
      field.checked = take(field.name, field.value) !== undefined
    else field.value = take(field.name) ?? field.value
  }
  form.dispatchEvent(new CustomEvent('mc:restored', { bubbles: true }))
}

function readKept(key: string): Fields | undefined {
  const text = localStorage.getItem(key)
  if (text === null) return undefined
  const kept: unknown = JSON.parse(text)
  if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('fields' in kept)) return undefined
  if (typeof kept.at !== 'number' || Date.now() - kept.at > KEPT_MS) return undefined
  return Array.isArray(kept.fields) ? kept.fields : undefined
}

function forgetDrafts(keeps: (at: number) => boolean): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    const at = typeof kept === 'object' && kept !== null && 'at' in kept ? Number(kept.at) : 0
    if (!keeps(at)) localStorage.removeItem(key)
  }
}

forgetDrafts((at) => Date.now() - at <= KEPT_MS)
document.addEventListener('submit', (event) => {
  if (event.target instanceof HTMLFormElement && event.target.action.endsWith('/dang-xuat'))
    forgetDrafts(() => false)
})
/** On the page that says that a form was taken: its draft goes, whatever way it took (a sign-in in between). */
class Sent extends HTMLElement {
  connectedCallback(): void {
    localStorage.removeItem(keyOf(this))
  }
}

customElements.define('mc-draft', Draft)
customElements.define('mc-sent', Sent)
