import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { DeviceKept } from './device.ts'
import type { PacketKept } from './packets.ts'
import type { PinKept } from './pin.ts'
import type { Sealed } from './sealed.ts'

/** Under which key a table holds the one thing it is for. */
export const ONLY = 'only'

/** Something of an outing, sealed under the officer's PIN. */
export interface KeptOfOuting {
  readonly outing: string
  readonly sealed: Sealed
}

interface Tables extends DBSchema {
  device: { key: string; value: DeviceKept }
  pin: { key: string; value: PinKept }
  /** What is on board for an outing; beside it only what the list of outings needs before it is opened. */
  provisions: { key: string; value: { readonly id: string; readonly on: string; readonly sealed: Sealed } }
  /** How many numbers of a block were given, by provision and day. */
  numbers: { key: string; value: number }
  drafts: { key: string; value: KeptOfOuting; indexes: { outing: string } }
  /** Pictures and lines drawn beside a draft, by draft and id. */
  files: { key: [string, string]; value: Sealed }
  packets: { key: string; value: PacketKept; indexes: { sequence: number } }
}

export type Store = IDBPDatabase<Tables>

const NAME = 'mot-cua-thuc-dia'

/** Opens what the device keeps. It is let go where another window wants to erase it. */
export function openStore(): Promise<Store> {
  return openDB<Tables>(NAME, 1, {
    upgrade(store) {
      for (const name of ['device', 'pin', 'provisions', 'numbers', 'files'] as const)
        store.createObjectStore(name)
      store.createObjectStore('drafts').createIndex('outing', 'outing')
      store.createObjectStore('packets').createIndex('sequence', 'sequence')
    },
    blocking: (_before, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
    },
  })
}

/** Erases everything the device keeps, packets that were not sent among it. */
export async function eraseAll(store: Store): Promise<void> {
  store.close()
  await deleteDB(NAME)
}
