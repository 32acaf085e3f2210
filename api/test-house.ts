import type { Actor } from '#domain/people/may.ts'
import type { PostCarrier } from '#domain/post/carrier.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import { aCompleteDossier, type Hall } from '#work/a-hall.ts'
import type { NoticeOffice } from '#work/telling/notice-office.ts'
import { apiApp } from './app.ts'
import { ROUTES } from './routes.ts'
import { testDoors } from './test-doors.ts'

/** People of Đông Triều by what they are in these tests; the names are the tokens. */
export const PEOPLE = {
  clerk: ['clerk', 'HCC-TN'],
  cashier: ['cashier', 'HCC-TN'],
  handler: ['handler', 'TP'],
  approver: ['approver', 'TP'],
  head: ['head', 'TP'],
  'seal-keeper': ['seal-keeper', 'HCC-VT'],
  director: ['director', 'HCC'],
  administrator: ['administrator', 'HCC'],
  'handler-elsewhere': ['handler', 'TNMT'],
  'approver-elsewhere': ['approver', 'TNMT'],
  insurance: ['handler', 'BHXH'],
  'land-registry': ['handler', 'VPDK'],
  'commune-clerk': ['clerk', 'X07075'],
  'commune-head': ['head', 'X07075'],
} as const
export type Person = keyof typeof PEOPLE | 'approver-without-mandate' | 'former-clerk'

const PERSONS = Object.keys(PEOPLE).filter(isPerson)

export function isPerson(name: string): name is keyof typeof PEOPLE {
  return Object.hasOwn(PEOPLE, name)
}

export type House = ReturnType<typeof testHouse>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** The API of a hall: `send` asks as somebody, and holds every answer against the document. Only for tests. */
export function testHouse(hall: Hall, notices?: NoticeOffice, post?: PostCarrier) {
  const people = new Map<string, Actor>(
    PERSONS.map((name) => [name, hall.deskOf(PEOPLE[name][0], PEOPLE[name][1]).actor]),
  )
  const approver = people.get('approver')
  if (approver?.kind === 'staff') people.set('approver-without-mandate', { ...approver, mandates: [] })
  const clerk = people.get('clerk')
  if (clerk?.kind === 'staff')
    people.set('former-clerk', {
      ...clerk,
      appointments: clerk.appointments.map((one) => ({ ...one, until: '2019-03-05' })),
    })
  const made = testDoors({
    people,
    deskWith: (actor, now) => ({ ...hall.deskOf('clerk', 'HCC-TN', now), actor, notices, post }),
    now: '2019-03-05T01:00:00Z',
  })
  const app = apiApp(made.doors)

  async function send(
    person: Person | null,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const isForm = body instanceof FormData
    const response = await app.request(`/api/v1${path}`, {
      method,
      headers: {
        ...(person && { authorization: `Bearer ${person}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: isForm || typeof body === 'string' ? body : JSON.stringify(body),
      }),
    })
    const text = await response.text()
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
    if (response.ok) documented(method, path, answer)
    return answer
  }

  return {
    ...made,
    app,
    send,
    toReceive: (over: Partial<DossierToReceive> = {}) =>
      aCompleteDossier(hall, { procedure: '2.000748', case: 'default', ...over }),
  }
}

/** What is sent with files. Only for tests. */
export function formOf(about: object, files: readonly Uint8Array<ArrayBuffer>[]): FormData {
  const form = new FormData()
  form.set('about', JSON.stringify(about))
  files.forEach((bytes, place) => form.append('files', new File([bytes], `trang-${place + 1}.pdf`)))
  return form
}

/** An answer has the fields that the document says, no more and no fewer. */
function documented(method: string, path: string, { status, body }: Answer): void {
  const [bare = ''] = path.split('?')
  const route = ROUTES.find(
    (one) =>
      one.method === method.toLowerCase() &&
      new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(bare),
  )
  if (!route || route.answer.status !== status)
    throw new Error(`${method} ${path}: ${status} is not documented`)
  route.answer.schema.parse(body)
}
