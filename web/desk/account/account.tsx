import { setCookie } from 'hono/cookie'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import type { Fault } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, type Typed } from '../form.ts'
import { agentInWords } from './agent.ts'
import type { Answered } from './answered.ts'
import { CHOOSE_SEAT } from './choose-seat.tsx'
import { KIOSK_SETTING } from '../../kiosk/addresses.ts'
import { PasskeyList } from './passkeys.tsx'
import { PasswordForm, SHORTEST_PASSWORD } from './password-form.tsx'
import { Recovery, SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'

export const ACCOUNT = '/ban/tai-khoan'
const YEAR_SECONDS = 365 * 86_400

/** The person's own account: sign-ins, password, second factor, keys. */
export const accountPage: DeskPage = {
  path: ACCOUNT,
  action: 'see-oneself',
  get: (visit) => shown(visit, {}),
  async post(visit, typed) {
    if (first(typed, 'lam') === 'passkey-offer')
      return Response.json(await visit.account.offerPasskey(visit.c, visit.centre.name))
    const answered = await DOINGS[doingOf(typed)](visit, typed)
    if (answered === null) return seeOther(ACCOUNT)
    const page = await shown(visit, answered)
    // Turbo shows what comes with 422; the codes are shown once and so cannot be gone on to.
    return { ...page, status: 422 }
  },
}

type Doing =
  | 'passkey-add'
  | 'passkey-remove'
  | 'end'
  | 'end-others'
  | 'password'
  | 'begin'
  | 'confirm'
  | 'remove'
  | 'keys'

/** Each answers what is to be said, or null when it is done. */
const DOINGS: { readonly [doing in Doing]: (visit: DeskVisit, typed: Typed) => Promise<Answered | null> } = {
  async end({ c, account }, typed) {
    const id = first(typed, 'session')
    if (/^[0-9a-f-]{36}$/.test(id)) await account.endSessions(c, id)
    return null
  },
  async 'end-others'({ c, account }) {
    await account.endSessions(c, null)
    return null
  },
  async password({ c, account, words, desk }, typed) {
    const said = words.desk.account
    const [old, fresh, again] = ['old', 'fresh', 'again'].map((name) => first(typed, name))
    const faults: Fault[] = []
    if (!(await account.isPassword(c, old ?? ''))) faults.push({ field: 'old', text: said.wrongPassword })
    if ((fresh ?? '').length < SHORTEST_PASSWORD || fresh === desk.actor.name)
      faults.push({ field: 'fresh', text: said.shortPassword(SHORTEST_PASSWORD) })
    if (fresh !== again) faults.push({ field: 'again', text: said.otherPassword })
    if (faults.length > 0) return { faults }
    await account.changePassword(c, fresh ?? '')
    return null
  },
  async begin({ c, account, words, centre }, typed) {
    if (!(await account.isPassword(c, first(typed, 'mine'))))
      return { faults: [{ field: 'mine', text: words.desk.account.wrongPassword }] }
    await account.beginSecondFactor(c, centre.name)
    return null
  },
  async confirm({ c, account, words, desk }, typed) {
    const recovery = await account.confirmSecondFactor(c, first(typed, 'code').replace(/\s/g, ''), desk.now)
    return recovery ? { recovery } : { faults: [{ field: 'code', text: words.desk.account.wrongCode }] }
  },
  async remove({ c, account, words }, typed) {
    if (!(await account.isPassword(c, first(typed, 'mine'))))
      return { faults: [{ field: 'mine', text: words.desk.account.wrongPassword }] }
    await account.removeSecondFactor(c)
    return null
  },
  async 'passkey-add'({ c, account, words }, typed) {
    const name =
      first(typed, 'passkeyName').trim().slice(0, 60) ||
      agentInWords(words, c.req.header('user-agent') ?? null)
    const given = { handle: first(typed, 'handle'), response: first(typed, 'response'), name }
    return (await account.addPasskey(c, given)) ? null : { refused: words.desk.account.passkeyFailed }
  },
  async 'passkey-remove'({ c, account }, typed) {
    await account.removePasskey(c, first(typed, 'passkey').slice(0, 1000))
    return null
  },
  async keys({ c }, typed) {
    const value = first(typed, 'keys') === 'true' ? 'bat' : 'tat'
    setCookie(c, 'phim', value, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: YEAR_SECONDS })
    return null
  },
}

function doingOf(typed: Typed): Doing {
  const given = first(typed, 'lam')
  return Object.keys(DOINGS).find((one): one is Doing => one === given) ?? 'keys'
}

async function shown(visit: DeskVisit, answered: Answered): Promise<Page> {
  const { words, c, account, centre, areKeysOff } = visit
  const said = words.desk.account
  const [sessions, factor, passkeys] = await Promise.all([
    account.sessions(c),
    account.secondFactor(c, centre.name),
    account.passkeys(c),
  ])
  const main = (
    <>
      <h1>{said.title}</h1>
      <p class="sub">
        <span lang="vi">{visit.desk.actor.name}</span> ·{' '}
        <Link href={CHOOSE_SEAT}>{words.desk.shell.changePost}</Link>
      </p>
      {answered.recovery && <Recovery words={words} codes={answered.recovery} />}
      <h2>{said.second}</h2>
      <SecondFactor words={words} factor={factor} answered={answered} />
      <h2>{said.passkeys}</h2>
      <PasskeyList words={words} passkeys={passkeys} ask={ACCOUNT} refused={answered.refused} />
      <h2>{said.sessions}</h2>
      <Sessions words={words} sessions={sessions} />
      <h2>{said.passwordTitle}</h2>
      <PasswordForm words={words} answered={answered} />
      <h2>{said.keys}</h2>
      <form method="post">
        <p>{areKeysOff ? said.keysAreOff : said.keysAreOn}</p>
        <input type="hidden" name="keys" value={String(areKeysOff)} />
        <Button kind="secondary" name="lam" value="keys">
          {areKeysOff ? said.keysOn : said.keysOff}
        </Button>
      </form>
      <p>
        <Link href={KIOSK_SETTING}>{words.kiosk.desk.title}</Link>
      </p>
    </>
  )
  return { title: said.title, main }
}
