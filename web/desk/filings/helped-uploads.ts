import type { Context, Hono } from 'hono'
import { isRefusal, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { today } from '#work/change-dossier.ts'
import { uploadPlaceOf } from '#work/filing/see-paper.ts'
import { FILE_HELPED } from '../../filing/addresses.ts'
import { addUploadDoor } from '../../uploads/tus-door.ts'
import { visitOf, type WebDoors } from '../../visit.ts'
import type { DeskVisit } from '../desk-page.ts'

export const HELPED_UPLOADS = `${FILE_HELPED}/:key/:draft/:step/tep`

/**
 * The files of whom an officer helps, in pieces as citizens send them: of a draft the officer began, while he may help.
 * To everybody else there is no such draft.
 */
export function addHelpedUploads(
  app: Hono,
  doors: WebDoors,
  deskOf: (c: Context) => Promise<DeskVisit['desk'] | null>,
): void {
  addUploadDoor(app, HELPED_UPLOADS, async (c) => {
    const { words, desk: publicDesk } = await visitOf(c, doors)
    const desk = await deskOf(c)
    const allowed = desk ? may(desk.actor, { kind: 'help-to-file' }, today(desk)) : refuse('no-filing-draft')
    if (!desk || isRefusal(allowed))
      return { desk: publicDesk, words, place: refuse('no-filing-draft'), mayBegin: () => null }
    const at = { desk, browser: null }
    const place = await uploadPlaceOf(at, c.req.param('draft') ?? '', c.req.param('step') ?? '')
    // Many people file at one computer of the centre on one day.
    return { desk, words, place, mayBegin: () => null }
  })
}
