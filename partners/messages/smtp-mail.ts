import { createTransport } from 'nodemailer'
import type { SendOutcome } from '#domain/notices/going.ts'
import type { SendOutgoing } from '#domain/notices/message.ts'

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** From the first byte, asked for after the greeting, or not at all: to a server on this machine alone. */
  readonly tls: 'tls' | 'starttls' | 'none'
  readonly login: { readonly user: string; readonly password: string } | null
  readonly from: string
  readonly name: string
  readonly patience?: number
}

/** No server takes longer to answer; after that nobody knows whether it went. */
const PATIENCE_MS = 20_000

/**
 * Letters by SMTP. The id of a message is its Message-ID, so that what is sent twice is one letter to whoever compares
 * them; the link to want no more stands in the head as mail programs know it (RFC 8058).
 */
export function smtpMail({
  host,
  port,
  tls,
  login,
  from,
  name,
  patience = PATIENCE_MS,
}: SmtpSettings): SendOutgoing {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return async ({ id, to, subject, text, leave }) => {
    if (!('address' in to)) return { kind: 'refused', why: 'no mailbox' }
    let isHandedOver = false
    const transport = createTransport({
      host,
      port,
      secure: tls === 'tls',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'none',
      ...(login && { auth: { user: login.user, pass: login.password } }),
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
      transactionLog: true,
      // Nothing is logged: only when the letter itself begins is listened for.
      logger: {
        debug: (_: unknown, said: unknown) => {
          if (said === 'DATA') isHandedOver = true
        },
        info: () => {},
        error: () => {},
      },
    })
    try {
      await transport.sendMail({
        messageId: `<${id}@${domain}>`,
        from: { name, address: from },
        to: to.address,
        subject,
        text,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(leave !== null && {
            'List-Unsubscribe': `<${leave}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
      })
      return { kind: 'accepted', reference: null }
    } catch (error) {
      return cameTo(error, isHandedOver)
    } finally {
      transport.close()
    }
  }
}

/** Where a server says that it does not take it: to nobody there, or not this letter. */
const OF_THE_LETTER = ['RCPT TO', 'DATA']

function cameTo(error: unknown, isHandedOver: boolean): SendOutcome {
  if (!(error instanceof Error)) throw error
  const status = Number(Reflect.get(error, 'responseCode') ?? 0)
  const command = String(Reflect.get(error, 'command') ?? '')
  if (status >= 500 && OF_THE_LETTER.includes(command)) return { kind: 'refused', why: `SMTP ${status}` }
  if (status >= 400) return { kind: 'not-now', why: `SMTP ${status}` }
  return isHandedOver
    ? { kind: 'unknown' }
    : { kind: 'not-now', why: String(Reflect.get(error, 'code') ?? '') }
}
