/**
 * Shows what is pushed to this browser, and opens the page it is about. It answers no requests and keeps nothing: no page
 * is ever older than the server's.
 */

declare const registration: ServiceWorkerRegistration
declare const clients: { openWindow(address: string): Promise<unknown> }

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void
}
interface Pushed extends Lasting {
  readonly data: { json(): unknown } | null
}
interface Clicked extends Lasting {
  readonly notification: Notification
}

addEventListener('push', (event) => {
  const pushed = event as Pushed
  const { id, title, text, language, link } = saidIn(pushed.data?.json())
  const shown = { body: text, tag: id, lang: language, data: link, requireInteraction: false }
  pushed.waitUntil(registration.showNotification(title, shown))
})

addEventListener('notificationclick', (event) => {
  const { notification, waitUntil } = event as Clicked
  notification.close()
  waitUntil.call(event, clients.openWindow(pathOf(notification.data)))
})

/** Whatever address the centre goes by, the page is one of this site. */
function pathOf(link: unknown): string {
  return typeof link === 'string' && URL.canParse(link) ? new URL(link).pathname : '/toi'
}

function saidIn(pushed: unknown) {
  const said = (name: string) => {
    const part: unknown = typeof pushed === 'object' && pushed !== null ? Reflect.get(pushed, name) : null
    return typeof part === 'string' ? part : ''
  }
  return {
    id: said('id'),
    title: said('title'),
    text: said('text'),
    language: said('language'),
    link: said('link'),
  }
}
