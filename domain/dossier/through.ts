import type { ProviderKey } from '#domain/paying/provider-key.ts'

/** Money that came through a provider: the reference of its order, and by which it is found among the money that came. */
export interface Through {
  readonly provider: ProviderKey
  readonly order: string | null
  readonly money: string
}

/** Who asked for a refund and who agreed; of what goes back past the tills, by which number it went. */
export interface RefundAgreed {
  readonly askedBy: string
  readonly agreedBy: string
  readonly reference?: string
}
