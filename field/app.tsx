import { render } from 'preact'
import { wordsIn } from '#web/words/words.ts'
import { App } from './frame/app.tsx'
import { sayErased } from './frame/erase-device.ts'
import type { Shell } from './frame/outing-frame.ts'
import { Sentence } from './frame/sentence.tsx'
import { openStore, type Store } from './keep/store.ts'

const SCOPE = '/thuc-dia/'

/** Mounts the field app where the shell says, with what the shell knows of where things are. */
async function start(root: HTMLElement): Promise<void> {
  const words = wordsIn(document.documentElement.lang === 'en' ? 'en' : 'vi')
  const { looker = '', codeReader = '', lookUp = '', worker = '' } = root.dataset
  const shell: Shell = {
    served: { looker, codeReader },
    lookUp: new URL(lookUp, location.href).href,
    worker,
  }
  const tell = (text: string) => render(<Sentence title={words.fieldFrame.appTitle} text={text} />, root)
  // The rules reckon with it; before Chrome 144 there is none.
  if (!('Temporal' in globalThis)) return tell(words.fieldFrame.tooOld)
  const store = await storeOrNone()
  if (!store) return tell(words.fieldFrame.noStore)
  if (await isRenewed(worker)) return location.reload()
  void sayErased()
  render(<App words={words} store={store} shell={shell} />, root)
}

/** Has the device keep the app; a version that waits takes over now, while nothing is open. */
async function isRenewed(worker: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const { waiting } = await navigator.serviceWorker.register(worker, { scope: SCOPE })
  if (!waiting) return false
  const { promise, resolve } = Promise.withResolvers<Event>()
  navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  waiting.postMessage('skip-waiting', [])
  await promise
  return true
}

async function storeOrNone(): Promise<Store | null> {
  try {
    return await openStore()
  } catch (error) {
    // A private window, or a full disk.
    if (error instanceof DOMException) return null
    throw error
  }
}

const root = document.getElementById('thuc-dia')
if (root) void start(root)
