import { type Day, dayOf } from '#domain/calendar/moment.ts'
import { desksOn } from '#domain/procedure/reception-desk.ts'
import type { Contact, Office } from '#papers/on-paper.ts'
import type { CentreBook, Desk, Unit } from '../desk.ts'

/** The names at the head of a paper of a counter: the counter, its agency and the people's committee above. */
export function officeOf({ units, desks }: CentreBook, { centre, now }: Desk, counter: string): Office {
  const unit = units.get(counter)
  const agency = parentOf(units, unit)
  const committee = parentOf(units, agency)
  const own = deskAt(desks, counter, dayOf(now).toString())
  return {
    phone: own?.phone,
    taxCode: own?.taxCode,
    counter: unit?.name ?? counter,
    agency: agency?.name ?? centre.name,
    committee: committee?.name ?? agency?.name ?? centre.name,
  }
}

/** The same of a document that a handling unit issues: the unit itself, and the people's committee above. */
export function issuingOffice(book: CentreBook, desk: Desk, code: string): Office {
  const unit = book.units.get(code)
  const committee = topOf(book.units, unit)
  return {
    counter: '',
    agency: unit?.name ?? code,
    committee: committee?.name ?? desk.centre.name,
  }
}

/** A counter as a side of what goes by post, at the address it has on a day. */
export function postalSideOf({ desks }: CentreBook, office: Office, counter: string, on: Day) {
  const { address, phone } = deskAt(desks, counter, on) ?? {}
  return { name: `${office.counter}, ${office.agency}`, address: address || null, phone: phone ?? null }
}

const deskAt = (desks: CentreBook['desks'], counter: string, on: Day) =>
  desksOn(desks, on).find(({ unit }) => unit === counter)

/** Whom a person can ask about a paper: who made it, where, and the page of the centre. */
export function contactOf(office: Office, name: string, site: string): Contact {
  return { name, place: `${office.counter}, ${office.agency}`, phone: office.phone ?? null, site }
}

const parentOf = (units: CentreBook['units'], unit: Unit | undefined) =>
  unit?.parent ? units.get(unit.parent) : undefined

function topOf(units: CentreBook['units'], unit: Unit | undefined): Unit | undefined {
  const parent = parentOf(units, unit)
  return parent ? topOf(units, parent) : unit
}
