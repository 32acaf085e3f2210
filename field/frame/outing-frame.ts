import type { ComponentChildren } from 'preact'
import type { Provision } from '#shapes/field/provision.ts'
import type { Words } from '#web/words/vi.ts'
import type { ReceiptOutside } from '../intake/receipt-screen.tsx'
import { type DeviceKept, nowBy } from '../keep/device.ts'
import { draftsOf, filesOf } from '../keep/drafts.ts'
import { allPackets, sealOutside } from '../keep/packets.ts'
import { takeNumber } from '../keep/provisions.ts'
import type { Store } from '../keep/store.ts'
import type { Frame } from '../outing/frame.ts'
import { newId } from './new-id.ts'

/** What the shell says of where things are. */
export interface Shell {
  readonly served: Frame['served']
  readonly lookUp: string
  readonly worker: string
}

interface Around {
  readonly words: Words
  readonly store: Store
  readonly device: DeviceKept
  readonly content: CryptoKey
  readonly shell: Shell
  readonly go: (route: string) => void
  readonly sealed: () => void
  readonly printing: (receipt: ReceiptOutside) => ComponentChildren
}

/** What is around the screens of an outing on this device. */
export function outingFrame(around: Around, provision: Provision, route: string): Frame {
  const { words, store, device, content, shell, go, sealed, printing } = around
  const { outing } = provision
  return {
    words,
    provision,
    served: shell.served,
    lookUp: shell.lookUp,
    route,
    go: (to) => go(`${provision.id}/${to}`),
    now: () => nowBy(device.lastContact),
    newId: () => newId(),
    drafts: draftsOf(store, content, outing.id),
    filesOf: (draft) => filesOf(store, content, draft),
    takeNumber: (on) => takeNumber(store, provision, on),
    async seal(sealing) {
      await sealOutside(store, provision, sealing)
      sealed()
    },
    async done() {
      const packets = await allPackets(store)
      return packets.filter((one) => one.outing === outing.id).map(({ done }) => done)
    },
    printing,
  }
}
