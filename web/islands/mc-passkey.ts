import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'] &
  Parameters<typeof startRegistration>[0]['optionsJSON']

/**
 * The button of a passkey, there only where the browser has them. It asks the server what the device shall sign, and
 * sends the answer on in the form around it, so that what comes back is an answer to a form like any other.
 */
class Passkey extends HTMLElement {
  connectedCallback(): void {
    if (!('PublicKeyCredential' in window)) return
    this.hidden = false
    this.querySelector('button')?.addEventListener('click', (event) => {
      event.preventDefault()
      void this.#go()
    })
  }

  async #go(): Promise<void> {
    const { ask = '', does = '', failed = '' } = this.dataset
    const form = this.closest('form')
    const said = this.querySelector('[role=status]')
    if (said) said.textContent = ''
    try {
      const answer = await fetch(ask, { method: 'POST', body: new URLSearchParams({ lam: 'passkey-offer' }) })
      const asked: unknown = await answer.json()
      if (!form || !isAsked(asked)) throw new Error('nothing was asked')
      const optionsJSON = asked.options
      const response =
        does === 'register'
          ? await startRegistration({ optionsJSON })
          : await startAuthentication({ optionsJSON })
      put(form, 'handle', asked.handle)
      put(form, 'response', JSON.stringify(response))
      form.requestSubmit(this.querySelector<HTMLButtonElement>('button[data-sends]'))
    } catch {
      // Cancelled, timed out, or there is no key of ours on the device: the other ways of signing in are there.
      if (said) said.textContent = failed
    }
  }
}

function put(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.value = value
}

function isAsked(value: unknown): value is { readonly handle: string; readonly options: Options } {
  return typeof value === 'object' && value !== null && 'handle' in value && 'options' in value
}

customElements.define('mc-passkey', Passkey)
