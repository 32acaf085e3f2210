import { CatalogueText } from '../../parts/catalogue-text.tsx'
import type { PublicReads, SeenHours, SeenProcedure } from '../../reads.ts'
import type { Frame } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'

interface WhereProps {
  readonly visit: Frame
  readonly seen: SeenProcedure
  /** Null where the calendar does not know the year. */
  readonly hours: SeenHours | null
  readonly territory: Territory
}

type Territory = Awaited<ReturnType<PublicReads['seeTerritory']>>

/** Where one goes, when it is open, and the other ways of applying. */
export function Where({ visit: { words, centre }, seen, hours, territory }: WhereProps) {
  const { procedure, channels } = words
  const others = seen.channels.filter((one) => one !== 'counter')
  return (
    <>
      <p class="answer">
        {seen.procedure.ownerKind === 'commune' ? (
          procedure.atCommune
        ) : (
          <>
            {procedure.atCounter} <CatalogueText text={centre.name} />
          </>
        )}
      </p>
      {hours && <Hours words={words} hours={hours} />}
      <Communes words={words} territory={territory} />
      <AtAnyDesk words={words} seen={seen} />
      {others.length > 0 && (
        <>
          <p>{procedure.otherWays}</p>
          <ul class="tags">
            {others.map((one) => (
              <li key={one} class="ds-tag" data-color="brand2">
                {channels[one]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** The communes as they are called today; those that took others in say which. */
function Communes({ words, territory }: { readonly words: Words; readonly territory: Territory }) {
  const { procedure, filing, format } = words
  if (territory.length === 0) return null
  return (
    <details class="more-filters">
      <summary>{procedure.territory(format.number(territory.length))}</summary>
      <ul>
        {territory.map(({ place, before, confidence }) => (
          <li key={place.code}>
            <span lang="vi">{place.name}</span>
            {before.length > 0 && (
              <small>
                {' '}
                {filing.placeBefore(before.join(', '))}
                {confidence !== 'high' && ` (${filing.unsure})`}
              </small>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The other desks at which it can be handed in, with the hours they have of their own. */
function AtAnyDesk({ words: { procedure, format }, seen: { desks } }: { words: Words; seen: SeenProcedure }) {
  const communes = desks.filter(({ kind }) => kind === 'commune')
  if (communes.length === 0) return null
  return (
    <details class="any-desk">
      <summary>{procedure.atAnyDesk(communes.length)}</summary>
      <p class="hint">{procedure.atAnyDeskHint}</p>
      <ul>
        {communes.map(({ unit, name, address, hours }) => (
          <li key={unit}>
            <CatalogueText text={name} />
            {address !== '' && (
              <>
                : <CatalogueText text={address} />
              </>
            )}
            {hours.map(({ weekdays, openings }) => (
              <small key={weekdays.join()}>
                {' '}
                {procedure.deskHours(
                  weekdays.map(format.weekdayOf).join(', '),
                  openings
                    .map(({ opens, closes }) => `${format.clock(opens)}–${format.clock(closes)}`)
                    .join(', '),
                )}
              </small>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** When people can come: today and on the next day. */
export function Hours({ words: { procedure, format }, hours }: { words: Words; hours: SeenHours }) {
  const said = (openings: SeenHours['days'][number]['openings']) =>
    openings.map(({ opens, closes }) => `${format.clock(opens)}–${format.clock(closes)}`).join(', ')
  return (
    <ul class="hours">
      {hours.days.map(({ on, openings }, place) => (
        <li key={on}>
          {place === 0 ? procedure.today : `${format.weekday(on)} ${format.day(on)}`}:{' '}
          {openings.length === 0 ? procedure.closed : said(openings)}
          {place === 0 && hours.isOpen && ` (${procedure.openNow})`}
        </li>
      ))}
    </ul>
  )
}
