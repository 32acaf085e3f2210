/**
 * The machine in the hall forgets who was at it: after so long without a touch it leaves by itself, warned of before, and
 * stopped by any touch. What the browser would keep of a form is not kept, and a page brought back from before is left.
 */
class Kiosk extends HTMLElement {
  #touchedAt = Date.now()
  #timer: ReturnType<typeof setInterval> | undefined
  #before: Element | null = null

  connectedCallback(): void {
    this.#touchedAt = Date.now()
    this.#timer = setInterval(() => this.#look(), 500)
    for (const touch of TOUCHES)
      window.addEventListener(touch, this.#touched, { capture: true, passive: true })
    window.addEventListener('pageshow', this.#shown)
    const prints = this.querySelector<HTMLElement>('[data-prints]')
    if (prints) {
      prints.hidden = false
      prints.addEventListener('click', () => window.print())
    }
    for (const form of document.forms)
      for (const field of form.elements) field.setAttribute('autocomplete', 'off')
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
    for (const touch of TOUCHES) window.removeEventListener(touch, this.#touched, { capture: true })
    window.removeEventListener('pageshow', this.#shown)
  }

  #look(): void {
    const { warns = '', forgets = '' } = this.dataset
    // By the clock and not by counting: a machine that slept has been left.
    const idle = (Date.now() - this.#touchedAt) / 1000
    if (idle >= Number(forgets)) return this.#leave()
    if (idle >= Number(warns)) this.#warn(Math.ceil(Number(forgets) - idle))
  }

  #warn(seconds: number): void {
    const warning = this.querySelector<HTMLElement>('[role=alertdialog]')
    const left = this.querySelector('[data-left]')
    if (!warning || !left) return
    left.textContent = String(seconds)
    if (!warning.hidden) return
    this.#before = document.activeElement
    warning.hidden = false
    warning.querySelector('button')?.focus({ preventScroll: true })
  }

  #touched = (): void => {
    this.#touchedAt = Date.now()
    const warning = this.querySelector<HTMLElement>('[role=alertdialog]')
    if (!warning || warning.hidden) return
    // Not before the touch has ended on the warning, or it would press what lies below.
    setTimeout(() => {
      warning.hidden = true
      if (this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true })
    }, 300)
  }

  /** Out of the browser's memory: whoever left it there is gone. */
  #shown = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#leave()
  }

  #leave(): void {
    clearInterval(this.#timer)
    for (const form of document.forms) form.reset()
    try {
      localStorage.clear()
      sessionStorage.clear()
    } catch {
      // Nothing is kept where nothing may be.
    }
    location.replace(this.dataset['leave'] ?? '/')
  }
}

const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel', 'touchstart', 'scroll'] as const

customElements.define('mc-kiosk', Kiosk)
