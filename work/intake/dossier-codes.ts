import { dossierCode } from '#domain/dossier/dossier-code.ts'
import type { Centre } from '#store/database.ts'
import { leaseCodes } from '#store/dossier-codes.ts'
import { newId } from '../chance.ts'

/** Numbers leased at once: a hall of 500 dossiers a day asks ten times, and a restart leaves a gap of 49 at most. */
const BLOCK = 50

interface Lease {
  next: number
  last: number
}

const leases = new WeakMap<Centre, Map<string, Promise<Lease>>>()
const leasedTo = `server ${newId()}`

/** The next dossier code of a day, from a block leased to this process. A code given out is never given again. */
export async function nextCode(
  centre: Centre,
  identifier: string,
  on: Temporal.PlainDate,
  at: string,
): Promise<string> {
  const mine = leases.get(centre) ?? new Map<string, Promise<Lease>>()
  leases.set(centre, mine)
  const series = `${identifier} ${on.toString()}`
  for (;;) {
    const current = mine.get(series)
    const lease = await current
    if (lease && lease.next <= lease.last) return dossierCode(identifier, on, lease.next++)
    if (mine.get(series) !== current) continue
    const asked = newLease(centre, identifier, on, at)
    mine.set(series, asked)
    asked.catch(() => mine.delete(series))
  }
}

async function newLease(
  centre: Centre,
  identifier: string,
  on: Temporal.PlainDate,
  at: string,
): Promise<Lease> {
  const block = await leaseCodes(centre, {
    id: newId(),
    identifier,
    on: on.toString(),
    size: BLOCK,
    leasedTo,
    at,
  })
  return { next: block.first, last: block.last }
}
