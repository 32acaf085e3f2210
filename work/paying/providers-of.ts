import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { PaymentProvider } from '#domain/paying/provider.ts'
import type { Desk } from '../desk.ts'

/** Through whom the centre of a desk is paid online. */
export function providersOf({ payments }: Desk): readonly PaymentProvider[] {
  return payments?.providers ?? []
}

/** Whose lists of payments can be held against what we have: providers, and the post that collects on delivery. */
export function listedBy(desk: Desk): readonly Pick<PaymentProvider, 'key' | 'file'>[] {
  return [...providersOf(desk), ...(desk.post ? [{ key: 'post', file: desk.post.file } as const] : [])]
}

export function providerOf(desk: Desk, key: ProviderKey): PaymentProvider | null {
  return providersOf(desk).find((one) => one.key === key) ?? null
}
