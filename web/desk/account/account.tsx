import { renderSVG } from 'uqr'
import { setCookie } from 'hono/cookie'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PasskeyButton } from '../../parts/passkey-button.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { SeenPasskey, SeenSecondFactor, SeenSession } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, type Typed } from '../form.ts'
import { agentInWords } from './agent.ts'
import { CHOOSE_SEAT } from './choose-seat.tsx'

export const ACCOUNT = '/ban/tai-khoan'
const SHORTEST_PASSWORD = 10
const YEAR_SECONDS = 365 * 86_400

interface Answered {
  readonly faults?: readonly Fault[]
  readonly refused?: string
  /** Shown this once. */
  readonly recovery?: readonly string[]
}

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
      <PasskeyList words={words} passkeys={passkeys} refused={answered.refused} />
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
    </>
  )
  return { title: said.title, main }
}

function Recovery({ words, codes }: { words: Words; codes: readonly string[] }) {
  const said = words.desk.account
  return (
    <Notice kind="success" role="status" title={said.recoveryTitle}>
      <p>{said.recoveryLead}</p>
      <ul class="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

interface SecondFactorProps {
  readonly words: Words
  readonly factor: SeenSecondFactor
  readonly answered: Answered
}

function SecondFactor({ words, factor, answered }: SecondFactorProps) {
  const said = words.desk.account
  const { faults = [] } = answered
  const own = faults.filter((one) => one.field === 'mine' || one.field === 'code')
  if (factor.kind === 'waiting')
    return (
      <PostForm words={words} class="stacked narrow-form" faults={own}>
        <p>{said.scan}</p>
        <img
          class="qr"
          src={`data:image/svg+xml,${encodeURIComponent(renderSVG(factor.secret.url, { border: 2 }))}`}
          alt={said.qr}
          width="180"
          height="180"
        />
        <p>
          {said.byHand} <code class="secret">{factor.secret.text.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <TextField
          name="code"
          label={said.code}
          hint={said.codeHint}
          autocomplete="one-time-code"
          inputmode="numeric"
          maxLength={10}
          fault={faultAt(faults, 'code')}
        />
        <Button name="lam" value="confirm">
          {said.confirm}
        </Button>
      </PostForm>
    )
  const isOn = factor.kind === 'on'
  return (
    <PostForm words={words} class="stacked narrow-form" faults={own}>
      <p>{isOn ? said.secondOn(factor.recoveryLeft) : said.secondOff}</p>
      <TextField
        name="mine"
        label={said.password}
        type="password"
        autocomplete="current-password"
        maxLength={1000}
        fault={faultAt(faults, 'mine')}
      />
      <Button kind="secondary" name="lam" value={isOn ? 'remove' : 'begin'} {...(isOn && { isDanger: true })}>
        {isOn ? said.secondRemove : said.secondBegin}
      </Button>
    </PostForm>
  )
}

interface PasskeyListProps {
  readonly words: Words
  readonly passkeys: readonly SeenPasskey[]
  readonly refused: string | undefined
}

function PasskeyList({ words, passkeys, refused }: PasskeyListProps) {
  const said = words.desk.account
  const { moment } = words.format
  return (
    <>
      {passkeys.length === 0 && <p>{said.passkeysNone}</p>}
      <ul class="sessions">
        {passkeys.map(({ id, name, since, usedAt }) => (
          <li key={id}>
            <span>{said.passkey(name, moment(since), usedAt === null ? null : moment(usedAt))}</span>
            <form method="post">
              <input type="hidden" name="passkey" value={id} />
              <Button kind="secondary" name="lam" value="passkey-remove">
                {said.passkeyRemove}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <PostForm words={words} class="stacked narrow-form" refused={refused}>
        <TextField name="passkeyName" label={said.passkeyName} maxLength={60} autocomplete="off" />
        <PasskeyButton
          does="register"
          ask={ACCOUNT}
          label={said.passkeyAdd}
          failed={said.passkeyFailed}
          sends={{ name: 'lam', value: 'passkey-add' }}
        />
      </PostForm>
    </>
  )
}

function Sessions({ words, sessions }: { words: Words; sessions: readonly SeenSession[] }) {
  const said = words.desk.account
  return (
    <>
      <ul class="sessions">
        {sessions.map((one) => (
          <li key={one.id}>
            <span>
              {agentInWords(words, one.agent)}
              <small>
                {said.since(words.format.moment(one.since))}
                {one.address !== null && one.address !== '' && ` · ${one.address}`}
              </small>
            </span>
            {one.isThis ? (
              <strong>{said.thisOne}</strong>
            ) : (
              <form method="post">
                <input type="hidden" name="session" value={one.id} />
                <Button kind="secondary" name="lam" value="end">
                  {said.end}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post">
          <Button kind="secondary" name="lam" value="end-others">
            {said.endOthers}
          </Button>
        </form>
      )}
    </>
  )
}

function PasswordForm({ words, answered }: { words: Words; answered: Answered }) {
  const said = words.desk.account
  const faults = (answered.faults ?? []).filter((one) => ['old', 'fresh', 'again'].includes(one.field))
  const field = (name: 'old' | 'fresh' | 'again', autocomplete: string) => (
    <TextField
      name={name}
      label={said[name]}
      type="password"
      autocomplete={autocomplete}
      maxLength={1000}
      fault={faultAt(faults, name)}
      {...(name === 'fresh' && { hint: said.freshHint(SHORTEST_PASSWORD) })}
    />
  )
  return (
    <PostForm words={words} class="stacked narrow-form" faults={faults}>
      {field('old', 'current-password')}
      {field('fresh', 'new-password')}
      {field('again', 'new-password')}
      <Button kind="secondary" name="lam" value="password">
        {said.change}
      </Button>
    </PostForm>
  )
}
