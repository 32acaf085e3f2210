import { eraseAll, type Store } from '../keep/store.ts'
import { askCentre } from './ask-centre.ts'

/** The token of a device that erased itself, until the centre has heard of it; it opens nothing any more. */
const ENDED = 'mc-da-xoa'

/** Erases the device and, where the centre asked for it, tells so; begins anew as a device nobody knows. */
export async function eraseDevice(store: Store, token: string | null): Promise<void> {
  if (token !== null) localStorage.setItem(ENDED, token)
  await eraseAll(store)
  await sayErased()
  location.hash = ''
  location.reload()
}

/** Tells the centre that this device erased itself, where it has not heard of it yet. */
export async function sayErased(): Promise<void> {
  const token = localStorage.getItem(ENDED)
  if (token === null) return
  const asked = await askCentre({ path: 'erased', token })
  if (asked.is === 'answered') localStorage.removeItem(ENDED)
}
