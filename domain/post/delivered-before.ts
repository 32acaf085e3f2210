import type { Moment } from '#domain/calendar/moment.ts'
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { evolveParcel, type Correspondent, type Parcel, type ParcelEvent } from './parcel.ts'
import { carriedBy } from './post-time.ts'
import type { PostRule } from './post-rule.ts'
import { heardOf } from './tracking.ts'
import { type Seat, zoneOf } from './zone.ts'

/** A result the post carried before the centre was joined to it, as its own record of it says. */
export interface DeliveredBefore {
  readonly code: string
  readonly person: Correspondent
  readonly contents: string
  readonly handedOverAt: Moment
  readonly deliveredAt: Moment
  readonly receiver: string
}

/** The history of such a parcel, weighed by the same rules as if it were told of today; its label is the dossier's code. */
export function deliveredBefore(
  { code, person, contents, handedOverAt, deliveredAt, receiver }: DeliveredBefore,
  { rule, seat, counting, by }: { rule: PostRule; seat: Seat; counting: WorkingCalendar; by: string },
): Outcome<readonly ParcelEvent[]> {
  const zone = zoneOf(person.address, rule, seat)
  const carried = carriedBy(rule, { zone, hasSlip: false }, handedOverAt, counting)
  if (isRefusal(carried)) return carried
  const at = handedOverAt
  const { postageDong } = rule.zones[zone]
  const known: readonly ParcelEvent[] = [
    {
      type: 'ParcelOrdered',
      at,
      by,
      direction: 'out',
      code,
      orderNumber: code,
      person,
      zone,
      hasSlip: false,
      contents,
      postageDong,
      isAtPostsCost: false,
      codDong: 0,
      codFeeDong: 0,
      rule: rule.from,
    },
    { type: 'OrderTaken', at, by: null, item: null },
    {
      type: 'ParcelHandedOver',
      at,
      by,
      list: FROM_RECORDS,
      due: carried.due,
      isDueProvisional: carried.isProvisional,
    },
  ]
  const parcel = known.reduce<Parcel | null>(evolveParcel, null)
  if (parcel === null) return refuse('no-such-parcel', { label: code })
  const said = { id: 1, status: 'delivered', at: deliveredAt, said: '', receiver, codDong: null } as const
  const heard = heardOf(parcel, [said], { rule, counting, now: deliveredAt })
  if (isRefusal(heard)) return heard
  return [...known, ...heard, { type: 'DeliveryRecorded', at: deliveredAt, by: null }]
}

/** Papers the post brought, of which only the record of the hand-over is there: who sends them says the dossier. */
export function sentInBefore(
  { item, handedOverAt: at }: { readonly item: string; readonly handedOverAt: Moment },
  by: string,
): readonly ParcelEvent[] {
  return [{ type: 'ParcelCame', at, by, item, list: FROM_RECORDS }]
}

/** Stands where the id of a list stands: it changed hands on paper. */
const FROM_RECORDS = 'records'
