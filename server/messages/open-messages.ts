import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Day } from '#domain/calendar/moment.ts'
import type { DeliveryReport } from '#domain/notices/going.ts'
import type { HearEvent, SendNotice, SendOutgoing } from '#domain/notices/message.ts'
import { NOTICE_WAYS, type NoticeWay } from '#domain/notices/notice.ts'
import { HOUSE_PUSH_SERVICES } from '#domain/notices/push-services.ts'
import type { SendMessage } from '#domain/people/contact.ts'
import type { DemonstrationOutbox } from '#partners/messages/demonstration-outbox.ts'
import { simulatedChannel } from '#partners/messages/simulated-channel.ts'
import { smsGateway } from '#partners/messages/sms-gateway.ts'
import { smtpMail } from '#partners/messages/smtp-mail.ts'
import { pushKeys, webPush } from '#partners/messages/web-push.ts'
import { zaloEvents } from '#partners/messages/zalo-events.ts'
import { zaloNotices } from '#partners/messages/zalo-notices.ts'
import type { NoticeOffice } from '#work/telling/notice-office.ts'
import { codeOf, fault } from '../faults.ts'
import type { CentreMessages } from './message-settings.ts'

/** How a centre reaches people: what it tells of dossiers, and codes. */
export interface MessageOffice {
  readonly notices: NoticeOffice
  /** Undefined where no code can be sent anywhere. */
  readonly sendMessage: SendMessage | undefined
}

interface Around {
  readonly baseUrl: string
  /** The secret by which push services know the program again. */
  readonly pushSecret: string
  readonly today: () => Day
  /** Where simulated deliverers report. */
  readonly report: (id: string, report: DeliveryReport) => Promise<unknown>
}

/** Opens the ways of a centre; a secret that cannot be read ends the start. */
export function openMessages(settings: CentreMessages, around: Around): MessageOffice {
  const { baseUrl, report, today } = around
  const { sms, email, zalo, push, reportSecretFile } = settings
  const ways = new Map<NoticeWay, SendNotice>()
  let telephone: SendOutgoing | undefined
  let mailbox: SendOutgoing | undefined
  if (sms && 'url' in sms) {
    const { secretFile, ...rest } = sms
    telephone = smsGateway({ ...rest, secret: secretIn(secretFile) })
    ways.set('sms', telephone)
  } else if (sms) ways.set('sms', simulatedChannel({ behaviour: sms.simulated, report }))
  if (email && 'host' in email) {
    const { user, passwordFile, ...rest } = email
    const login = user && passwordFile ? { user, password: secretIn(passwordFile) } : null
    mailbox = smtpMail({ ...rest, login })
    ways.set('email', mailbox)
  } else if (email) ways.set('email', simulatedChannel({ behaviour: email.simulated, report }))
  if (zalo && 'url' in zalo) {
    secretIn(zalo.tokenFile)
    ways.set('zalo', zaloNotices({ ...zalo, token: () => secretIn(zalo.tokenFile) }))
  } else if (zalo) ways.set('zalo', simulatedChannel({ behaviour: zalo.simulated, report }))
  const keys = pushKeys(around.pushSecret)
  const services = [...HOUSE_PUSH_SERVICES, ...(push && 'services' in push ? push.services : [])]
  if (push && 'contact' in push) ways.set('push', webPush({ keys, contact: push.contact, services, today }))
  else if (push) ways.set('push', simulatedChannel({ behaviour: push.simulated, report }))
  const reportSecret = reportSecretFile === null ? null : secretIn(reportSecretFile)
  return {
    notices: {
      hearZalo: hearingZalo(zalo),
      ways,
      baseUrl,
      push: push && { key: keys.publicKey, services },
      reportSecret,
    },
    sendMessage: telephone || mailbox ? codesBy({ phone: telephone, email: mailbox }) : undefined,
  }
}

function hearingZalo(zalo: CentreMessages['zalo']): HearEvent | null {
  if (!zalo || !('events' in zalo) || !zalo.events) return null
  const { appId, secretFile } = zalo.events
  return zaloEvents({ appId, secret: secretIn(secretFile) })
}

/** The ways of the demonstration: everything is shown on a page, and nothing leaves the machine. */
export function demonstrationMessages(
  outbox: DemonstrationOutbox,
  { baseUrl, pushSecret }: Pick<Around, 'baseUrl' | 'pushSecret'>,
): MessageOffice {
  const ways = new Map(NOTICE_WAYS.map((way) => [way, outbox.channel(way)] as const))
  const push = { key: pushKeys(pushSecret).publicKey, services: HOUSE_PUSH_SERVICES }
  return { notices: { ways, baseUrl, push, reportSecret: null, hearZalo: null }, sendMessage: outbox.send }
}

/** Codes go by telephone and mail alone. One that may have gone is looked for before another is asked. */
function codesBy(by: {
  readonly phone: SendOutgoing | undefined
  readonly email: SendOutgoing | undefined
}): SendMessage {
  return async ({ to, subject, text }) => {
    const send = by[to.way]
    if (!send) return false
    const { kind } = await send({ id: randomUUIDv7(), to, subject, text, leave: null })
    return kind === 'accepted' || kind === 'unknown'
  }
}

function secretIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw fault('messages-wrong', { path, reason: codeOf(error) ?? '' }, error)
  }
}
