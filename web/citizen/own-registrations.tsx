import type { OwnRegistration } from '#work/outreach/own-registrations.ts'
import { Button } from '../parts/button.tsx'
import { Link } from '../parts/link.tsx'
import { sessionAddress, SESSIONS } from '../portal/outreach/addresses.ts'
import type { Words } from '../words/vi.ts'
import { MINE } from './addresses.ts'

/** What the button says it does; the id stands behind it. */
export const GIVE_BACK = 'huy-dang-ky'

interface Props {
  readonly words: Words
  readonly registrations: readonly OwnRegistration[]
}

/** The times the person registered for at mobile sessions; nothing where there is none. */
export function OwnRegistrations({ words, registrations }: Props) {
  const said = words.outreach.sessions
  if (registrations.length === 0) return null
  return (
    <section>
      <h2>{said.openTitle}</h2>
      <ul class="rows">
        {registrations.map((one) => (
          <li key={one.id}>
            <p>
              <Link href={sessionAddress(one.session)}>
                {words.format.clock(one.slot)}, {words.format.longDay(one.on)}
              </Link>
            </p>
            <p class="hint" lang="vi">
              {one.place}, {one.communeName}
            </p>
            <State words={words} one={one} />
          </li>
        ))}
      </ul>
      <p>
        <Link href={SESSIONS}>{said.title}</Link>
      </p>
    </section>
  )
}

function State({ words, one }: { readonly words: Words; readonly one: OwnRegistration }) {
  const said = words.outreach.sessions
  if (one.isGivenBack) return <p>{said.givenBack}</p>
  if (one.cancelledWhy !== null)
    return (
      <p>
        <strong>{said.cancelledWhy(one.cancelledWhy)}</strong>
      </p>
    )
  if (!one.mayGiveBack) return null
  return (
    <form method="post" action={MINE}>
      <input type="hidden" name="registration" value={one.id} />
      <Button kind="tertiary" name="lam" value={GIVE_BACK}>
        {said.giveBack}
        <span class="ds-sr-only">: {words.format.longDay(one.on)}</span>
      </Button>
    </form>
  )
}
