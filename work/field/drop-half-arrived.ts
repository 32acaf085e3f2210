import { toMoment } from '#domain/calendar/moment.ts'
import { piecesKeptSince } from '#domain/outreach/half-arrived.ts'
import { dropPiecesBefore } from '#store/field-pieces.ts'
import type { Desk } from '../desk.ts'

const PACKETS_AT_ONCE = 50

/** Throws away what arrived of packets nobody has sent on for long; answers of how many. */
export function dropHalfArrived({ centre, now }: Pick<Desk, 'centre' | 'now'>): Promise<number> {
  return dropPiecesBefore(centre, toMoment(piecesKeptSince(now)), PACKETS_AT_ONCE)
}
