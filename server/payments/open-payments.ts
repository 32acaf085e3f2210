import { readFileSync } from 'node:fs'
import type { PaymentProvider } from '#domain/paying/provider.ts'
import { bankAccount } from '#partners/payments/bank-account.ts'
import { nationalPlatform } from '#partners/payments/national-platform.ts'
import type { SimulatedProviders } from '#partners/payments/simulated-providers.ts'
import { vnpay } from '#partners/payments/vnpay.ts'
import type { PaymentOffice } from '#work/paying/payment-office.ts'
import { fault } from '../faults.ts'
import type { CentrePayments } from './payment-settings.ts'

/** The providers of a centre with their secrets. One that cannot be read ends the start: better no hall than one that loses money. */
export function openPayments({ vnpay: card, national, bank }: CentrePayments): PaymentOffice {
  const providers: (PaymentProvider | undefined)[] = [
    card && vnpay({ ...card, secret: secretIn(card.secretFile) }),
    national &&
      nationalPlatform({
        ...national,
        pages: national.pages.map((one) => new URL(one).origin),
        secret: secretIn(national.secretFile),
      }),
    bank &&
      bankAccount({ ...bank, secret: bank.secretFile === undefined ? null : secretIn(bank.secretFile) }),
  ]
  return { providers: providers.filter((one) => one !== undefined) }
}

/** The providers of the demonstration: nobody outside is told anything and no money moves. */
export function simulatedPayments({ settings }: SimulatedProviders): PaymentOffice {
  return {
    providers: [vnpay(settings.vnpay), nationalPlatform(settings.national), bankAccount(settings.bank)],
  }
}

function secretIn(path: string): string {
  try {
    const secret = readFileSync(path, 'utf8').trim()
    if (secret !== '') return secret
  } catch (error) {
    throw fault('payments-wrong', { path, reason: error instanceof Error ? error.message : '' }, error)
  }
  throw fault('payments-wrong', { path, reason: 'tệp khoá rỗng' })
}
