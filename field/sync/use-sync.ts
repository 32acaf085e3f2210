import { useEffect, useRef, useState } from 'preact/hooks'
import { toMoment } from '#domain/calendar/moment.ts'
import { claimedNow, deviceOf, keepContact } from '../keep/device.ts'
import { allPackets, keepAnswer, type PacketKept, packetsToSend } from '../keep/packets.ts'
import type { Store } from '../keep/store.ts'
import { askCentre } from '../frame/ask-centre.ts'
import { sayReached } from '../frame/use-online.ts'
import { sendAll, waitSeconds } from './send-all.ts'

/** What of the device's packets is where, and the way to send them now. */
export interface Sync {
  readonly packets: readonly PacketKept[]
  /** What the centre said of packets it did not take, by id. */
  readonly told: ReadonlyMap<string, string>
  readonly isSending: boolean
  send(): void
}

/**
 * Sends by itself whenever there may be a line: at the start, when one comes, after something was sealed, and again and
 * again while something waits. One window sends at a time; no PIN is needed, since nobody here can read what is sealed.
 */
export function useSync(store: Store, erase: (token: string) => void): Sync {
  const [packets, put] = useState<readonly PacketKept[]>([])
  const [told, tell] = useState<ReadonlyMap<string, string>>(new Map())
  const [isSending, sending] = useState(false)
  const failures = useRef(0)
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)
  const look = async () => put(await allPackets(store))

  async function round(): Promise<void> {
    const device = await deviceOf(store)
    if (!device) return
    await look()
    if ((await packetsToSend(store)).length === 0) return greet(device.token)
    sending(true)
    const ended = await sendAll(
      { toSend: () => packetsToSend(store), keep: (id, answer) => keepAnswer(store, id, answer) },
      { token: device.token, fetch: (path, init) => fetchWithContact(store, path, init), claimedNow },
      () => void look(),
    ).finally(() => {
      // Whatever goes wrong, it is tried again.
      sending(false)
      again(waitSeconds(failures.current))
    })
    if (ended.is === 'to-erase') return erase(device.token)
    sayReached(ended.is === 'over')
    failures.current = ended.is === 'no-line' ? failures.current + 1 : 0
    if (ended.is === 'over') tell(ended.told)
    await look()
  }

  /** With nothing to send it still asks: a lost device hears that it is to be erased. */
  async function greet(token: string): Promise<void> {
    const asked = await askCentre({ path: 'outings', token, method: 'GET' })
    if (asked.is === 'to-erase') erase(token)
  }
  const send = () => void navigator.locks.request('send', { ifAvailable: true }, (lock) => lock && round())
  const again = (seconds: number) => {
    clearTimeout(soon.current)
    soon.current = setTimeout(send, seconds * 1000)
  }
  useEffect(() => {
    send()
    addEventListener('online', send)
    return () => {
      removeEventListener('online', send)
      clearTimeout(soon.current)
    }
  }, [])
  return { packets, told, isSending, send }
}

/** Every answer is a contact: the centre's time beside that of the device. */
async function fetchWithContact(store: Store, path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init)
  const date = response.headers.get('date')
  const at = date === null ? Number.NaN : Date.parse(date)
  if (response.ok && !Number.isNaN(at))
    await keepContact(store, {
      serverAt: toMoment(Temporal.Instant.fromEpochMilliseconds(at)),
      deviceAt: claimedNow(),
    })
  return response
}
