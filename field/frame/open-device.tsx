import { useEffect, useState } from 'preact/hooks'
import type { Provision } from '#shapes/field/provision.ts'
import type { Words } from '#web/words/vi.ts'
import type { ReceiptOutside } from '../intake/receipt-screen.tsx'
import { type DeviceKept, deviceOf } from '../keep/device.ts'
import { provisionsKept } from '../keep/provisions.ts'
import type { Store } from '../keep/store.ts'
import { OutingScreens } from '../outing/outing-screens.tsx'
import { PrintingButtons } from '../printing/printing-buttons.tsx'
import type { Sync } from '../sync/use-sync.ts'
import { SyncScreen } from '../sync/sync-screen.tsx'
import { outingFrame, type Shell } from './outing-frame.ts'
import { OutingsScreen } from './outings-screen.tsx'
import { DONE } from './routes.ts'
import { useRoute } from './use-route.ts'

interface OpenDeviceProps {
  readonly words: Words
  readonly store: Store
  readonly shell: Shell
  readonly device: DeviceKept
  readonly content: CryptoKey
  readonly sync: Sync
  erase(token: string | null): void
}

/** An open device: the list of outings, or what is done on one of them. */
export function OpenDevice({ words, store, shell, device: known, content, sync, erase }: OpenDeviceProps) {
  const [route, go] = useRoute()
  const [provision, put] = useState<Provision | null>(null)
  const [device, know] = useState(known)
  const [id = '', ...rest] = route.split('/')
  useEffect(() => {
    let isGone = false
    const look = async () => {
      const [all, now] = [await provisionsKept(store, content), await deviceOf(store)]
      if (isGone) return
      if (now) know(now)
      const found = all.find((one) => one.id === id) ?? null
      put(found)
      if (id !== '' && id !== DONE && !found) go('')
    }
    void look()
    return () => {
      isGone = true
    }
  }, [id])
  if (id === '') return <OutingsScreen {...{ words, store, device, content, go, erase }} />
  if (id === DONE) return <SyncScreen words={words} sync={sync} />
  if (provision?.id !== id) return null
  const printing = (receipt: ReceiptOutside) => (
    <PrintingButtons words={words} receipt={receipt} centre={provision.centre.name} lookUp={shell.lookUp} />
  )
  const around = { words, store, device, content, shell, go, sealed: sync.send, printing }
  return <OutingScreens frame={outingFrame(around, provision, rest.join('/'))} />
}
