import { AppointmentRow, MandateRow, StaffRow, UnitRow } from '#shapes/centre-tables.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { AppointmentData, MandateData, StaffData, UnitData } from './centre-data.ts'
import { type Findings, faultAt, type Place } from '#shapes/import-fault.ts'
import { readTable, readWholeTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

/** The units of the centre. */
export interface Units {
  readonly units: readonly UnitData[]
  /** Whether there is such a unit; one whose row has a fault is there too, so that nothing else is blamed for it. */
  has(code: string): boolean
}

export function readUnits(files: readonly CentreFile[], findings: Findings): Units {
  const { rows, all } = readWholeTable(files, { name: 'units', shape: UnitRow }, findings)
  onceEach(rows, { column: 'code', code: 'key-twice', keyOf: ({ row }) => row.code }, findings)
  onceEach(rows, { column: 'name', code: 'name-twice', keyOf: ({ row }) => row.name }, findings)
  const units = rows.map(({ row: { gso_code, parent, ...row } }) => ({
    ...row,
    parent: parent || null,
    gsoCode: gso_code || null,
  }))
  const codes = all('code')
  // Without any unit the table itself could not be read.
  return { units, has: (code) => codes.size === 0 || codes.has(code) }
}

export interface People {
  readonly staff: readonly StaffData[]
  readonly appointments: readonly AppointmentData[]
  readonly mandates: readonly MandateData[]
}

/** Staff, where they are appointed, and by which mandates they approve. */
export function readPeople(files: readonly CentreFile[], units: Units, findings: Findings): People {
  const { rows: staff, all } = readWholeTable(files, { name: 'staff', shape: StaffRow }, findings)
  const appointments = readTable(files, { name: 'appointments', shape: AppointmentRow }, findings)
  const mandates = readTable(files, { name: 'mandates', shape: MandateRow, isOptional: true }, findings)
  onceEach(staff, { column: 'login', code: 'key-twice', keyOf: ({ row }) => row.login }, findings)
  onceEach(mandates, { column: 'key', code: 'key-twice', keyOf: ({ row }) => row.key }, findings)
  const identity = ({ row }: (typeof appointments)[number]) =>
    [row.login, row.post, row.unit, row.from].join(' ')
  onceEach(appointments, { column: 'from', code: 'key-twice', keyOf: identity }, findings)
  const logins = all('login')
  const hasStaff = (login: string) => logins.size === 0 || logins.has(login)
  for (const one of [...appointments, ...mandates]) checkTenure(one, one.row, { units, hasStaff }, findings)
  return {
    staff: staff.map(({ row: { login, name } }) => ({ login, name })),
    appointments: appointments.map(({ row }) => ({ ...row, until: row.until || null })),
    mandates: mandates.map(({ row: { form, principal, position, ...row } }) => ({
      ...row,
      until: row.until || null,
      capacity: position === '' ? null : { form: form || null, principal: principal || null, position },
    })),
  }
}

interface Tenure {
  readonly login: string
  readonly unit: string
  readonly from: string
  readonly until: string
}

function checkTenure(
  place: Place,
  { login, unit, from, until }: Tenure,
  known: { units: Units; hasStaff(login: string): boolean },
  { faults }: Findings,
): void {
  if (!known.hasStaff(login)) faults.push(faultAt(place, 'login', 'no-such-staff', { value: login }))
  if (!known.units.has(unit)) faults.push(faultAt(place, 'unit', 'no-such-unit', { value: unit }))
  if (until !== '' && until <= from)
    faults.push(faultAt(place, 'until', 'until-not-after-from', { from, until }))
}
