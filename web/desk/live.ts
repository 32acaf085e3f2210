import type { Context } from 'hono'
import { isRefusal } from '#domain/outcome.ts'
import { appointmentsOn, may } from '#domain/people/may.ts'
import { standsInFor } from '#domain/people/substitution.ts'
import { ALL_FILINGS } from '#work/announce-change.ts'
import { today } from '#work/change-dossier.ts'
import type { Change, StaffDoors } from '../visit.ts'
import type { DeskVisit } from './desk-page.ts'

/** What came together is told together. */
const GATHER_MS = 250
/** A dead line is noticed, and so is the end of a session. */
const BEAT_MS = 15_000

/** What changes, told to an open page as it happens (server-sent events): `lists`, `dossier`, or `ended`. */
export function liveEvents(c: Context, visit: Pick<DeskVisit, 'desk'>, doors: StaffDoors): Response {
  const { desk } = visit
  const code = c.req.query('hoSo') ?? ''
  const mine = new Set([
    desk.actor.id,
    ...(isRefusal(may(desk.actor, { kind: 'see-filings' }, today(desk))) ? [] : [ALL_FILINGS]),
    ...standsInFor(desk.actor, today(desk)),
    ...appointmentsOn(desk.actor, today(desk)).map(({ unit, post }) => `${unit} ${post}`),
  ])
  // Who divides the work of a unit sees all of it move.
  const led = appointmentsOn(desk.actor, today(desk))
    .filter(({ post }) => post === 'head')
    .map(({ unit }) => `${unit} `)
  const isMine = (one: string) => mine.has(one) || led.some((unit) => one.startsWith(unit))
  let close = () => {}
  const stream = new ReadableStream<string>({
    start(stream) {
      const waiting = new Set<string>()
      let timer: NodeJS.Timeout | undefined
      const tell = () => {
        timer = undefined
        for (const event of waiting) stream.enqueue(`event: ${event}\ndata: 1\n\n`)
        waiting.clear()
      }
      const hear = (change: Change) => {
        if (change.code === code) waiting.add('dossier')
        if (change.concerns.some(isMine)) waiting.add('lists')
        if (waiting.size > 0) timer ??= setTimeout(tell, GATHER_MS)
      }
      const stop = doors.hear(desk, hear)
      const beat = setInterval(() => {
        doors.deskFor(c).then(
          (still) => {
            if (still) return stream.enqueue(': \n\n')
            stream.enqueue('event: ended\ndata: 1\n\n')
            return close()
          },
          () => close(),
        )
      }, BEAT_MS)
      close = () => {
        stop()
        clearInterval(beat)
        clearTimeout(timer)
        close = () => {}
        try {
          stream.close()
        } catch {
          // The browser was faster.
        }
      }
      c.req.raw.signal.addEventListener('abort', () => close())
      stream.enqueue('retry: 3000\n\n')
    },
    cancel: () => close(),
  })
  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    },
  })
}
