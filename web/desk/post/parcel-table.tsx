import type { ParcelLine } from '#work/post/parcel-line.ts'
import type { Words } from '../../words/vi.ts'
import { dossierAddress } from '../dossier/address.ts'
import { parcelAddress } from './addresses.ts'

interface TableProps {
  readonly words: Words
  readonly title: string
  readonly parcels: readonly ParcelLine[]
}

/** Parcels one below the other: which, whose, until when, how it stands, what it costs. */
export function ParcelTable({ words, title, parcels }: TableProps) {
  const said = words.post
  return (
    <div class="scrolled">
      <table class="ds-table rows">
        <caption class="ds-sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{said.label}</th>
            <th scope="col">{said.person}</th>
            <th scope="col">{said.when}</th>
            <th scope="col">{said.where}</th>
            <th scope="col">{said.cost}</th>
          </tr>
        </thead>
        <tbody>
          {parcels.map((parcel) => (
            <tr key={parcel.id} data-row>
              <td data-label={said.label}>
                <ParcelName parcel={parcel} />
              </td>
              <td data-label={said.person}>
                <PersonOf parcel={parcel} />
              </td>
              <td data-label={said.when} class="when">
                <DueOf words={words} parcel={parcel} />
              </td>
              <td data-label={said.where}>
                <StandingOf words={words} parcel={parcel} />
              </td>
              <td data-label={said.cost}>
                <CostOf words={words} parcel={parcel} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface OfParcel {
  readonly words: Words
  readonly parcel: ParcelLine
}

export function ParcelName({ parcel: { id, label, code } }: Pick<OfParcel, 'parcel'>) {
  return (
    <>
      <a class="ds-link code" href={parcelAddress(id)}>
        {label}
      </a>
      {code !== null && code !== label && (
        <small>
          <a class="ds-link code" href={dossierAddress(code)}>
            {code}
          </a>
        </small>
      )}
    </>
  )
}

export function PersonOf({ parcel: { name, phone, address } }: Pick<OfParcel, 'parcel'>) {
  if (name === null) return null
  return (
    <span lang="vi">
      {name}
      <small>{[phone, address].filter(Boolean).join(' · ')}</small>
    </span>
  )
}

export function DueOf({ words, parcel: { due, isDueProvisional, isLate } }: OfParcel) {
  const said = words.post
  if (due === null) return null
  return (
    <>
      {said.due(words.format.moment(due))}
      {isLate && <strong class="fault">{said.late}</strong>}
      {isDueProvisional && <small>{said.provisional}</small>}
    </>
  )
}

export function StandingOf({ words, parcel: { stage, attempts, breach, doubt } }: OfParcel) {
  const said = words.post
  return (
    <>
      {said.stages[stage]}
      {attempts.length > 0 && <small>{said.attempts(attempts.length)}</small>}
      {breach && <strong class="fault">{said.breaches[breach]}</strong>}
      {doubt && <strong class="fault">{said.doubts[doubt]}</strong>}
    </>
  )
}

export function CostOf({ words, parcel }: OfParcel) {
  const { postageDong, isAtPostsCost, codDong, codFeeDong, ofPostDong } = parcel
  const said = words.post
  const { format } = words
  if (postageDong === 0) return null
  return (
    <>
      {said.postage(format.money(postageDong))}
      <small>{said.postagePayer[isAtPostsCost ? 'post' : 'citizen']}</small>
      {codDong > 0 && (
        <small>
          {ofPostDong === undefined
            ? said.cod(format.money(codDong), format.money(codFeeDong))
            : said.codWhole(format.money(codDong), format.money(ofPostDong))}
        </small>
      )}
    </>
  )
}
