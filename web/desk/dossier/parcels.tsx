import { isRefusal } from '#domain/outcome.ts'
import { dayOf } from '#domain/calendar/moment.ts'
import { may } from '#domain/people/may.ts'
import { isOpenParcel } from '#domain/post/parcel.ts'
import type { ParcelLine } from '#work/post/parcel-line.ts'
import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { Link } from '../../parts/link.tsx'
import type { DeskVisit } from '../desk-page.ts'
import { orderingAddress } from '../post/addresses.ts'
import { DueOf, ParcelName, StandingOf } from '../post/parcel-table.tsx'

interface ParcelsProps {
  readonly visit: DeskVisit
  readonly seen: SeenDossier
  readonly parcels: readonly ParcelLine[]
}

/** Where the post has the papers or the result of a dossier, and the way to order a parcel for it. */
export function Parcels({ visit: { words, desk }, seen, parcels }: ParcelsProps) {
  const said = words.post
  const { code, stage, returnWish, waitsFor } = seen
  const on = dayOf(desk.now).toString()
  const mayOrder = !isRefusal(may(desk.actor, { kind: 'handle-post' }, on))
  const isDone = parcels.some((one) => isOpenParcel(one) || one.stage === 'delivered')
  const isToSend = stage === 'ready' && returnWish.way === 'post'
  const isToOrder = mayOrder && !isDone && (isToSend || waitsFor === 'supplement')
  if (parcels.length === 0 && !isToOrder) return null
  return (
    <section aria-labelledby="dossier-post" class="dossier-notes with-post">
      <h2 id="dossier-post">{said.title}</h2>
      {parcels.length > 0 && (
        <ul class="dossier-lines">
          {parcels.map((parcel) => (
            <li key={parcel.id}>
              <ParcelName parcel={{ ...parcel, code: null }} /> <StandingOf words={words} parcel={parcel} />{' '}
              <DueOf words={words} parcel={parcel} />
            </li>
          ))}
        </ul>
      )}
      {isToOrder && (
        <p>
          <Link href={orderingAddress(code)}>{isToSend ? said.order : said.fetch}</Link>
        </p>
      )}
    </section>
  )
}
