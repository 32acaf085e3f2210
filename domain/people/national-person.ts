import type { Day } from '../calendar/moment.ts'
import { type Outcome, refuse } from '../outcome.ts'
import type { Assurance } from './citizen.ts'
import { composedLetters } from './composed.ts'

/** Whom the national identity has let in, as far as the house needs to know. */
export interface NationalPerson {
  /** The person's key with the provider; it stays when name or number change. */
  readonly subject: string
  readonly name: string
  readonly idNumber: string
  readonly bornOn: Day | null
  readonly assurance: Exclude<Assurance, 'stated'>
  /** The organisation whose account it is; null for the account of a person. */
  readonly organisation: { readonly taxCode: string; readonly name: string } | null
}

/** Under which names a provider says what; several are looked at in their order. */
export interface ClaimNames {
  readonly name: readonly string[]
  readonly idNumber: readonly string[]
  readonly bornOn: readonly string[]
  readonly level: readonly string[]
  readonly accountKind: readonly string[]
  readonly taxCode: readonly string[]
  readonly organisation: readonly string[]
}

/** As the national portal and VNeID name them. */
export const CLAIM_NAMES: ClaimNames = {
  name: ['HoVaTen'],
  idNumber: ['SoDinhDanh'],
  bornOn: ['NgayThangNamSinh'],
  level: ['IAL', 'loAs'],
  accountKind: ['LoaiTaiKhoan'],
  taxCode: ['MaSoThue', 'MaSoDoanhNghiep'],
  organisation: ['TenDoanhNghiep'],
}

const ORGANISATION = '2'

/** Reads what a provider says; without a name and a number of twelve digits nobody can be let in by it. */
export function readNationalPerson(
  claims: { readonly [name: string]: unknown },
  names: ClaimNames = CLAIM_NAMES,
): Outcome<NationalPerson> {
  const said = (which: keyof ClaimNames) =>
    names[which].map((name) => textOf(claims[name])).find((value) => value !== '') ?? ''
  const subject = textOf(claims['sub'])
  const idNumber = said('idNumber').replace(/\s/g, '')
  const name = asWritten(said('name'))
  const missing = [
    ...(subject === '' ? ['subject'] : []),
    ...(/^\d{12}$/.test(idNumber) ? [] : ['idNumber']),
    ...(name === '' ? ['name'] : []),
  ]
  const taxCode = said('taxCode')
  const isOrganisation = said('accountKind') === ORGANISATION
  if (isOrganisation && taxCode === '') missing.push('taxCode')
  if (missing.length > 0) return refuse('identity-incomplete', { missing })
  return {
    subject,
    name,
    idNumber,
    bornOn: dayIn(said('bornOn')),
    // `2`, `LoA2` and `IAL2` say the same; what says nothing is the lower one.
    assurance: /2\D*$/.test(said('level')) ? 'national-2' : 'national-1',
    organisation: isOrganisation ? { taxCode, name: said('organisation') || taxCode } : null,
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return textOf(value.at(-1))
  return typeof value === 'string' ? composedLetters(value).replace(/\s+/g, ' ').trim() : ''
}

/** A name all in capitals, as databases keep it, is written as people write it: `NGUYỄN THỊ HƯƠNG`, `Nguyễn Thị Hương`. */
function asWritten(name: string): string {
  if (name !== name.toLocaleUpperCase('vi')) return name
  return name
    .toLocaleLowerCase('vi')
    .replace(
      /(^|[\s'-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'),
    )
}

/** `yyyyMMdd`, `yyyy-MM-dd` or `dd/MM/yyyy` as a day; null when there is no such day. */
function dayIn(text: string): Day | null {
  const [, y1, m1, d1] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ?? []
  const [, d2, m2, y2] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  const [year, month, day] = [y1 ?? y2, m1 ?? m2, d1 ?? d2].map(Number)
  if (year === undefined || month === undefined || day === undefined || Number.isNaN(year)) return null
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
