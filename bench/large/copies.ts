import { hash } from 'node:crypto'
import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { dossierCode } from '#domain/dossier/dossier-code.ts'
import { fold, type Dossier } from '#domain/dossier/dossier.ts'
import type { DossierEvent, DossierReceived, Party } from '#domain/dossier/events.ts'
import { lookupKey } from '#domain/dossier/lookup-key.ts'
import { eventText, trailText } from '#domain/dossier/trail.ts'
import { type CountedFact, factsOfHistory } from '#domain/statistics/facts.ts'
import { rowOf, searchRowOf } from '#store/dossiers.ts'
import { chanceFrom } from '../../replay/chance.ts'
import { drawCitizen } from '../../replay/people.ts'
import type { Base, BaseHistory } from './base-histories.ts'
import { filled, type Template, templateOf, wordMark } from './template.ts'

/** The lines of one dossier for each table, as COPY reads them. */
export interface Lines {
  readonly dossier: string
  readonly events: string
  readonly search: string
}

export interface Copies {
  /** The next copy, or null when its receipt would lie in the future. */
  next(history: number, weeks: number): Lines | null
  readonly figures: ReadonlyMap<string, number>
  readonly series: ReadonlyMap<string, number>
}

/** Of so many dossiers one bears the commonest name. */
const COMMONEST_EACH = 200
const COMMONEST = 'Nguyễn Thị Hương'

type Words = { readonly [name: string]: string }

/** A history made ready to be copied: only what differs from copy to copy is reckoned anew. */
interface Prepared {
  readonly base: BaseHistory
  readonly unit: string
  readonly procedure: string
  /** Applicant and owner are the same person. */
  readonly isOne: boolean
  readonly receivedOn: string
  readonly lastAt: string
  readonly events: readonly { readonly text: Template; readonly at: Template; readonly type: string }[]
  readonly dossier: Template
  readonly facts: readonly CountedFact[]
}

