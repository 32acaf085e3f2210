import type { Staff } from './may.ts'

/** Stands where a person's id stands when nobody did it: a provider confirmed a payment. */
export const BY_ITSELF = '00000000-0000-7000-8000-000000000000'

/** What a provider has confirmed is taken as a cashier of the place would take it, by nobody. */
export function onlineCashier(unit: string): Staff {
  const post = { post: 'cashier', unit, from: '0001-01-01', until: null } as const
  return { kind: 'staff', id: BY_ITSELF, name: '', appointments: [post], mandates: [] }
}
