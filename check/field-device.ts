import { join } from 'node:path'
import { toMoment } from '#domain/calendar/moment.ts'
import { hasPost } from '#domain/people/may.ts'
import { openFieldKey } from '#server/field-keys.ts'
import { urlAt } from '#server/postgres/endpoint.ts'
import { readPidFile } from '#server/postgres/pid-file.ts'
import { readSecrets } from '#server/secrets.ts'
import type { PacketAnswer } from '#shapes/field/packet.ts'
import type { DeviceRegistered, OutingNamed, Provision } from '#shapes/field/provision.ts'
import { SessionChange, SessionsToPlan } from '#shapes/outreach.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { APP_ROLE } from '#store/grants.ts'
import { allowed } from '#work/a-hall.ts'
import { newId } from '#work/chance.ts'
import type { Desk } from '#work/desk.ts'
import {
  anIntake,
  deviceKeys,
  type PictureTaken,
  type Seal,
  type Sealed,
  sealerOf,
} from '#work/field/a-device.ts'
import { askDeviceCode, seeDeviceCode } from '#work/field/register-device.ts'
import { changeSession } from '#work/outreach/change-session.ts'
import { planSessions } from '#work/outreach/plan-sessions.ts'
import { seeStaff } from '#work/reading/see-staff.ts'
import { requiredPapers } from './house-process.ts'

/** A procedure whose papers are few, and which costs nothing. */
const PROCEDURE = '1.004979'

/** A device that talks to the program as it runs at a centre. */
export interface HouseDevice {
  readonly outing: OutingNamed
  readonly seal: Seal
  provision(): Promise<Provision>
  /** The `place`th dossier of a provision, sealed with pictures. */
  intake(
    by: Provision,
    place: number,
    pictures: readonly PictureTaken[],
    over?: Parameters<typeof anIntake>[2],
  ): Promise<Sealed & { readonly code: string }>
  /** Sends a piece; null where nothing was answered. */
  put(sealed: Sealed, place: number): Promise<PacketAnswer | null>
  see(sealed: Sealed): Promise<PacketAnswer | null>
}

/** The database of a running program, as the program itself sees it. */
export function databaseOf(dataDir: string): Database {
  const running = readPidFile(join(dataDir, 'postgres'))
  if (!running) throw new Error('no database runs')
  const url = urlAt(running.endpoint, APP_ROLE, readSecrets(dataDir).databaseApp, 'mot_cua')
  return openDatabase({ url, poolSize: 2, onError: () => undefined })
}

/** Registers a device of a clerk who holds a session today. */
export async function houseDevice(origin: string, dataDir: string): Promise<HouseDevice> {
  return deviceAsking(origin, await atTheDesk(dataDir))
}

/** Registers a device by a code that was asked for at the desk; its clock goes as the centre's. */
export async function deviceAsking(
  origin: string,
  { outing, code }: { readonly outing: OutingNamed; readonly code: string },
): Promise<HouseDevice> {
  const keys = await deviceKeys()
  const registered = await fetch(`${origin}/api/v1/field/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name: 'Máy của đội', publicKey: keys.publicKey }),
  })
  const { device, token, now } = (await registered.json()) as DeviceRegistered
  const ahead = Temporal.Now.instant().until(Temporal.Instant.from(now))
  const clock = () => toMoment(Temporal.Now.instant().add(ahead))
  const seal = sealerOf({ device, privateKey: keys.privateKey })
  const headers = () => ({
    authorization: `Device ${token}`,
    'x-device-clock': clock(),
  })
  const components = await requiredPapers(origin, PROCEDURE)

  async function answered<Answer>(path: string, init: RequestInit): Promise<Answer | null> {
    const answer = await fetch(`${origin}/api/v1/field/${path}`, init).catch((error: unknown) => {
      // A killed program answers nothing.
      if (error instanceof TypeError) return null
      throw error
    })
    if (answer === null || answer.status >= 500) return null
    const said: unknown = await answer.json().catch(() => null)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said)}`)
    return said as Answer | null
  }

  return {
    outing,
    seal,
    async provision() {
      const made = await answered<Provision>('provisions', {
        method: 'POST',
        headers: { ...headers(), 'content-type': 'application/json' },
        body: JSON.stringify({ id: newId(), outing }),
      })
      if (!made) throw new Error('not provisioned')
      return made
    },
    async intake(by, place, pictures, over = {}) {
      const said = anIntake(by, place, { claimedAt: clock(), ...over })
      // Of another procedure than the usual one the caller knows the papers.
      const dossier =
        said.dossier.procedure === PROCEDURE
          ? ({ ...said.dossier, components } as typeof said.dossier)
          : said.dossier
      return { ...(await seal({ ...said, dossier }, by, { pictures })), code: said.code ?? '' }
    },
    put: (sealed, place) =>
      answered(`packets/${sealed.id}/pieces/${place}`, {
        method: 'PUT',
        headers: {
          ...headers(),
          'content-type': 'application/octet-stream',
          'x-pieces': String(sealed.pieces.length),
          'x-sha256': sealed.sha256,
        },
        body: sealed.pieces[place] ?? new Uint8Array(),
      }),
    see: (sealed) => answered(`packets/${sealed.id}`, { headers: headers() }),
  }
}

/** A session of today, and a code for a device of who holds it. */
async function atTheDesk(dataDir: string): Promise<{ readonly outing: OutingNamed; readonly code: string }> {
  const database = databaseOf(dataDir)
  try {
    const centre = await database.centre('dong-trieu')
    if (!centre) throw new Error('no centre')
    const now = Temporal.Now.instant()
    const on = now.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString()
    const staff = await seeStaff(centre)
    const actor = staff.find((one) => hasPost(one, 'clerk', 'HCC-TN', on))
    if (!actor) throw new Error('no clerk')
    const desk: Desk = { centre, now, actor, field: await openFieldKey(dataDir, centre.slug) }
    const plan = {
      commune: 'X07075',
      place: 'Nhà văn hóa thôn Chí Linh',
      on,
      opens: '00:00',
      closes: '23:59',
    }
    const [id = ''] = allowed(
      await planSessions(desk, SessionsToPlan.parse({ id: newId(), team: [actor.id], ...plan })),
    )
    const publish = { id: newId(), version: 1, type: 'PublishSession' }
    allowed(await changeSession(desk, id, SessionChange.parse(publish)))
    const asked = newId()
    allowed(await askDeviceCode(desk, asked))
    return { outing: { kind: 'session', id }, code: (await seeDeviceCode(desk, asked))?.code ?? '' }
  } finally {
    await database.close()
  }
}
