import { z } from 'zod'
import { type Outing, OutingNamed, type Provision } from '#shapes/field/provision.ts'
import { claimedNow, type DeviceKept, keepContact } from '../keep/device.ts'
import { dropProvision, keepProvision, provisionsKept } from '../keep/provisions.ts'
import type { Store } from '../keep/store.ts'
import type { Asked } from '../line/ask.ts'
import { askCentre } from './ask-centre.ts'
import { newId } from './new-id.ts'

const minute = z.int().nullable()
const OutingsAnswer = z.object({
  now: z.string(),
  outings: z.array(
    z.object({
      ...OutingNamed.shape,
      on: z.string(),
      opens: minute,
      closes: minute,
      place: z.string(),
      communeName: z.string(),
    }),
  ),
})

/** Where the officer goes this week, as the centre says now. */
export async function seeOutings(
  store: Store,
  { token }: DeviceKept,
): Promise<Exclude<Asked, { is: 'answered' }> | { is: 'answered'; value: readonly Outing[] }> {
  const asked = await askCentre({ path: 'outings', token, method: 'GET' })
  if (asked.is !== 'answered') return asked
  const { now, outings } = OutingsAnswer.parse(asked.value)
  await keepContact(store, { serverAt: now, deviceAt: claimedNow() })
  return { is: 'answered', value: outings }
}

/** An outing may come to a second day, as after a storm: numbers for two are brought along. */
const DAYS = 2

interface Loading {
  readonly store: Store
  readonly device: DeviceKept
  readonly key: CryptoKey
}

/**
 * Brings on board what an outing needs without a network; what was on board for it before gives way, once the new is whole.
 * Drafts and packets stay.
 */
export async function bringOnBoard({ store, device, key }: Loading, { kind, id }: Outing): Promise<Asked> {
  const body = { id: newId(), outing: { kind, id }, days: DAYS }
  const asked = await askCentre({ path: 'provisions', token: device.token, body })
  if (asked.is !== 'answered') return asked
  const provision = Onboard.parse(asked.value)
  const before = (await provisionsKept(store, key)).filter(({ outing }) => outing.id === id)
  await keepProvision(store, key, provision)
  for (const one of before) if (one.id !== provision.id) await dropProvision(store, one.id)
  await keepContact(store, { serverAt: provision.now, deviceAt: claimedNow() })
  return asked
}

const Needed = z.looseObject({
  id: z.uuid(),
  now: z.string(),
  outing: z.looseObject({ id: z.uuid(), on: z.iso.date() }),
  procedures: z.array(z.looseObject({ key: z.string() })).min(1),
  numbers: z.array(z.looseObject({ on: z.iso.date(), first: z.int(), last: z.int() })),
  publicKey: z.looseObject({ kty: z.literal('EC') }),
})
/** The centre's own answer, of the type both sides share; what is stepped on at once is looked at. */
const Onboard = z.custom<Provision>((value) => Needed.safeParse(value).success)
