import { toMoment } from '#domain/calendar/moment.ts'
import type { LookForViruses } from '#domain/digitising/look-for-viruses.ts'
import type { Centre } from '#store/database.ts'
import { filesInQuarantine, letOut, markTried, quarantinedContent, throwOut } from '#store/quarantine.ts'
import { dropUploadsBefore } from '#store/uploads.ts'
import type { Desk } from '../desk.ts'
import { unfinishedSince } from '../uploading/upload-age.ts'

/** A desk at which nobody stands. */
export type QuarantineDesk = Pick<Desk, 'centre' | 'now' | 'lookForViruses'>

const AT_ONCE = 20

/**
 * Looks again for viruses in what waits in quarantine, each file on its own, so that one that cannot be looked into
 * holds up no other. Answers how many were let out or thrown out.
 */
export async function checkQuarantine(desk: QuarantineDesk): Promise<number> {
  let done = 0
  for (const id of await filesInQuarantine(desk.centre, AT_ONCE)) if (await checked(desk, id)) done += 1
  return done
}

async function checked({ centre, now, lookForViruses }: QuarantineDesk, id: string): Promise<boolean> {
  const at = toMoment(now)
  // The scanner was taken away: what is told by its kind alone from now on waits no longer.
  if (!lookForViruses) {
    await letOut(centre, id, { at, checkedFor: 'kind' })
    return true
  }
  const finding = await found(centre, id, lookForViruses)
  switch (finding?.kind) {
    case undefined:
      return false
    case 'clean':
      await letOut(centre, id, { at, checkedFor: 'viruses' })
      return true
    case 'infected':
      await throwOut(centre, id, { found: finding.found, at })
      return true
    case 'unknown':
      await markTried(centre, id, at)
      return false
  }
}

/** Undefined where the file was taken out meanwhile. */
async function found(centre: Centre, id: string, lookForViruses: LookForViruses) {
  const bytes = await quarantinedContent(centre, id)
  return bytes && lookForViruses(bytes)
}

const UPLOADS_AT_ONCE = 200

/** Throws away uploads nobody went on with; answers how many. */
export function dropOldUploads({ centre, now }: QuarantineDesk): Promise<number> {
  return dropUploadsBefore(centre, unfinishedSince(now), UPLOADS_AT_ONCE)
}
