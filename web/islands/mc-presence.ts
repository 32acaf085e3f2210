const BEAT_MS = 20_000

interface Line {
  readonly name: string
  readonly rest: string
}

/** Tells the server that the dossier is open here, and shows who else has it open; says so when the page is left. */
class Presence extends HTMLElement {
  #timer: number | undefined

  connectedCallback(): void {
    this.#timer = window.setInterval(() => void this.#beat(), BEAT_MS)
    window.addEventListener('pagehide', this.#leave)
    document.addEventListener('visibilitychange', this.#back)
    void this.#beat()
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer)
    window.removeEventListener('pagehide', this.#leave)
    document.removeEventListener('visibilitychange', this.#back)
    this.#leave()
  }

  get #address(): string {
    return this.dataset['address'] ?? ''
  }

  #back = (): void => {
    if (document.visibilityState === 'visible') void this.#beat()
  }

  #leave = (): void => {
    navigator.sendBeacon(this.#address, new URLSearchParams({ roi: '1' }))
  }

  async #beat(): Promise<void> {
    try {
      const answer = await fetch(this.#address, {
        method: 'POST',
        body: new URLSearchParams(),
        redirect: 'error',
      })
      const lines: unknown = answer.ok ? await answer.json() : null
      if (Array.isArray(lines) && this.isConnected) this.#show(lines.filter(isLine))
    } catch {
      // The line is dead or the session has ended: others of the page say so.
    }
  }

  /** Only what is new is put there, so that a screen reader does not say the same again and again. */
  #show(lines: readonly Line[]): void {
    const text = (line: Line) => `${line.name} ${line.rest}`
    const shown = [...this.children].map((one) => one.textContent)
    if (shown.join('\n') === lines.map(text).join('\n')) return
    this.replaceChildren(...lines.map(paragraph))
  }
}

function paragraph({ name, rest }: Line): HTMLElement {
  const line = document.createElement('p')
  const strong = document.createElement('strong')
  strong.lang = 'vi'
  strong.textContent = name
  line.append(strong, ` ${rest}`)
  return line
}

function isLine(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && 'name' in value && 'rest' in value
}

customElements.define('mc-presence', Presence)
