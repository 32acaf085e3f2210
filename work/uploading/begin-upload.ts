import { toMoment } from '#domain/calendar/moment.ts'
import { mayBeginUpload } from '#domain/digitising/upload-quota.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { beginUpload as begin } from '#store/uploads.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { nameOf } from './name-of.ts'
import type { UploadPlace } from './upload-place.ts'

/** A file as it is announced. */
export interface UploadAnnounced {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Hexadecimal; null where the sender cannot tell. */
  readonly sha256: string | null
}

/** Announces a file: whether there is room for it is said before anything is sent. Answers its id. */
export async function beginUpload(
  { centre, now }: Desk,
  { of, person, component, before }: UploadPlace,
  announced: UploadAnnounced,
): Promise<Outcome<string>> {
  const name = nameOf(announced.name)
  const { size, sha256 } = announced
  const room = mayBeginUpload(await before(), { name, size })
  if (isRefusal(room)) return room
  const id = newId()
  await begin(centre, { id, of, person, component, name, size, sha256, at: toMoment(now) })
  return id
}