/** Makes copies of decided histories: re-coded, re-chained, moved by whole weeks, of other people. */
export function copiesOf({ histories, ruleSets }: Base, now: string): Copies {
  const prepared = histories.map(prepare)
  const dayMaps = new Map<number, ReadonlyMap<string, string>>()
  const baseDays = [...new Set(prepared.flatMap(daysOf))]
  const figures = new Map<string, number>()
  const series = new Map<string, number>()
  const chance = chanceFrom('the large set')
  const recent = Temporal.Instant.from(now)
    .subtract({ hours: 90 * 24 })
    .toString({ smallestUnit: 'millisecond' })
  let made = 0

  function next(history: number, weeks: number): Lines | null {
    const one = prepared[history]
    if (!one) throw new Error(`no history ${history}`)
    let days = dayMaps.get(weeks)
    if (!days) dayMaps.set(weeks, (days = movedDays(baseDays, weeks)))
    const moved = (text: string) => (days.get(text.slice(0, 10)) ?? text.slice(0, 10)) + text.slice(10)
    const receivedOn = moved(one.receivedOn)
    if (receivedOn > now.slice(0, 10)) return null
    const identifier = ruleSets.findLast(({ from }) => from <= receivedOn)?.identifier ?? ''
    const number = (series.get(`${identifier}\t${receivedOn}`) ?? 0) + 1
    const code = dossierCode(identifier, Temporal.PlainDate.from(receivedOn), number)
    const words = drawWords(code)
    if (moved(one.lastAt) > now) {
      const cut = cutOff(one, days, words, now)
      if (!cut) return null
      series.set(`${identifier}\t${receivedOn}`, number)
      return cut
    }
    series.set(`${identifier}\t${receivedOn}`, number)
    for (const fact of one.facts) count({ ...fact, on: moved(fact.on) })
    return linesOf(
      one,
      one.events.map(({ text, at, type }) => ({
        text: filled(text, days, words),
        at: filled(at, days, words),
        type,
      })),
      (id, lastSeal) => filled(one.dossier, days, { ...words, id, lastSeal }),
      words,
    )
  }

  /** What has not happened yet is left off: the dossier is still under way. */
  function cutOff(one: Prepared, days: ReadonlyMap<string, string>, words: Words, now: string): Lines | null {
    const events = one.events
      .map(({ text }): DossierEvent => JSON.parse(filled(text, days, words)))
      .filter(({ at }) => at <= now)
    if (events.length === 0) return null
    // A command is carried out whole or not at all.
    const whole = events.filter(
      (_, place) => one.base.commands[events.length]?.number !== one.base.commands[place]?.number,
    )
    if (whole.length === 0) return null
    const dossier = fold(whole)
    for (const fact of factsOfHistory(null, whole)) count(fact)
    return linesOf(
      one,
      whole.map((event) => ({ text: eventText(event), at: event.at, type: event.type })),
      (id, lastSeal) => dossierLine(id, lastSeal, dossier),
      words,
    )
  }

  function linesOf(
    one: Prepared,
    events: readonly { readonly text: string; readonly at: string; readonly type: string }[],
    dossierLineOf: (id: string, lastSeal: string) => string,
    words: Words,
  ): Lines {
    const { commands } = one.base
    const isOpen = events.at(-1)?.type !== 'ResultHandedBack'
    made += 1
    const id = idFrom('0', made)
    let seal = ''
    let lines = ''
    for (const [place, { text, at, type }] of events.entries()) {
      seal = hash('sha256', trailText(seal, words['code'] ?? '', place + 1, text))
      const command = commands[place]
      lines += `${id}\t${place + 1}\t${type}\t${at}\t${escaped(text)}\t\\\\x${seal}\t${idFrom('1', made * 64 + (command?.number ?? 0))}\t\\\\x${seal}\t${command?.part ?? 0}\n`
    }
    const dossier = dossierLineOf(id, seal)
    return { dossier, events: lines, search: searchLine(id, one, events[0]?.at ?? '', words, isOpen) }
  }

  /** A dossier is found by its receipt alone (`store/dossiers.ts`). */
  function searchLine(
    id: string,
    { unit, procedure, isOne }: Prepared,
    receivedAt: string,
    words: Words,
    isOpen: boolean,
  ): string {
    const applicant = partyOf(words, 'applicant')
    const owner = isOne ? applicant : partyOf(words, 'owner')
    const row = searchRowOf({
      unit,
      procedure,
      receivedAt,
      code: words['code'] ?? '',
      applicant,
      owner,
    } as Dossier)
    // Open, or of the last 90 days: everything else is searched on request.
    const isRecent = isOpen || receivedAt >= recent
    return `${[id, ...Object.values(row).map(asText), isRecent].join('\t')}\n`
  }

  function count({ on, measure, unit, field, channel, place, desk, count: by }: CountedFact): void {
    const key = `${measure}\t${on}\t${unit}\t${field}\t${channel}\t${place}\t${desk}`
    figures.set(key, (figures.get(key) ?? 0) + by)
  }

  function drawWords(code: string): Words {
    const applicant = drawCitizen(chance)
    const owner = drawCitizen(chance)
    const name = chance.next() < 1 / COMMONEST_EACH ? COMMONEST : applicant.name
    const key = lookupKey(Uint8Array.from({ length: 10 }, () => Math.floor(chance.next() * 256)))
    return {
      code,
      key,
      applicantName: name,
      applicantNumber: applicant.idNumber,
      applicantPhone: applicant.phone,
      ownerName: owner.name,
      ownerNumber: owner.idNumber,
      ownerPhone: owner.phone,
    }
  }

  return { next, figures, series }
}

