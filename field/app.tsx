import { render } from 'preact'
import type { Language } from '#web/words/format.ts'
import { wordsIn } from '#web/words/words.ts'
import { App } from './frame/app.tsx'
import { sayErased } from './frame/erase-device.ts'
import { chooseLanguage, languageChosen } from './frame/language.ts'
import type { Shell } from './frame/outing-frame.ts'
import { Sentence } from './frame/sentence.tsx'
import { openStore, type Store } from './keep/store.ts'

const SCOPE = '/thuc-dia/'

/** Mounts the field app where the shell says, with what the shell knows of where things are. */
async function start(root: HTMLElement): Promise<void> {
  const { fieldFrame } = wordsIn(languageChosen())
  const { looker = '', codeReader = '', lookUp = '', worker = '', centre = '' } = root.dataset
  const shell: Shell = {
    served: { looker, codeReader },
    lookUp: new URL(lookUp, location.href).href,
    worker,
  }
  const tell = (text: string) => render(<Sentence title={fieldFrame.appTitle} text={text} />, root)
  // The rules reckon with it; before Chrome 144 there is none.
  if (!('Temporal' in globalThis)) return tell(fieldFrame.tooOld)
  const store = await storeOrNone()
  if (!store) return tell(fieldFrame.noStore)
  if (await isRenewed(worker)) return location.reload()
  void sayErased()
  const show = (language: Language) => {
    const words = wordsIn(language)
    document.documentElement.lang = language
    document.title = `${words.fieldFrame.appTitle} – ${centre}`
    render(<App words={words} store={store} shell={shell} speak={speak} />, root)
  }
  const speak = (language: Language) => {
    chooseLanguage(language)
    show(language)
  }
  show(languageChosen())
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
