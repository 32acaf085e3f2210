import { toMoment } from '#domain/calendar/moment.ts'
import { withdrawFiling as decide } from '#domain/filing/decide.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Desk } from '../desk.ts'
import { type ChangedFiling, changeFiling } from './change-filing.ts'
import { ownFiling } from './see-own-filing.ts'

/** Takes a filing back before it is received; afterwards a dossier is withdrawn, which is another matter. */
export function withdrawFiling(
  desk: Desk,
  id: string,
  given: { readonly id: string; readonly version: number },
): Promise<Outcome<ChangedFiling>> {
  return changeFiling(desk, id, { ...given, content: { type: 'WithdrawFiling' } }, async ({ filing }) => {
    const own = await ownFiling(desk, id, 'act')
    if (isRefusal(own)) return own
    return decide(filing, { ...given, type: 'WithdrawFiling', at: toMoment(desk.now), by: filing.by })
  })
}
