import type { Actor } from '#domain/people/may.ts'
import type { Desk } from '#work/desk.ts'
import type { ApiDoors } from './doors.ts'
import { limits } from './rate-limit.ts'

/**
 * Doors for tests: a token is the name of a person, with a number when it is one session of several; what goes
 * wrong inside is kept. Only for tests.
 */
export function testDoors(given: {
  readonly people: ReadonlyMap<string, Actor>
  readonly deskWith: (actor: Actor, now: Temporal.Instant) => Desk
  readonly now?: string
}) {
  const faults: unknown[] = []
  const ended = new Set<string>()
  const clock = { now: Temporal.Instant.from(given.now ?? '2019-07-03T01:00:00Z') }
  const doors: ApiDoors = {
    deskFor: async (_, token) => {
      const actor: Actor | undefined =
        token === null ? { kind: 'public' } : given.people.get(token.replace(/\.\d+$/, ''))
      return actor && !ended.has(token ?? '') ? given.deskWith(actor, clock.now) : null
    },
    signIn: async (_, { name, password }) => {
      if (name === 'locked') return { kind: 'wait', until: clock.now.add({ seconds: 90 }) }
      return given.people.has(name) && password === 'right'
        ? { kind: 'signed-in', token: name, expiresAt: '2019-07-03T09:00:00.000Z' }
        : { kind: 'wrong' }
    },
    signOut: async (_, token) => void ended.add(token),
    addressOf: (c) => c.req.header('x-test-address') ?? '192.0.2.1',
    limits: limits(),
    isDatabaseAway: (error) => error instanceof Error && error.message === 'away',
    isUnknownHost: (error) => error instanceof Error && error.message === 'no centre',
    onError: (error) => faults.push(error),
  }
  return { doors, faults, clock }
}