function prepare(base: BaseHistory): Prepared {
  const marked = withMarks(base.events)
  const dossier = fold(marked)
  const last = base.events.at(-1)
  const [first] = base.events
  if (!first || !last || first.type !== 'DossierReceived') throw new Error('a history without its receipt')
  return {
    base,
    unit: first.unit,
    procedure: first.procedure,
    isOne: isOnePerson(first),
    receivedOn: dayOf(fromMoment(first.at)).toString(),
    lastAt: last.at,
    events: marked.map((event) => ({
      text: templateOf(eventText(event)),
      at: templateOf(event.at),
      type: event.type,
    })),
    dossier: templateOf(dossierLine(wordMark('id'), wordMark('lastSeal'), dossier)),
    facts: factsOfHistory(null, base.events),
  }
}

/** The history with marks where copies differ: code, key and people. */
function withMarks(events: readonly DossierEvent[]): DossierEvent[] {
  const [first] = events
  if (first?.type !== 'DossierReceived') throw new Error('a history without its receipt')
  const applicant = markedParty(first.applicant, 'applicant')
  return events.map((event): DossierEvent => {
    if (event.type === 'DossierReceived')
      return {
        ...event,
        code: wordMark('code'),
        lookupKey: wordMark('key'),
        applicant,
        owner: isOnePerson(event) ? applicant : markedParty(event.owner, 'owner'),
      }
    if (event.type === 'ResultHandedBack')
      return { ...event, receiver: { ...event.receiver, name: applicant.name, idNumber: applicant.idNumber } }
    return event
  })
}

function isOnePerson({ applicant, owner }: DossierReceived): boolean {
  return applicant.name === owner.name && applicant.idNumber === owner.idNumber
}

function partyOf(words: Words, who: 'applicant' | 'owner'): Party {
  const word = (what: string) => words[`${who}${what}`] ?? ''
  return { ...NOBODY, name: word('Name'), idNumber: word('Number'), phone: word('Phone') }
}

function markedParty(party: Party, who: 'applicant' | 'owner'): Party {
  return {
    ...party,
    name: wordMark(`${who}Name`),
    idNumber: wordMark(`${who}Number`),
    phone: wordMark(`${who}Phone`),
  }
}

/** The row of a dossier, its folded state last. */
function dossierLine(id: string, lastSeal: string, dossier: Dossier): string {
  const values = Object.values(rowOf(dossier)).map(asText)
  return `${[id, `\\\\x${lastSeal}`, ...values, escaped(JSON.stringify(dossier))].join('\t')}\n`
}

/** The columns of `dossierLine`, in its order. */
export function dossierColumns(): string[] {
  return ['id', 'last_hash', ...Object.keys(rowOf(ANY)), 'state']
}

export function searchColumns(): string[] {
  return ['dossier_id', ...Object.keys(searchRowOf(ANY)), 'is_recent']
}

export const EVENT_COLUMNS = [
  'dossier_id',
  'sequence',
  'type',
  'at',
  'data',
  'hash',
  'command_id',
  'command_hash',
  'command_part',
]

const NOBODY: Party = { kind: 'citizen', name: '', idNumber: null, phone: null, address: null }
/** Only the names of the columns are asked of it. */
const ANY = { applicant: NOBODY, owner: NOBODY, code: '' } as Dossier

function asText(value: unknown): string {
  return value === null || value === undefined ? '\\N' : escaped(String(value))
}

function escaped(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\', '\\\\') : text
}

function daysOf({ base, facts }: Prepared): string[] {
  const texts = base.events.flatMap((event) => eventText(event).match(/\d{4}-\d{2}-\d{2}(?=T)/g) ?? [])
  return [...texts, ...facts.map(({ on }) => on), dayOf(fromMoment(base.events[0]?.at ?? '')).toString()]
}

function movedDays(days: readonly string[], weeks: number): ReadonlyMap<string, string> {
  return new Map(days.map((day) => [day, Temporal.PlainDate.from(day).add({ weeks }).toString()]))
}

/** A UUIDv7 by count: told apart by their kind. */
function idFrom(kind: '0' | '1', count: number): string {
  const digits = count.toString(16).padStart(15, '0')
  return `0190000${kind}-${digits.slice(0, 4)}-7${digits.slice(4, 7)}-8${'000'}-0000${digits.slice(7)}`
}
