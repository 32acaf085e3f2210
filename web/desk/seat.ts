import { type Appointment, appointmentsOn, type Post, type Staff } from '#domain/people/may.ts'

/** A post of a unit, as a cookie names it. */
export interface Seat {
  readonly unit: string
  readonly post: Post
}

export const ALL_SEATS = 'all'

export function seatName({ unit, post }: Seat): string {
  return `${unit}~${post}`
}

/** The posts a person can choose from on a day, each once. */
export function seatsOf(staff: Staff, on: string): readonly Seat[] {
  const seats = appointmentsOn(staff, on).map(({ unit, post }) => ({ unit, post }))
  return [...new Map(seats.map((seat) => [seatName(seat), seat])).values()]
}

export interface Seated {
  /** With the appointments of the chosen post alone. */
  readonly actor: Staff
  /** The chosen post; null for all of them. */
  readonly seat: Seat | null
  /** There are several, and none of those that hold today was chosen. */
  readonly mustChoose: boolean
}

/**
 * Who works at a desk in the post that was chosen: what other posts may do, this desk may not. Who has one post sits in
 * it; a choice that no longer holds is no choice.
 */
export function seated(staff: Staff, chosen: string | undefined, on: string): Seated {
  const seats = seatsOf(staff, on)
  const seat = seats.find((one) => seatName(one) === chosen)
  if (!seat || seats.length === 1)
    return { actor: staff, seat: null, mustChoose: seats.length > 1 && chosen !== ALL_SEATS }
  const isOfSeat = (one: Appointment) => one.unit === seat.unit && one.post === seat.post
  return {
    actor: { ...staff, appointments: staff.appointments.filter(isOfSeat) },
    seat,
    mustChoose: false,
  }
}
