import { dayOf } from '#domain/calendar/moment.ts'
import { type Centre, type Database, openDatabase } from '#store/database.ts'
import { staffLogins } from '#store/people.ts'
import { loginsInPost } from '#store/unit-people.ts'
import { clockFrom } from './clock.ts'
import { type Command, onGround, parse, WrongUse } from './commands.ts'
import type { Config } from './config.ts'
import { readAccounts } from './demonstration.ts'
import { fault } from './faults.ts'
import { type Identity, openIdentity } from './identity.ts'
import type { Log } from './log.ts'
import { newPassword } from './passwords.ts'

/**
 * Gives a person of a centre a sign-in, or with `--all` everybody in a post who has none: a password that is drawn,
 * shown once, kept nowhere, and opens only the choice of an own one.
 */
export const accountCommand: Command = async (words, { config, log }) => {
  const { positionals, values } = parse(words, { all: { type: 'boolean' } })
  const [slug, login] = positionals
  if (!slug || (login === undefined) !== (values['all'] === true)) throw new WrongUse()
  return onGround(config, log, async ({ appUrl, secrets }) => {
    const onError = (error: Error) => log.warn(error.name)
    const database = openDatabase({ url: appUrl, poolSize: 2, onError })
    const identity = identityOn(database, appUrl, secrets.identity, { config, log })
    try {
      const centre = await database.centre(slug)
      if (!centre) throw fault('no-such-centre', { name: slug })
      const now = clockFrom(config.clock)()
      const asked = login === undefined ? await withoutAccount(centre, identity, now) : [login]
      return await give(centre, identity, asked, config)
    } finally {
      await identity.close()
      await database.close()
    }
  })
}

function identityOn(
  database: Database,
  databaseUrl: string,
  secret: string,
  { config, log }: { config: Config; log: Log },
): Identity {
  const { baseUrl } = config
  const onError = (error: Error) => log.warn(error.name)
  return openIdentity({ database, databaseUrl, secret, baseUrl, clock: clockFrom(config.clock), onError })
}

/** Who stands in a post, today or later, and has no sign-in yet. */
async function withoutAccount(
  centre: Centre,
  identity: Identity,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const without: string[] = []
  for (const login of await loginsInPost(centre, dayOf(now).toString()))
    if (!(await identity.hasAccounts(centre.slug, [login]))) without.push(login)
  return without
}

async function give(
  centre: Centre,
  identity: Identity,
  logins: readonly string[],
  config: Config,
): Promise<number> {
  const staff = await staffLogins(centre)
  for (const login of logins) {
    const person = staff.get(login)
    if (!person) throw fault('no-such-staff', { login, centre: centre.slug })
    if (centre.isDemonstration && readAccounts(config.dataDir).some((one) => one.login === login))
      throw fault('drawn-account', { login })
    const password = newPassword()
    const account = { centre: centre.slug, login, staffId: person.id }
    const hadSecond = await identity.giveOneTimePassword(account, password)
    console.log(`${person.name}\n  Tên đăng nhập: ${login}\n  Mật khẩu:      ${password}`)
    if (hadSecond) console.log('  Xác thực hai bước đã tắt; người này bật lại sau khi đăng nhập.')
  }
  console.log(
    logins.length === 0
      ? 'Mọi người đang giữ vị trí đều đã có tài khoản.'
      : 'Mật khẩu chỉ hiện một lần, dùng được một lần trong 14 ngày: lần đăng nhập đầu, mỗi người tự đặt mật khẩu.',
  )
  return 0
}
