/// <reference lib="webworker" />

/** Put in when it is made: every address that works without a network, and a name for them all. */
declare const KEPT: readonly string[]
declare const VERSION: string
declare const self: ServiceWorkerGlobalScope

const PREFIX = 'thuc-dia '
const NAME = PREFIX + VERSION
const [SHELL = ''] = KEPT

self.addEventListener('install', (event) => event.waitUntil(keepAll()))
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()))

/** The app asks for it when it begins, while nothing is open that a new version could trip over. */
self.addEventListener('message', ({ data }) => {
  if (data === 'skip-waiting') void self.skipWaiting()
})

/** What was kept comes from what was kept, with or without a network; everything else is the network's. */
self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  const kept = mode === 'navigate' && pathname.startsWith(SHELL) ? SHELL : pathname
  if (KEPT.includes(kept)) event.respondWith(fromKept(kept, event.request))
})

/** All of it or nothing: what is half there is no version. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(NAME)
  await cache.addAll(KEPT.map((path) => new Request(path, { cache: 'reload' })))
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== NAME)
  await Promise.all(others.map((name) => caches.delete(name)))
  await self.clients.claim()
}

async function fromKept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(NAME)
  return (await cache.match(path)) ?? fetch(request)
}
