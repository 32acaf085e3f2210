import { useEffect, useState } from 'preact/hooks'
import type { Language } from '#web/words/format.ts'
import type { Words } from '#web/words/vi.ts'
import { type DeviceKept, deviceOf } from '../keep/device.ts'
import { ONLY, type Store } from '../keep/store.ts'
import { ChoosePin } from './choose-pin.tsx'
import { EnterPin } from './enter-pin.tsx'
import { eraseDevice } from './erase-device.ts'
import { FieldBar } from './field-bar.tsx'
import { useIdleLock } from './idle-lock.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { OpenDevice } from './open-device.tsx'
import type { Shell } from './outing-frame.ts'
import { RegisterScreen } from './register-screen.tsx'
import { useSync } from '../sync/use-sync.ts'

interface AppProps {
  readonly words: Words
  readonly store: Store
  readonly shell: Shell
  speak(language: Language): void
}

interface Known {
  readonly device: DeviceKept | null
  readonly hasPin: boolean
}

/** The device: nobody's yet, without a PIN, locked, or open. */
export function App({ words, store, shell, speak }: AppProps) {
  const [known, know] = useState<Known | null>(null)
  const [content, open] = useState<CryptoKey | null>(null)
  const look = async () =>
    know({ device: await deviceOf(store), hasPin: (await store.count('pin', ONLY)) > 0 })
  useEffect(() => void look(), [])
  const lock = () => open(null)
  useIdleLock(content !== null, lock)
  const erase = (token: string | null) => void eraseDevice(store, token)
  const sync = useSync(store, erase)
  if (known === null) return null
  const { device, hasPin } = known
  if (device === null)
    return (
      <>
        <RegisterScreen words={words} store={store} done={() => void look()} />
        <LanguageSwitch words={words} speak={speak} />
      </>
    )
  const officer = device.staff.name
  const opened = (key: CryptoKey) => {
    open(key)
    void look()
  }
  return (
    <>
      <FieldBar words={words} sync={sync} lock={content === null ? null : lock} />
      {!hasPin && <ChoosePin words={words} store={store} officer={officer} open={opened} />}
      {hasPin && content === null && (
        <EnterPin words={words} store={store} officer={officer} open={opened} erase={() => erase(null)} />
      )}
      {hasPin && content !== null && (
        <OpenDevice {...{ words, store, shell, device, content, sync, erase }} />
      )}
      {content === null && <LanguageSwitch words={words} speak={speak} />}
    </>
  )
}
