import { type Contact, isMobile } from '#domain/people/contact.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { NoticeWish } from '#domain/dossier/notice-wish.ts'
import { NOTICE_WAYS, type NoticeLanguage, type NoticeWay } from './notice.ts'
import type { QuietHours } from './quiet-hours.ts'

/** What somebody with an account has chosen. */
export interface NoticeChoice {
  readonly language: NoticeLanguage
  readonly ways: readonly NoticeWay[]
  /** `centre` keeps the centre's quiet hours, `none` none. */
  readonly quiet: QuietHours | 'centre' | 'none'
}

/** An account as far as it can be reached. */
export interface Reachable {
  readonly id: string
  readonly phone: string | null
  readonly email: string | null
  /** Whether some device of the person's shows what is pushed to it. */
  readonly hasDevices: boolean
  /** Null until the person has chosen. */
  readonly choice: NoticeChoice | null
}

/** The account that is told of a dossier. */
export interface TellsOf extends Reachable {
  /** Whether the dossier is its own; the owner of a telephone or mailbox that was only named is not. */
  readonly isOwner: boolean
}

/** Where a notice goes. A device is found by the account. */
export interface Destination {
  readonly way: NoticeWay
  /** Null for devices. */
  readonly to: Contact | null
}

/** Who is told of a dossier, in which language and when not. */
export interface Receiver {
  /** The account that sees the dossier in its own pages; null where there is none. */
  readonly account: string | null
  readonly language: NoticeLanguage
  readonly quiet: NoticeChoice['quiet']
  readonly destinations: readonly Destination[]
}

/** Of whatever it is that somebody is told about: whose it is, and what was wished. */
export interface ToldOf {
  readonly applicant: { readonly phone: string | null }
  readonly notices?: NoticeWish
}

type OfDossier = Pick<Dossier, 'applicant' | 'notices' | 'filedBy'>

/** Whether there may be somebody to tell. What the register knows of accounts is asked later. */
export function mayBeTold({ applicant, notices, filedBy }: OfDossier): boolean {
  if (notices?.way === 'none') return false
  const named = [filedBy?.account, applicant.phone, applicant.idNumber, notices?.email]
  return named.some((one) => one !== undefined && one !== null)
}

/**
 * Who is told, by the ways the centre has. An account that the dossier belongs to is told as its person has chosen, and
 * where nothing was chosen as was wished at the counter, or by what the account knows. Otherwise the applicant is told as
 * was wished, by telephone if nothing was said: whoever owns that telephone or mailbox may have chosen language and hours
 * and not to be told that way, but it goes nowhere else, because numbers change hands. Who wished to be told nothing is
 * told nothing.
 */
export function receiverOf(
  dossier: ToldOf,
  account: TellsOf | null,
  offered: readonly NoticeWay[],
): Receiver {
  const { way = 'telephone', email = null } = dossier.notices ?? {}
  const choice = account?.choice ?? null
  const owner = account?.isOwner ? account : null
  const { language = 'vi', quiet = 'centre' } = choice ?? {}
  const told = (destinations: readonly Destination[]): Receiver => {
    return { account: owner?.id ?? null, language, quiet, destinations }
  }
  if (way === 'none') return told([])
  if (owner && choice) return told(asChosen(owner, choice, offered))
  const wished =
    way === 'telephone' ? { phone: dossier.applicant.phone, email: null } : { phone: null, email }
  const byWish = oneOf(wished, offered).filter((one) => choice === null || choice.ways.includes(one.way))
  return told(byWish.length > 0 || !owner ? byWish : oneOf(owner, offered))
}

function asChosen(
  account: Reachable,
  { ways }: NoticeChoice,
  offered: readonly NoticeWay[],
): readonly Destination[] {
  return NOTICE_WAYS.filter((way) => ways.includes(way) && offered.includes(way)).flatMap((way) =>
    destinationFor(way, account),
  )
}

/** One way is enough where nothing was chosen: the mailbox, which costs nobody anything, then the telephone. */
function oneOf(
  { phone, email }: Pick<Reachable, 'phone' | 'email'>,
  offered: readonly NoticeWay[],
): readonly Destination[] {
  const order = ['email', 'sms', 'zalo'] as const
  return order
    .filter((way) => offered.includes(way))
    .flatMap((way) => destinationFor(way, { phone, email, hasDevices: false }))
    .slice(0, 1)
}

/** The ways by which an account is told while its person has chosen none. */
export function waysByDefault(account: Reachable, offered: readonly NoticeWay[]): readonly NoticeWay[] {
  return oneOf(account, offered).map(({ way }) => way)
}

/** Where somebody is reached by a way; nothing where he is not. */
export function destinationFor(
  way: NoticeWay,
  { phone, email, hasDevices }: Pick<Reachable, 'phone' | 'email' | 'hasDevices'>,
): Destination[] {
  if (way === 'push') return hasDevices ? [{ way, to: null }] : []
  if (way === 'email') return email === null ? [] : [{ way, to: { way: 'email', address: email } }]
  return phone !== null && isMobile(phone) ? [{ way, to: { way: 'phone', address: phone } }] : []
}
