import type { FollowedParcel } from '#work/post/follow-parcels.ts'
import type { Words } from '../words/vi.ts'

interface ByPostProps {
  readonly words: Words
  readonly parcels: readonly FollowedParcel[]
}

/** Where the post has it, in the words a person would use, and what he has to do or pay. */
export function ByPost({ words, parcels }: ByPostProps) {
  const said = words.post.follow
  const { format } = words
  const told = parcels.flatMap((parcel) => {
    const sentences: { readonly [stage: string]: string } = said[parcel.direction]
    const sentence = sentences[parcel.stage]
    return sentence === undefined ? [] : [{ ...parcel, sentence }]
  })
  if (told.length === 0) return null
  return (
    <section aria-labelledby="by-post">
      <h2 id="by-post">{said.title}</h2>
      {told.map((parcel) => {
        const isAway = parcel.stage === 'under-way'
        return (
          <div key={parcel.label}>
            <p>
              <strong>{parcel.sentence}</strong>
              {parcel.stage === 'delivered' &&
                parcel.deliveredAt !== null &&
                ` ${said.at(format.longMoment(parcel.deliveredAt))}`}
            </p>
            {isAway && parcel.attempts === 0 && parcel.due !== null && (
              <p>{parcel.isLate ? said.late : said.by(format.longMoment(parcel.due))}</p>
            )}
            {isAway && parcel.attempts > 0 && <p>{said.tried(parcel.attempts)}</p>}
            {parcel.toPayDong > 0 && ['waiting', 'under-way'].includes(parcel.stage) && (
              <p>{said.pay(format.money(parcel.toPayDong))}</p>
            )}
            <p class="hint">
              {said.label(parcel.label)}
              {parcel.postageDong > 0 && ` ${said.postage(format.money(parcel.postageDong))}`}
              {parcel.complaintUntil !== null && ` ${said.complain(format.day(parcel.complaintUntil))}`}
            </p>
          </div>
        )
      })}
    </section>
  )
}
