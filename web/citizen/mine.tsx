import { capacityOf } from '#domain/people/capacity.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { seeOwnFilings } from '#work/filing/see-own-filing.ts'
import { today } from '#work/change-dossier.ts'
import { giveBackOwn, seeOwnRegistrations } from '#work/outreach/own-registrations.ts'
import { seeOwnHomeVisits } from '#work/outreach/ask-home-visit.ts'
import { seeOwnFeedback } from '#work/opinions/follow-feedback.ts'
import { first, type Typed } from '../desk/form.ts'
import { seeOther } from '../desk/desk-page.ts'
import { agentInWords } from '../desk/account/agent.ts'
import { PasskeyList } from '../desk/account/passkeys.tsx'
import { Sessions } from '../desk/account/sessions.tsx'
import { assets, type Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { OwnFilings } from '../filing/own-filings.tsx'
import { FactOf, Facts } from '../parts/facts.tsx'
import { Link } from '../parts/link.tsx'
import {
  ABOUT_ME,
  CONTACT,
  MINE,
  NOTICES,
  OWN_DATA,
  OWN_PAPERS,
  REPRESENTING,
  SIGN_OUT,
  WHO_LOOKED,
  identityFor,
} from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'
import { OwnDossiers, ownList } from './own-dossiers.tsx'
import { OwnFeedback } from './own-feedback.tsx'
import { OwnHomeVisits } from './own-home-visits.tsx'
import { GIVE_BACK, OwnRegistrations } from './own-registrations.tsx'

/** What the house knows of the person, and where the account is signed in. */
export const minePage: CitizenPage = {
  path: MINE,
  action: 'keep-account',
  get: (visit) => shown(visit),
  async post(visit, typed) {
    const { c, doors, words, citizen, centre } = visit
    const session = first(typed, 'session')
    switch (first(typed, 'lam')) {
      case 'passkey-offer':
        return Response.json(await doors.offerPasskey(c, citizen.name, centre.name))
      case 'passkey-add':
        if (await doors.addPasskey(c, keyIn(visit, typed))) break
        return { ...(await shown(visit, words.desk.account.passkeyFailed)), status: 422 }
      case 'passkey-remove':
        await doors.removePasskey(c, first(typed, 'passkey').slice(0, 1000))
        break
      case 'end-others':
        await doors.endSessions(c, null)
        break
      case GIVE_BACK:
        await giveBackOwn(visit.desk, first(typed, 'registration'))
        break
      case 'end':
        if (/^[0-9a-f-]{36}$/.test(session)) await doors.endSessions(c, session)
    }
    return seeOther(MINE)
  },
}

/** The key a device has made, under the name the person gave it or that of the browser. */
function keyIn({ words, c }: CitizenVisit, typed: Typed) {
  const name =
    first(typed, 'passkeyName').trim().slice(0, 60) || agentInWords(words, c.req.header('user-agent') ?? null)
  return { handle: first(typed, 'handle'), response: first(typed, 'response'), name }
}

async function shown(visit: CitizenVisit, refused?: string): Promise<Page> {
  const { words, citizen, doors, c } = visit
  const said = words.citizens
  const [{ national }, sessions, passkeys] = await Promise.all([
    doors.ways(c),
    doors.sessions(c),
    doors.passkeys(c),
  ])
  const minor = citizen.bornOn === null ? 'full' : capacityOf(citizen.bornOn, today(visit.desk))
  const main = (
    <div class="wrap page narrow">
      <h1>{said.mineTitle}</h1>
      <OwnDossiers words={words} list={await ownList(visit)} />
      <p class="onward">
        <Link href={OWN_PAPERS}>{words.own.papers.title}</Link>
        <Link href={WHO_LOOKED}>{words.own.looked.title}</Link>
        <Link href={OWN_DATA}>{words.own.data.title}</Link>
      </p>
      <p>
        <Link href={NOTICES}>{words.notices.choice.link}</Link>
      </p>
      <p>{said.assurance[citizen.assurance]}</p>
      {!isVerified(citizen) && national !== null && (
        <p>
          <a class="ds-button" data-variant="secondary" href={identityFor(MINE)}>
            {said.verifyBy(national)}
          </a>
        </p>
      )}
      <OwnFilings words={words} own={await seeOwnFilings({ desk: visit.desk, browser: null })} />
      <OwnRegistrations words={words} registrations={await seeOwnRegistrations(visit.desk)} />
      <OwnHomeVisits words={words} visits={await seeOwnHomeVisits(visit.desk)} />
      <OwnFeedback words={words} lines={await seeOwnFeedback(visit.desk)} />
      <h2>{said.aboutTitle}</h2>
      <Facts>
        <FactOf name={said.name}>
          <span lang="vi">{citizen.name}</span>
        </FactOf>
        <FactOf name={said.bornOn}>
          {citizen.bornOn === null ? said.notSaid : words.format.day(citizen.bornOn)}
        </FactOf>
        <FactOf name={said.idNumber}>{citizen.idNumber ?? said.notSaid}</FactOf>
        <FactOf name={said.phone}>{citizen.phone ?? said.notSaid}</FactOf>
        <FactOf name={said.email}>{citizen.email ?? said.notSaid}</FactOf>
      </Facts>
      {!isVerified(citizen) && (
        <p>
          <Link href={ABOUT_ME}>{said.correct}</Link>
        </p>
      )}
      <p>
        <Link href={CONTACT}>{said.addContact}</Link>
      </p>
      {minor !== 'full' && <p>{said.minor[minor]}</p>}
      <h2>{said.representing.title}</h2>
      <p>
        <Link href={REPRESENTING}>{said.representing.link}</Link>
      </p>
      <h2>{words.desk.account.passkeys}</h2>
      <PasskeyList words={words} passkeys={passkeys} ask={MINE} refused={refused} />
      <h2>{said.sessions}</h2>
      <Sessions words={words} sessions={sessions} />
      <form method="post" action={SIGN_OUT}>
        <Button kind="secondary">{said.signOut}</Button>
      </form>
    </div>
  )
  return { title: said.mineTitle, main, script: assets.signInScript }
}
