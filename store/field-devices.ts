import type { Moment } from '#domain/calendar/moment.ts'
import type { DeviceState } from '#domain/outreach/device-code.ts'
import type { Centre } from './database.ts'

export interface DeviceKey {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
}

export interface FieldDevice {
  readonly id: string
  readonly staff: string
  readonly name: string
  readonly publicKey: DeviceKey
  readonly registeredAt: Moment
  readonly lastContactAt: Moment
  readonly state: DeviceState
  readonly erasedAt: Moment | null
}

const DEVICE = [
  'id',
  'staff_id as staff',
  'name',
  'public_key as publicKey',
  'registered_at as registeredAt',
  'last_contact_at as lastContactAt',
  'state',
  'erased_at as erasedAt',
] as const

/** Keeps a code by which a device may ask in; of an id that was used before nothing is written. */
export async function keepDeviceCode(
  { db }: Centre,
  given: {
    readonly id: string
    readonly codeHash: string
    readonly staff: string
    readonly at: Moment
    readonly until: Moment
  },
): Promise<void> {
  await db
    .insertInto('field_device_code')
    .values({
      id: given.id,
      code_hash: given.codeHash,
      staff_id: given.staff,
      made_at: given.at,
      until_at: given.until,
      device_id: null,
    })
    .onConflict((taken) => taken.doNothing())
    .execute()
}

/** Until when a code of a person lets a device in; undefined where it does no more. */
export async function codeHoldsUntil(
  { db }: Centre,
  { id, staff, at }: { readonly id: string; readonly staff: string; readonly at: Moment },
): Promise<Moment | undefined> {
  const row = await db
    .selectFrom('field_device_code')
    .select('until_at')
    .where('id', '=', id)
    .where('staff_id', '=', staff)
    .where('device_id', 'is', null)
    .where('until_at', '>', at)
    .executeTakeFirst()
  return row?.until_at
}

/** Lets a device in by a code that still holds; undefined where it holds no more, or was used. */
export async function admitDevice(
  { db }: Centre,
  codeHash: string,
  device: Omit<FieldDevice, 'staff' | 'state' | 'erasedAt' | 'lastContactAt'> & {
    readonly tokenHash: string
  },
): Promise<string | undefined> {
  return db.transaction().execute(async (whole) => {
    const used = await whole
      .updateTable('field_device_code')
      .set({ device_id: device.id })
      .where('code_hash', '=', codeHash)
      .where('device_id', 'is', null)
      .where('until_at', '>', device.registeredAt)
      .returning('staff_id')
      .executeTakeFirst()
    if (!used) return undefined
    await whole
      .insertInto('field_device')
      .values({
        id: device.id,
        staff_id: used.staff_id,
        name: device.name,
        token_hash: device.tokenHash,
        public_key: JSON.stringify(device.publicKey),
        registered_at: device.registeredAt,
        last_contact_at: device.registeredAt,
        state: 'active',
        ended_at: null,
        ended_by: null,
        erased_at: null,
      })
      .execute()
    return used.staff_id
  })
}

/** The device whose token it is, in whatever state. */
export async function deviceOfToken({ db }: Centre, tokenHash: string): Promise<FieldDevice | undefined> {
  return db.selectFrom('field_device').select(DEVICE).where('token_hash', '=', tokenHash).executeTakeFirst()
}

export async function deviceById({ db }: Centre, id: string): Promise<FieldDevice | undefined> {
  return db.selectFrom('field_device').select(DEVICE).where('id', '=', id).executeTakeFirst()
}

/** Keeps that a device was heard of; a minute is exact enough. */
export async function keepContact(
  { db }: Centre,
  { id, lastContactAt }: Pick<FieldDevice, 'id' | 'lastContactAt'>,
  at: Moment,
): Promise<void> {
  if (Date.parse(at) - Date.parse(lastContactAt) < 60_000) return
  await db
    .updateTable('field_device')
    .set({ last_contact_at: at })
    .where('id', '=', id)
    .where('last_contact_at', '<', at)
    .execute()
}

/** Ends a device, once; what ended stays ended. False where there is no such device that works. */
export async function endDevice(
  { db }: Centre,
  ended: {
    readonly id: string
    readonly state: Exclude<DeviceState, 'active'>
    readonly at: Moment
    readonly by: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('field_device')
    .set({ state: ended.state, ended_at: ended.at, ended_by: ended.by })
    .where('id', '=', ended.id)
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Keeps that a device erased itself; the first time counts. */
export async function keepErased({ db }: Centre, id: string, at: Moment): Promise<void> {
  await db
    .updateTable('field_device')
    .set({ erased_at: at })
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .execute()
}

export interface ListedDevice extends FieldDevice {
  readonly staffName: string
  /** Packets of it that are on their way. */
  readonly arriving: number
  /** Packets of it that wait for a person. */
  readonly toDecide: number
}

/** Devices of one person, or of everybody; those that work first. */
export async function listDevices(
  { db }: Centre,
  { staff, size }: { readonly staff: string | null; readonly size: number },
): Promise<readonly ListedDevice[]> {
  return db
    .selectFrom('field_device as d')
    .innerJoin('staff as s', 's.id', 'd.staff_id')
    .select(DEVICE.map((one) => `d.${one}` as const))
    .select((eb) => [
      's.name as staffName',
      eb
        .selectFrom('field_piece as p')
        .select(({ fn }) => fn.count<number>('p.packet_id').distinct().as('count'))
        .whereRef('p.device_id', '=', 'd.id')
        .$asScalar()
        .$notNull()
        .as('arriving'),
      eb
        .selectFrom('field_packet as k')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('k.device_id', '=', 'd.id')
        .where('k.stage', '=', 'to-decide')
        .$asScalar()
        .$notNull()
        .as('toDecide'),
    ])
    .$if(staff !== null, (query) => query.where('d.staff_id', '=', staff ?? ''))
    .orderBy(({ eb, ref }) => eb(ref('d.state'), '=', 'active'), 'desc')
    .orderBy('d.registered_at', 'desc')
    .limit(size)
    .execute()
}
