import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

/** A piece of a sealed packet: which, of how many, of what whole. */
export interface PieceToKeep {
  readonly packet: string
  readonly place: number
  readonly pieces: number
  readonly device: string
  /** Of the whole, hexadecimal. */
  readonly sha256: string
  readonly at: Moment
  readonly bytes: Uint8Array
}

/**
 * What is there of a packet; null where a piece is of another whole, or of another device's packet; `taken-in` where the packet
 * is in already, and nothing was kept.
 */
export type PiecesKept = { readonly have: readonly number[] } | 'taken-in' | null

/**
 * Keeps a piece; one that is there stays as it is. Any order, any number of times, at the same time too: of a packet that is
 * being taken in at this moment, no piece is left behind.
 */
export function keepPiece({ db }: Centre, piece: PieceToKeep): Promise<PiecesKept> {
  const hash = Buffer.from(piece.sha256, 'hex')
  return db.transaction().execute(async (whole) => {
    await holdPacket({ db: whole }, piece.packet)
    const taken = await whole
      .selectFrom('field_packet')
      .select('id')
      .where('id', '=', piece.packet)
      .executeTakeFirst()
    if (taken) return 'taken-in'
    const rows = await whole
      .selectFrom('field_piece')
      .select(['place', 'pieces', 'device_id', 'packet_sha256'])
      .where('packet_id', '=', piece.packet)
      .orderBy('place')
      .execute()
    const isOne = rows.every(
      (one) =>
        one.device_id === piece.device && one.pieces === piece.pieces && one.packet_sha256.equals(hash),
    )
    if (!isOne) return null
    const have = rows.map(({ place }) => place)
    if (have.includes(piece.place)) return { have }
    await whole
      .insertInto('field_piece')
      .values({
        packet_id: piece.packet,
        place: piece.place,
        pieces: piece.pieces,
        device_id: piece.device,
        packet_sha256: hash,
        at: piece.at,
        bytes: Buffer.from(piece.bytes),
      })
      .execute()
    return { have: [...have, piece.place].toSorted((one, other) => one - other) }
  })
}

/** Who keeps a piece of a packet and who takes the packet in wait for each other, to the end of their transactions. */
async function holdPacket({ db }: Pick<Centre, 'db'>, packet: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`field packet ${packet}`}, 0))`.execute(db)
}

/** What is there of a packet of a device, of how many pieces, of what whole; undefined where nothing is. */
export async function piecesOf({ db }: Centre, packet: string, device: string) {
  const rows = await db
    .selectFrom('field_piece')
    .select(['place', 'pieces', 'packet_sha256 as hash'])
    .where('packet_id', '=', packet)
    .where('device_id', '=', device)
    .orderBy('place')
    .execute()
  const [first] = rows
  if (!first) return undefined
  return { have: rows.map(({ place }) => place), pieces: first.pieces, sha256: first.hash.toString('hex') }
}

/** All pieces of a packet, put together. */
export async function wholeOf({ db }: Centre, packet: string): Promise<Uint8Array<ArrayBuffer>> {
  const rows = await db
    .selectFrom('field_piece')
    .select('bytes')
    .where('packet_id', '=', packet)
    .orderBy('place')
    .execute()
  return new Uint8Array(Buffer.concat(rows.map(({ bytes }) => bytes)))
}

/** Throws the pieces of a packet away, in the transaction that keeps what came of it. */
export async function dropPieces({ db }: Pick<Centre, 'db'>, packet: string): Promise<void> {
  await holdPacket({ db }, packet)
  await db.deleteFrom('field_piece').where('packet_id', '=', packet).execute()
}

/** How many pieces of a device wait for the rest of their packets. */
export async function piecesWaiting({ db }: Centre, device: string): Promise<number> {
  const { count } = await db
    .selectFrom('field_piece')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('device_id', '=', device)
    .executeTakeFirstOrThrow()
  return count
}

/** The same of everything a device has under way: nobody will send the rest. */
export async function dropPiecesOf({ db }: Pick<Centre, 'db'>, device: string): Promise<void> {
  await db.deleteFrom('field_piece').where('device_id', '=', device).execute()
}

/**
 * Throws away all pieces of packets of which none has come since; how many packets. One of which a piece comes at this moment
 * is looked at again once it is held, and stays.
 */
export async function dropPiecesBefore({ db }: Centre, since: Moment, most: number): Promise<number> {
  const old = await db
    .selectFrom('field_piece')
    .select('packet_id as packet')
    .groupBy('packet_id')
    .having(({ fn }) => fn.max('at'), '<', since)
    .limit(most)
    .execute()
  for (const { packet } of old)
    await db.transaction().execute(async (whole) => {
      await holdPacket({ db: whole }, packet)
      await whole
        .deleteFrom('field_piece')
        .where('packet_id', '=', packet)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('field_piece as late')
                .select('late.place')
                .where('late.packet_id', '=', packet)
                .where('late.at', '>=', since),
            ),
          ),
        )
        .execute()
    })
  return old.length
}
