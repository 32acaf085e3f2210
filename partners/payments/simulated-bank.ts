import { toMoment, ZONE } from '#domain/calendar/moment.ts'
import type { BankSettings } from './bank-account.ts'
import { hmac } from './macs.ts'
import { send } from './simulated-deeds.ts'

/** One sum that arrived, as a statement has it. */
interface Arrived {
  readonly transaction: string
  readonly dong: number
  readonly content: string
  readonly at: Temporal.Instant
}

export interface SimulatedBank {
  /** Somebody transfers; the bank tells of it, or keeps it for its statement. */
  transfer(given: {
    readonly dong: number
    readonly content: string
    readonly isTold: boolean
  }): Promise<void>
  /** The statement, as a bank writes it: lines of its own around the table, marks left out, money out as well. */
  statement(): string
}

interface Playing extends Pick<BankSettings, 'account' | 'holder'> {
  readonly secret: string
  readonly now: () => Temporal.Instant
  readonly noticeAt: string
}

/** Plays a bank for trials. */
export function simulatedBank({ account, holder, secret, now, noticeAt }: Playing): SimulatedBank {
  const arrived: Arrived[] = []
  return {
    async transfer({ dong, content, isTold }) {
      const transaction = `FT${String(19_064_000_001 + arrived.length)}`
      const one = { transaction, dong, content, at: now() }
      arrived.push(one)
      if (!isTold) return
      const body = JSON.stringify({ transaction, account, dong, content, at: toMoment(one.at) })
      const headers = { 'content-type': 'application/json', 'x-signature': hmac('sha256', secret, body) }
      await send(noticeAt, { method: 'POST', headers, body })
    },
    statement: () =>
      [
        `Sao kê tài khoản;${account};${holder};;`,
        'Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung',
        ...arrived.map(lineOf),
        `${dayOf(now())};FT19064999999;1.100;;Phi duy tri tai khoan`,
        `Tổng cộng;;;${arrived.reduce((sum, { dong }) => sum + dong, 0)};`,
      ].join('\r\n'),
  }
}

function lineOf({ transaction, dong, content, at }: Arrived): string {
  const grouped = String(dong).replaceAll(/\B(?=(?:\d{3})+$)/g, '.')
  const said = `MBVCB.${transaction.slice(-6)}.${content.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')}`
  return `${dayOf(at)};${transaction};;${grouped};"${said.replaceAll('"', "'")}"`
}

function dayOf(at: Temporal.Instant): string {
  const { day, month, year, hour, minute, second } = at.toZonedDateTimeISO(ZONE)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(day)}/${two(month)}/${year} ${two(hour)}:${two(minute)}:${two(second)}`
}
