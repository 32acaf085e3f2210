import { instantAt, ZONE } from '#domain/calendar/moment.ts'
import { ageSearched } from '#work/searching/search-dossiers.ts'
import { dropOldDrafts } from '#work/filing/drop-draft.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import type { Desk } from '#work/desk.ts'
import type { Watch } from './watch.ts'

const AT_MINUTE = 2 * 60

/** Every night at 02:00 each centre's search is tidied, what was begun and left is thrown away and the centre is held to its promises; what is broken is told. */
export function startNightlyCheck(
  centres: () => Promise<readonly Desk['centre'][]>,
  now: () => Temporal.Instant,
  watch: Watch,
) {
  let timer = setTimeout(run, untilNight())
  function untilNight(): number {
    const today = now().toZonedDateTimeISO(ZONE).toPlainDate()
    const tonight = instantAt(today, AT_MINUTE)
    const next =
      Temporal.Instant.compare(tonight, now()) > 0 ? tonight : instantAt(today.add({ days: 1 }), AT_MINUTE)
    return next.epochMilliseconds - now().epochMilliseconds
  }
  async function run() {
    try {
      for (const centre of await centres()) {
        await ageSearched(centre, now())
        await dropOldDrafts(centre, now())
        for (const finding of await checkCentre(centre)) watch.found(centre.slug, finding)
      }
    } catch (error) {
      watch.failed('nightly check', error)
    }
    timer = setTimeout(run, untilNight())
  }
  return { stop: () => clearTimeout(timer) }
}
