import { dossierCode } from '#domain/dossier/dossier-code.ts'
import type { Day } from '#domain/calendar/moment.ts'
import type { Provision } from '#shapes/field/provision.ts'
import { openedValue, sealedValue } from './sealed.ts'
import type { Store } from './store.ts'

/** Keeps what was brought on board for an outing. */
export async function keepProvision(store: Store, key: CryptoKey, provision: Provision): Promise<void> {
  const { id, outing } = provision
  await store.put('provisions', { id, on: outing.on, sealed: await sealedValue(key, provision) }, id)
}

/** What is on board, the next outing first. */
export async function provisionsKept(store: Store, key: CryptoKey): Promise<Provision[]> {
  const kept = await store.getAll('provisions')
  const sorted = kept.toSorted((one, other) => one.on.localeCompare(other.on))
  return Promise.all(sorted.map(({ sealed }) => openedValue<Provision>(key, sealed)))
}

/** Takes an outing off the device, with what was given of its numbers; drafts and packets stay. */
export async function dropProvision(store: Store, id: string): Promise<void> {
  await store.delete('provisions', id)
}

/** The next code of a day's block, given once; null where the block is used up or there is none for the day. */
export async function takeNumber(store: Store, { id, numbers }: Provision, on: Day): Promise<string | null> {
  const block = numbers.find((one) => one.on === on)
  if (!block) return null
  const taking = store.transaction('numbers', 'readwrite')
  const name = `${id} ${on}`
  const given = (await taking.store.get(name)) ?? 0
  const number = block.first + given
  if (number <= block.last) await taking.store.put(given + 1, name)
  await taking.done
  return number <= block.last ? dossierCode(block.identifier, Temporal.PlainDate.from(on), number) : null
}

/** How many numbers of all days are left. */
export async function numbersLeft(store: Store, { id, numbers }: Provision): Promise<number> {
  const left = numbers.map(async ({ on, first, last }) => {
    const given = (await store.get('numbers', `${id} ${on}`)) ?? 0
    return Math.max(0, last - first + 1 - given)
  })
  return (await Promise.all(left)).reduce((sum, one) => sum + one, 0)
}
