/** A way to reach a person, as he has proved it to be his. */
export interface Contact {
  readonly way: 'phone' | 'email'
  /** Ten digits beginning with 0, or an address of mail in small letters. */
  readonly address: string
}

/** Numbers of mobile and fixed telephones in Vietnam: 0 and nine or ten more digits; `+84` stands for the 0. */
const PHONE = /^0[1-9]\d{8,9}$/
/** An address of mail in small letters. */
export const MAILBOX = /^[^\s@<>()[\]",;:\\]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/

/** What somebody types as telephone or mail, as one contact; null when it is neither. */
export function readContact(typed: string): Contact | null {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (text.includes('@'))
    return MAILBOX.test(text) && text.length <= 200 ? { way: 'email', address: text } : null
  const address = text.replace(/[\s.\-()]/g, '').replace(/^(?:\+|00)84/, '0')
  return PHONE.test(address) ? { way: 'phone', address } : null
}

/** A contact as its owner knows it and nobody else can use it: `09•••••678`, `h•••@example.vn`. */
export function veiled({ way, address }: Contact): string {
  if (way === 'phone') return `${address.slice(0, 2)}${'•'.repeat(address.length - 5)}${address.slice(-3)}`
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}•••${address.slice(at)}`
}

/** Something short sent to a contact. What it says is the receiver's alone: it stands in no log. */
export interface Message {
  readonly to: Contact
  readonly subject: string
  readonly text: string
}

/** Hands a message to who delivers it; false when nobody takes it just now. */
export type SendMessage = (message: Message) => Promise<boolean>

/** Messages reach mobile telephones alone; their numbers begin with 03, 05, 07, 08 or 09 since 2018. */
export function isMobile(phone: string): boolean {
  return /^0[35789]\d{8}$/.test(phone)
}
