import type { Post, Staff } from './may.ts'
import { BY_ITSELF } from './online-cashier.ts'

/** What a citizen does online is taken in as whoever stands in that post of the place would take it, by nobody. */
export function onlineClerk(unit: string, post: Post = 'clerk'): Staff {
  const appointment = { post, unit, from: '0001-01-01', until: null } as const
  return { kind: 'staff', id: BY_ITSELF, name: '', appointments: [appointment], mandates: [] }
}
