import type { Moment } from '#domain/calendar/moment.ts'

/** What stands in a calendar others take over. */
export interface CalendarEvent {
  /** The same for ever, in all the world. */
  readonly uid: string
  /** Grows with every change. */
  readonly sequence: number
  readonly changedAt: Moment
  readonly begins: Moment
  readonly ends: Moment
  readonly summary: string
  readonly location: string
  readonly description: string
  readonly url: string
  readonly isCancelled: boolean
}

/** Lines are no longer than this, in octets and without their end (RFC 5545, 3.1). */
const LINE_OCTETS = 75

/** A calendar as iCalendar (RFC 5545), its moments in UTC, so that no time zone has to be described. */
export function icalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cua//Mobile sessions//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.begins)}`,
    `DTEND:${utc(event.ends)}`,
    `SUMMARY:${text(event.summary)}`,
    `LOCATION:${text(event.location)}`,
    `DESCRIPTION:${text(event.description)}`,
    `URL:${event.url.replaceAll(/[\r\n]/g, '')}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** A value of type TEXT (3.3.11): what would end it or begin another is escaped, control characters are none. */
function text(value: string): string {
  return value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
}

function utc(moment: Moment): string {
  return Temporal.Instant.from(moment).toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

/** Folded between characters, never within one: what follows a line's end and a space goes on with it. */
function folded(line: string): string {
  let all = ''
  let octets = 0
  for (const character of line) {
    const more = Buffer.byteLength(character)
    if (octets + more > LINE_OCTETS) {
      all += '\r\n '
      octets = 1
    }
    all += character
    octets += more
  }
  return all
}
