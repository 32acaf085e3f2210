/**
 * The button by which this browser is made to show what the centre tells the person; there only where it can. The
 * browser asks for leave, gets an address from its push service, and the form around sends it like any other.
 */
class Push extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form || !('serviceWorker' in navigator) || !('PushManager' in window)) return
    this.#say('')
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#go(form)
    })
  }

  async #go(form: HTMLFormElement): Promise<void> {
    const { key = '', worker = '', denied = '', failed = '' } = this.dataset
    this.#say('')
    try {
      if ((await Notification.requestPermission()) !== 'granted') return this.#say(denied)
      const { endpoint = '', keys = {} } = (await subscribed(worker, key)).toJSON()
      for (const [name, value] of Object.entries({ endpoint, ...keys })) put(form, name, value)
      form.submit()
    } catch {
      // No service worker in this mode of the browser, or no push service to be reached.
      this.#say(failed)
    }
  }

  #say(text: string): void {
    const said = this.querySelector('[role=status]')
    if (said) said.textContent = text
  }
}

async function subscribed(worker: string, key: string): Promise<PushSubscription> {
  const { pushManager } = await active(await navigator.serviceWorker.register(worker))
  const options = { userVisibleOnly: true, applicationServerKey: key }
  const known = await pushManager.getSubscription()
  // One made for another key is of no use to this centre.
  if (known && !isFor(known, key)) await known.unsubscribe()
  return pushManager.subscribe(options)
}

function isFor({ options }: PushSubscription, key: string): boolean {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === key
}

/** Only a worker that has started can be pushed to. */
async function active(registration: ServiceWorkerRegistration): Promise<ServiceWorkerRegistration> {
  const starting = registration.installing ?? registration.waiting
  while (starting && starting.state !== 'activated' && starting.state !== 'redundant')
    await new Promise((changed) => starting.addEventListener('statechange', changed, { once: true }))
  return registration
}

function put(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.value = value
}

customElements.define('mc-push', Push)
