import * as Turbo from '@hotwired/turbo'
import { keepFields } from './kept-fields.ts'
import { isTyping } from './keys.ts'

const SOON_MS = 150
// Turbo's own waiting would begin a showing after it was found right.
Turbo.session.pageRefreshDebouncePeriod = 0

/** What was sent is on its way: its answer shows what has changed and says what was done, and nothing may overtake it. */
let isSending = false
document.addEventListener('turbo:submit-start', ({ target }) => {
  isSending = target instanceof HTMLFormElement && target.method === 'post'
})
document.addEventListener('turbo:render', () => {
  isSending = false
})

/**
 * Hears from the server what has changed. A list shows itself anew where it is; a dossier that somebody works on is
 * left as it is and a line says that it has changed. Also says when the line is dead and when the session has ended.
 */
class Live extends HTMLElement {
  #source: EventSource | undefined
  #soon: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    const { live = '', hoSo = '' } = this.dataset
    window.addEventListener('offline', this.#offline)
    window.addEventListener('online', this.#online)
    if (live === '') return
    this.#source = new EventSource(`/ban/song?hoSo=${encodeURIComponent(hoSo)}`)
    this.#source.addEventListener('lists', () => live === 'lists' && this.#refresh())
    this.#source.addEventListener('dossier', () => this.#changed())
    this.#source.addEventListener('ended', () => this.#ended())
  }

  disconnectedCallback(): void {
    clearTimeout(this.#soon)
    this.#source?.close()
    window.removeEventListener('offline', this.#offline)
    window.removeEventListener('online', this.#online)
  }

  /** What changes many times in a moment is shown once; whether it may be shown now is asked when it is. */
  #refresh(): void {
    clearTimeout(this.#soon)
    this.#soon = setTimeout(() => {
      if (isSending || document.querySelector('dialog[open]')) return
      keepFields()
      Turbo.session.refresh(location.href)
    }, SOON_MS)
  }

  #changed(): void {
    const typed = [...document.querySelectorAll('textarea, input[type=text], input[type=file]')].some(
      isFilled,
    )
    // What was just answered is being read; shown anew, the page would have lost it.
    const isAnswered = document.querySelector('main [role="alert"]') !== null
    if (!typed && !isAnswered && !isTyping(document.activeElement)) return this.#refresh()
    const show = document.createElement('a')
    show.href = location.href
    show.className = 'ds-link'
    show.textContent = this.dataset['show'] ?? ''
    this.replaceChildren(bar(this.dataset['changed'] ?? '', show))
  }

  #ended(): void {
    this.#source?.close()
    const link = document.createElement('a')
    link.href = '/dang-nhap'
    link.target = '_blank'
    link.className = 'ds-link'
    link.textContent = this.dataset['signIn'] ?? ''
    this.replaceChildren(bar(this.dataset['ended'] ?? '', link))
  }

  #offline = (): void => this.replaceChildren(bar(this.dataset['offline'] ?? ''))
  #online = (): void => this.replaceChildren(bar(this.dataset['online'] ?? ''))
}

/** Typed in, or holding what was photographed or chosen: shown anew, the page would lose it. */
function isFilled(field: Element): boolean {
  if (field instanceof HTMLInputElement && field.type === 'file') return (field.files?.length ?? 0) > 0
  return (
    (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) &&
    field.value !== field.defaultValue
  )
}

function bar(text: string, link?: HTMLElement): HTMLElement {
  const element = document.createElement('p')
  element.className = 'live-bar'
  element.append(text, ' ')
  if (link) element.append(link)
  return element
}

document.addEventListener('turbo:fetch-request-error', () => {
  isSending = false
  const live = document.querySelector('mc-live')
  if (live instanceof HTMLElement) live.replaceChildren(bar(live.dataset['offline'] ?? ''))
})
customElements.define('mc-live', Live)
