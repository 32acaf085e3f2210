/**
 * Through whom money comes that is not taken at the counter: VNPAY, the national payment platform, a bank account, the post
 * that collects on delivery.
 */
export const PROVIDERS = ['vnpay', 'national', 'bank', 'post'] as const
export type ProviderKey = (typeof PROVIDERS)[number]
