import pino from 'pino'
import { demonstrationOutbox, type DemonstrationOutbox } from '#partners/messages/demonstration-outbox.ts'
import { webPages } from '#web/pages.ts'
import { houseApp } from './app.ts'
import { citizenDoors } from './citizen-doors.ts'
import { deskMaker } from './desk-for.ts'
import { makeDoors } from './doors.ts'
import { openIdentity } from './identity.ts'
import { demonstrationMessages } from './messages/open-messages.ts'
import { TEST_SLUG, type TestCentre, testCentre } from './test-centre.ts'

export const TEST_ORIGIN = 'http://127.0.0.1:3000'

/** What a request carries. */
export interface Sent {
  readonly cookie?: string
  /** Where it is sent from; otherwise from an address of its own. */
  readonly address?: string
  readonly body?: BodyInit
  readonly headers?: Record<string, string>
}

/** The whole house over a centre of a test's own, asked without a socket. Only for tests. */
export interface TestHouse extends Pick<TestCentre, 'centre'> {
  readonly outbox: DemonstrationOutbox
  /** The pages' doors, in the order they are asked. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  /** Faults that were logged. */
  readonly logged: readonly string[]
  send(method: string, path: string, sent?: Sent): Promise<Response>
  /** Lets a telephone in by its code; answers the cookie. */
  signIn(contact: string): Promise<string>
  close(): Promise<void>
}

/** Opens it on a moment at which its clock stands. */
export async function testHouse(now: Temporal.Instant): Promise<TestHouse> {
  const one = await testCentre({ imported: true })
  const { database } = one
  const clock = () => now
  const identity = openIdentity({
    database,
    databaseUrl: one.appUrl,
    secret: 'nothing but a test of the doors, thirty-two',
    baseUrl: TEST_ORIGIN,
    clock,
    onError: () => undefined,
  })
  const outbox = demonstrationOutbox(clock)
  const pushSecret = Buffer.alloc(32, 7).toString('base64url')
  const messages = new Map([[TEST_SLUG, demonstrationMessages(outbox, { baseUrl: TEST_ORIGIN, pushSecret })]])
  const desks = deskMaker({ database, identity, clock, admitsDemonstration: true, messages })
  const logged: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) })
  const doors = makeDoors({
    config: { isLoopback: true, trustProxy: false, baseUrl: TEST_ORIGIN },
    desks,
    identity,
    log,
    changes: { hear: () => () => {}, stop: async () => {} },
    citizens: citizenDoors({ database, desks, identity, trustProxy: false, nationals: new Map(), outbox }),
  })
  const app = houseApp({
    config: { baseUrl: TEST_ORIGIN, trustProxy: false },
    doors,
    log,
    isReady: async () => true,
  })
  let sendings = 0
  const send: TestHouse['send'] = async (method, path, sent = {}) => {
    sendings += 1
    const { cookie = '', body, headers = {} } = sent
    const { address = `10.${sendings >> 8}.${sendings & 255}.1` } = sent
    return app.request(
      TEST_ORIGIN + path,
      { method, headers: { origin: TEST_ORIGIN, cookie, ...headers }, ...(body !== undefined && { body }) },
      { incoming: { socket: { remoteAddress: address } } },
    )
  }
  return {
    centre: one.centre,
    outbox,
    routes: webPages(doors.web).routes.map(({ method, path }) => ({ method, path })),
    logged,
    send,
    async signIn(contact) {
      const asked = await send('POST', '/toi/dang-nhap', { body: typedForm({ contact }) })
      const handle = /name="handle" value="([^"]+)"/.exec(await asked.text())?.[1] ?? ''
      const code = /\d{6}/.exec(outbox.shown()[0]?.text ?? '')?.[0] ?? ''
      const entered = await send('POST', '/toi/dang-nhap/ma', {
        body: typedForm({ contact, handle, code }),
      })
      const cookie = cookieOf(entered)
      const body = typedForm({ name: 'Đoàn Thị Mận', bornOn: '1990-05-06', idNumber: '' })
      await send('POST', '/toi/thong-tin', { cookie, body })
      return cookie
    },
    async close() {
      await identity.close()
      await one.close()
    },
  }
}

export const typedForm = (typed: Record<string, string>) => new URLSearchParams(typed)

/** What a browser keeps of an answer. */
export const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0] ?? '')
    .join('; ')
