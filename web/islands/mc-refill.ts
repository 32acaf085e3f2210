/**
 * Buttons of the form within that only ask (read a card, look a person up, reckon) fill the page in without replacing
 * it: the form is sent as it is, and the parts of the answer (`data-part`) take the place of those here. What has the
 * focus keeps it. The button that does the thing itself (`data-keys="Alt+Enter"`) is sent as ever.
 */
class Refill extends HTMLElement {
  #under: AbortController | undefined

  connectedCallback(): void {
    this.addEventListener('submit', this.#submit, true)
    this.addEventListener('keydown', this.#enter)
    this.addEventListener('change', this.#changed)
    this.#openCaseOfDraft()
  }

  /** A draft of another case than the one shown: its papers are those of that case, so that case is opened. */
  #openCaseOfDraft(): void {
    const field = this.querySelector<HTMLSelectElement>('select[name="case"]')
    const shown = field?.querySelector<HTMLOptionElement>('option[selected]')?.value
    if (!field || !this.querySelector('.draft-note') || field.value === shown) return
    const address = new URL(window.location.href)
    address.searchParams.set('truong-hop', field.value)
    if (address.href !== window.location.href) window.location.replace(address)
  }

  /** A scanner ends with Enter: it presses the button that reads, never the one that receives. */
  #enter = (event: KeyboardEvent): void => {
    const field = event.target
    if (event.key !== 'Enter' || event.altKey || event.isComposing || !(field instanceof HTMLInputElement))
      return
    if (['checkbox', 'radio', 'submit', 'button'].includes(field.type)) return
    event.preventDefault()
    const button = field.closest('.with-button')?.querySelector('button')
    if (button) button.click()
    else next(field)
  }

  /** A whole number, another case or channel: at once what follows from it. */
  #changed = (event: Event): void => {
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
    const isWhole =
      field.name.endsWith('.idNumber') && /^\d{9}(\d{3})?$/.test(field.value.replace(/[\s.]/g, ''))
    if (isWhole || ['case', 'channel', 'copiesWanted', 'pages', 'ownerIsOther'].includes(field.name))
      void this.#ask('tinh')
  }

  #submit = (event: Event): void => {
    const button = event instanceof SubmitEvent ? event.submitter : null
    if (!(button instanceof HTMLButtonElement) || button.dataset['keys'] === 'Alt+Enter') return
    event.preventDefault()
    event.stopPropagation()
    void this.#ask(button.value)
  }

  async #ask(doing: string): Promise<void> {
    const form = this.querySelector('form')
    if (!form) return
    this.#under?.abort()
    const under = new AbortController()
    this.#under = under
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    body.set('lam', doing)
    try {
      const answer = await fetch(form.action, { method: 'POST', body, signal: under.signal })
      const text = await answer.text()
      if (under.signal.aborted) return
      const page = new DOMParser().parseFromString(text, 'text/html')
      if (page.querySelector('mc-refill')) typedSince(form, body, () => this.#fill(page, doing))
      // Another page altogether, as when the session has ended: it is for the person to see, with what was typed.
      else form.submit()
    } catch (error) {
      if (under.signal.aborted) return
      document.dispatchEvent(new CustomEvent('turbo:fetch-request-error'))
      if (!(error instanceof TypeError)) throw error
    }
  }

  #fill(answer: Document, doing: string): void {
    const focused = document.activeElement?.id ?? ''
    const summary = answer.querySelector('mc-refill .ds-error-summary')
    this.querySelector('.ds-error-summary')?.remove()
    for (const part of this.querySelectorAll('[data-part]')) {
      const fresh = answer.getElementById(part.id)
      if (fresh) part.replaceWith(fresh)
    }
    if (summary) this.querySelector('form')?.prepend(summary)
    this.querySelector('form')?.dispatchEvent(new Event('input', { bubbles: true }))
    // A card that could not be read is scanned again at once; what could, and people found, lead on.
    const isCard = doing.startsWith('doc-the')
    const isOnward = isCard || doing.startsWith('tim-') || doing.startsWith('chon ')
    const onward = this.querySelector<HTMLElement>('[data-part] [autofocus]')
    const again = isOnward && !summary && onward ? onward : document.getElementById(focused)
    if (again) again.focus()
    else if (summary instanceof HTMLElement) summary.focus()
    if (isCard && again instanceof HTMLInputElement) again.select()
  }
}

/** Puts an answer in place, and keeps what was typed since it was asked for: the answer does not know of it. */
function typedSince(form: HTMLFormElement, sent: URLSearchParams, fill: () => void): void {
  const fieldsOf = () =>
    [...form.elements].filter(
      (one): one is HTMLInputElement | HTMLTextAreaElement =>
        one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && one.type !== 'hidden'),
    )
  const isTicked = (one: HTMLInputElement | HTMLTextAreaElement) =>
    one instanceof HTMLInputElement && ['checkbox', 'radio'].includes(one.type)
  const typed = new Map(
    fieldsOf()
      .filter((one) => !isTicked(one) && sent.has(one.name) && sent.get(one.name) !== one.value)
      .map((one) => [one.name, one.value]),
  )
  fill()
  for (const one of fieldsOf()) one.value = typed.get(one.name) ?? one.value
}

/** On to the next field, as a clerk expects of Enter. */
function next(field: HTMLInputElement): void {
  const fields = [...(field.form?.elements ?? [])].filter(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one.matches(':is(input:not([type=hidden]), select, textarea)'),
  )
  fields[fields.indexOf(field) + 1]?.focus()
}

customElements.define('mc-refill', Refill)
