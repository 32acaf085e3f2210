import type { PaymentProvider } from '#domain/paying/provider.ts'

/** Through whom a centre is paid online, in the order in which citizens are offered them. */
export interface PaymentOffice {
  readonly providers: readonly PaymentProvider[]
}
