import type { Moment } from '#domain/calendar/moment.ts'
import type { Device } from '#domain/notices/message.ts'
import type { NoticeLanguage, NoticeWay } from '#domain/notices/notice.ts'
import type { NoticeChoice, Reachable, TellsOf } from '#domain/notices/receiver.ts'
import type { Contact } from '#domain/people/contact.ts'
import type { Centre, HotVerb } from './database.ts'

/** By what the account is found that is told of something. */
export interface SoughtAccount {
  /** Id of the dossier, or whatever it is about. */
  readonly about: string
  readonly account: string | null
  readonly number: string | null
  readonly phone: string | null
  readonly email: string | null
}

interface AccountRow {
  readonly about: string
  readonly isOwner: boolean
  readonly id: string
  readonly phone: string | null
  readonly email: string | null
  readonly hasDevices: boolean
  readonly language: NoticeLanguage | null
  readonly ways: readonly NoticeWay[] | null
  readonly quiet: 'centre' | 'none' | 'own' | null
  readonly begins: number | null
  readonly ends: number | null
}

const CHOICE = `n.language, n.ways, n.quiet, n.quiet_begins as begins, n.quiet_ends as ends`
const REACHED = `c.id, c.phone, c.email,
  exists (select from {c}.push_device p where p.citizen_id = c.id) as "hasDevices", ${CHOICE}`

/** The account it was filed from, then that of the vouched-for number, then whose telephone or mailbox was named. */
const FIND: HotVerb = {
  name: 'notice-accounts',
  text: `
  select sought.about, c.is_owner as "isOwner", ${REACHED}
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
      as sought (about, account, number, phone, email),
    lateral (
      select own.id, own.phone, own.email,
        coalesce(own.id = sought.account or (own.id_number = sought.number and own.assurance <> 'stated'), false)
          as is_owner
      from {c}.citizen own
      where own.id = sought.account
        or (own.id_number = sought.number and own.assurance <> 'stated')
        or own.phone = sought.phone or own.email = sought.email
      order by coalesce(own.id = sought.account, false) desc,
        coalesce(own.id_number = sought.number and own.assurance <> 'stated', false) desc,
        coalesce(own.phone = sought.phone, false) desc
      limit 1
    ) c
    left join {c}.notice_choice n on n.citizen_id = c.id`,
}

/** The accounts that are told, by the id of what it is about; what has none is not there. */
export async function noticeAccounts(
  centre: Centre,
  sought: readonly SoughtAccount[],
): Promise<ReadonlyMap<string, TellsOf>> {
  const column = (key: keyof SoughtAccount) => sought.map((one) => one[key])
  const rows = await centre.run<AccountRow>(FIND, [
    column('about'),
    column('account'),
    column('number'),
    column('phone'),
    column('email'),
  ])
  return new Map(rows.map((row) => [row.about, { ...reachable(row), isOwner: row.isOwner }]))
}

const OWN: HotVerb = {
  name: 'notice-account',
  text: `
  select ${REACHED}
  from {c}.citizen c left join {c}.notice_choice n on n.citizen_id = c.id
  where c.id = $1`,
}

/** One account, as far as it can be reached and as its person has chosen. */
export async function noticeAccount(centre: Centre, citizen: string): Promise<Reachable | undefined> {
  const [row] = await centre.run<AccountRow>(OWN, [citizen])
  return row && reachable(row)
}

function reachable({ id, phone, email, hasDevices, language, ways, ...row }: AccountRow): Reachable {
  const choice = language && ways ? { language, ways, quiet: quietOf(row) } : null
  return { id, phone, email, hasDevices, choice }
}

function quietOf({
  quiet,
  begins,
  ends,
}: Pick<AccountRow, 'quiet' | 'begins' | 'ends'>): NoticeChoice['quiet'] {
  if (quiet !== 'own' || begins === null || ends === null) return quiet === 'none' ? 'none' : 'centre'
  return { begins, ends }
}

/** Sets how a citizen wants to be told. */
export async function chooseNotices(
  { db }: Pick<Centre, 'db'>,
  citizen: string,
  { language, ways, quiet }: NoticeChoice,
  at: Moment,
): Promise<void> {
  const own = typeof quiet === 'string' ? null : quiet
  const chosen = {
    language,
    ways: JSON.stringify(ways),
    quiet: own ? 'own' : String(quiet),
    quiet_begins: own?.begins ?? null,
    quiet_ends: own?.ends ?? null,
    at,
  }
  await db
    .insertInto('notice_choice')
    .values({ citizen_id: citizen, ...chosen })
    .onConflict((known) => known.column('citizen_id').doUpdateSet(chosen))
    .execute()
}

const keyOf = ({ way, address }: Contact) => `${way} ${address}`

/** Which of these contacts want no more notices. */
export async function stoppedContacts(
  { db }: Centre,
  contacts: readonly Contact[],
): Promise<(contact: Contact) => boolean> {
  if (contacts.length === 0) return () => false
  const rows = await db
    .selectFrom('notice_stopped')
    .select('contact')
    .where('contact', 'in', contacts.map(keyOf))
    .execute()
  const stopped = new Set(rows.map((row) => row.contact))
  return (contact) => stopped.has(keyOf(contact))
}

export async function stopContact({ db }: Centre, contact: Contact, at: Moment): Promise<void> {
  await db
    .insertInto('notice_stopped')
    .values({ contact: keyOf(contact), at })
    .onConflict((known) => known.doNothing())
    .execute()
}

/** These contacts take notices again. */
export async function resumeContacts({ db }: Centre, contacts: readonly Contact[]): Promise<void> {
  if (contacts.length > 0)
    await db.deleteFrom('notice_stopped').where('contact', 'in', contacts.map(keyOf)).execute()
}

export interface PushDevice extends Device {
  readonly id: string
  /** The browser in a few words, as the person knows it. */
  readonly label: string
  readonly since: Moment
}

/** The devices of a citizen, oldest first. */
export async function devicesOf({ db }: Pick<Centre, 'db'>, citizen: string): Promise<readonly PushDevice[]> {
  return db
    .selectFrom('push_device')
    .select(['id', 'endpoint', 'p256dh', 'auth', 'label', 'since'])
    .where('citizen_id', '=', citizen)
    .orderBy('since')
    .execute()
}

/** So many devices a person has at most; who adds another has given up the oldest. */
const MOST_DEVICES = 10

/** Keeps a device of a citizen. A browser that somebody else used before is his now. */
export async function addDevice(
  { db }: Pick<Centre, 'db'>,
  citizen: string,
  device: PushDevice,
): Promise<void> {
  const { p256dh, auth, label, since } = device
  const anew = { p256dh, auth, label, since, citizen_id: citizen }
  await db
    .insertInto('push_device')
    .values({ id: device.id, endpoint: device.endpoint, ...anew })
    .onConflict((known) => known.column('endpoint').doUpdateSet(anew))
    .execute()
  const given = (await devicesOf({ db }, citizen)).map((one) => one.endpoint)
  await removeDevices({ db }, given.slice(0, -MOST_DEVICES))
}

/** Forgets a device, if it is this citizen's. */
export async function removeDevice({ db }: Centre, citizen: string, id: string): Promise<void> {
  await db.deleteFrom('push_device').where('id', '=', id).where('citizen_id', '=', citizen).execute()
}

/** Forgets devices: their services no longer know them. */
export async function removeDevices({ db }: Pick<Centre, 'db'>, endpoints: readonly string[]): Promise<void> {
  if (endpoints.length > 0)
    await db
      .deleteFrom('push_device')
      .where('endpoint', 'in', [...endpoints])
      .execute()
}
