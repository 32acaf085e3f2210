import type { EarlierDossier } from '#work/statistics/enter-earlier.ts'
import { instantAt } from '#domain/calendar/moment.ts'
import { type Drawing, drawCommune, drawProcedure, HOME_UNITS, MOBILE_UNITS } from './draw-months.ts'
import { shareOfYears } from './targets.ts'

/** Draws the mobile and home dossiers of the years before the replayed window, as the registers of that time had them. */
export function drawEarlier(drawing: Drawing): readonly EarlierDossier[] {
  const { targets } = drawing
  return [
    ...ofYears(drawing, 'mobile', targets.mobile, MOBILE_UNITS, 'Sổ theo dõi tiếp nhận lưu động'),
    ...ofYears(drawing, 'home', targets.home, HOME_UNITS, 'Sổ theo dõi tiếp nhận tại nhà'),
  ]
}

function ofYears(
  drawing: Drawing,
  channel: 'mobile' | 'home',
  asked: Drawing['targets']['mobile'],
  units: readonly string[],
  register: string,
): EarlierDossier[] {
  const { chance, targets } = drawing
  const first = Temporal.PlainDate.from(asked.since)
  const until = Temporal.PlainDate.from(targets.from)
  const days = first.until(until).days
  const length = days > 0 ? asked.atLeast - shareOfYears(targets, asked) : 0
  return Array.from({ length }, (_, place) => {
    const on = first.add({ days: chance.between(0, days - 1) })
    // The register does not know versions: the procedure is the one in force today by that name.
    const procedure = drawProcedure(drawing, Temporal.PlainDate.from(targets.from), units)
    return {
      id: chance.id(instantAt(on, 8 * 60)),
      receivedOn: on.toString(),
      unit: procedure.unit,
      field: procedure.field,
      procedure: procedure.key,
      channel,
      place: drawCommune(drawing),
      source: `${register}, dòng ${place + 1} (minh họa)`,
    }
  })
}
