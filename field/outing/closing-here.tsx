import { useMemo, useState } from 'preact/hooks'
import { dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { ClosingScreen } from '../closing/closing-screen.tsx'
import { closingPacket, closingSheet, type ClosingSheet } from '../closing/closing-sheet.ts'
import type { Done, Frame } from './frame.ts'
import { HomeLink } from './home-link.tsx'
import { useKept } from './kept.ts'

/** The closing sheet of today on this outing. */
export function ClosingHere({ frame }: { frame: Frame }) {
  const { words, provision, now, newId, seal, go } = frame
  const id = useMemo(newId, [])
  const [isBusy, work] = useState(false)
  const done = useKept(() => frame.done(), frame.route)
  const drafts = useKept(() => frame.drafts.list(), frame.route)
  if (done === null || drafts === null) return null
  const at = now()
  const finish = async (sheet: ClosingSheet, note: string | null) => {
    work(true)
    await seal({
      packet: closingPacket(id, sheet, note),
      attachments: [],
      done: { id, kind: 'closing', code: null, at, cashDong: 0, registration: null },
    })
    go('')
  }
  return (
    <>
      <HomeLink frame={frame} />
      <ClosingScreen
        words={words}
        sheet={closingSheet(done, provision, dayOf(fromMoment(at)).toString())}
        drafts={drafts.length}
        place={`${provision.outing.place}, ${provision.outing.communeName}`}
        officer={provision.officer.name}
        sealedAt={sealedOn(done, at)}
        isBusy={isBusy}
        finish={(sheet, note) => void finish(sheet, note)}
      />
    </>
  )
}

/** When the day was closed before; null where it was not. */
function sealedOn(done: readonly Done[], at: Moment): Moment | null {
  const today = dayOf(fromMoment(at)).toString()
  const sealed = done.findLast(
    (one) => one.kind === 'closing' && dayOf(fromMoment(one.at)).toString() === today,
  )
  return sealed?.at ?? null
}
