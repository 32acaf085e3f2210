import { fromMoment, minuteOfDay } from '#domain/calendar/moment.ts'
import type { Viewer } from '#work/noting/viewers.ts'
import type { Words } from '../../words/vi.ts'
import { dossierAddress } from './address.ts'

export const PRESENCE_AT = 'dang-xem'

/** Who else has the dossier open. Script tells the server that the page is still open, and shows who comes and goes. */
export function Presence({
  words,
  code,
  viewers,
}: {
  words: Words
  code: string
  viewers: readonly Viewer[]
}) {
  return (
    <mc-presence
      id="presence"
      class="dossier-presence"
      role="status"
      data-address={`${dossierAddress(code)}/${PRESENCE_AT}`}
    >
      {viewersInWords(words, viewers).map(({ name, rest }) => (
        <p key={name}>
          <strong lang="vi">{name}</strong> {rest}
        </p>
      ))}
    </mc-presence>
  )
}

/** A line for each: the name, and the words behind it. */
export function viewersInWords(words: Words, viewers: readonly Viewer[]) {
  const said = words.desk.dossier
  return viewers.map(({ name, since }) => {
    const clock = words.format.clock(minuteOfDay(fromMoment(since)))
    return { name, rest: `${said.alsoOpen} ${said.openSince(clock)}` }
  })
}
