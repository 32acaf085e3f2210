import { randomUUIDv7 } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { requiredPapers } from '../../check/house-process.ts'
import { PROCEDURE } from '../hot-verbs.ts'
import { SIGNED_FOR } from '#work/a-hall.ts'

/** What people of a town's centre do in a day, in parts of a hundred (the issue's mix). */
const MIX = [
  ['overview', 20],
  ['one field', 10],
  ['by person', 10],
  ['details', 8],
  ['history', 2],
  ['receive', 10],
  ['step', 20],
  ['add paper', 12],
  ['result', 4],
  ['search by code', 4],
] as const
type Doing = (typeof MIX)[number][0]
const WRITES: readonly Doing[] = ['receive', 'step', 'add paper', 'result']
const PEOPLE = 50
const READ_MS = 30
const WRITE_MS = 60

interface Lying {
  readonly code: string
  readonly version: number
  readonly step: string
}

/** Fifty people at once, each with a pause after each thing done; latencies of every kind of doing. */
export async function townDay(
  origin: string,
  tokens: ReadonlyMap<string, string>,
  {
    seconds,
    pauseMs,
    fields,
  }: { readonly seconds: number; readonly pauseMs: number; readonly fields: readonly string[] },
): Promise<string[]> {
  const components = await requiredPapers(origin, PROCEDURE)
  const times = new Map<Doing, number[]>(MIX.map(([doing]) => [doing, []]))
  const failed: string[] = []
  const atHandler: Lying[] = []
  const behind: { readonly lies: Lying; readonly next: number }[] = []
  const known: string[] = []
  const paper = pdfOf(60_000)

  async function ask(
    post: string,
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ) {
    const token = tokens.get(post) ?? ''
    const answer = await fetch(origin + path, {
      redirect: 'manual',
      ...init,
      headers: { cookie: `phien=${token}`, authorization: `Bearer ${token}`, origin, ...init.headers },
    })
    const text = await answer.text()
    if (answer.status >= 400) failed.push(`${path}: ${answer.status} ${text.slice(0, 200)}`)
    return { answer, text }
  }
  const send = async (post: string, path: string, body: object): Promise<Lying | null> => {
    const { answer, text } = await ask(post, `/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUIDv7(), ...body }),
    })
    return answer.ok ? (JSON.parse(text) as Lying) : null
  }
  const search = async (typed: string) => {
    const { answer } = await ask('clerk', '/ban/tim', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ q: typed }).toString(),
    })
    const to = answer.headers.get('location')
    if (to) await ask('clerk', to)
  }
  const receive = async () => {
    const n = Math.floor(Math.random() * 1e8)
    const lies = await send('clerk', '/dossiers', {
      procedure: PROCEDURE,
      channel: 'counter',
      placeOfReceipt: 'HCC-TN',
      applicant: {
        kind: 'citizen',
        name: 'Phạm Thị Mơ',
        idNumber: `1${String(n).padStart(8, '0')}`,
        phone: `09${String(n).padStart(8, '0')}`,
      },
      components,
    })
    if (!lies) return
    atHandler.push(lies)
    known.push(lies.code)
  }
  const any = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(Math.random() * items.length)]
  const ON_THE_WAY = [
    ['approver', 'approve', {}],
    ['seal-keeper', 'seal', {}],
    ['clerk', 'mark-ready', {}],
    ['clerk', 'hand-back', { way: 'counter', receiver: { name: 'Phạm Thị Mơ' }, proof: SIGNED_FOR }],
  ] as const
  const go = async (lies: Lying, post: string, verb: string, more: object) => {
    const { code, version, step } = lies
    const next = await send(post, `/dossiers/${code}/${verb}`, { version, step, ...more })
    return next && { ...next, code }
  }

  const doings: { readonly [doing in Doing]: () => Promise<unknown> } = {
    overview: () => ask(any(['handler', 'clerk', 'head']) ?? 'clerk', '/ban'),
    'one field': () =>
      ask('director', `/ban/danh-sach?${new URLSearchParams({ 'linh-vuc': any(fields) ?? '' })}`),
    'by person': () => search(any(['Nguyễn Thị Hương', 'Trần Văn Dũng', '0912345678', 'Phạm Thị Mơ']) ?? ''),
    details: () => ask('clerk', `/ban/ho-so/${any(known) ?? ''}`),
    history: () => ask('clerk', `/api/v1/dossiers/${any(known) ?? ''}`),
    receive,
    step: async () => {
      const lies = atHandler.pop()
      if (!lies) return receive()
      const next = await go(lies, 'handler', 'complete-step', {})
      if (next) behind.push({ lies: next, next: 0 })
    },
    'add paper': () => {
      const form = new FormData()
      form.set('id', randomUUIDv7())
      form.set('files', new File([paper], 'don.pdf', { type: 'application/pdf' }))
      return ask('clerk', `/ban/ho-so/${any(known) ?? ''}/giay-to`, { method: 'POST', body: form })
    },
    result: async () => {
      const one = behind.shift()
      const way = one && ON_THE_WAY[one.next]
      if (!one || !way) return receive()
      const [post, verb, more] = way
      const next = await go(one.lies, post, verb, more)
      if (next && one.next + 1 < ON_THE_WAY.length) behind.push({ lies: next, next: one.next + 1 })
    },
    'search by code': () => search(any(known)?.slice(-11) ?? ''),
  }

  for (let at = 0; at < 2 * PEOPLE; at += 1) await receive()
  const bag = MIX.flatMap(([doing, share]) => Array.from({ length: share }, () => doing))
  const end = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, person) => {
      await wait((person * pauseMs) / PEOPLE)
      while (performance.now() < end) {
        const doing = any(bag) ?? 'overview'
        const began = performance.now()
        await doings[doing]()
        times.get(doing)?.push(performance.now() - began)
        done += 1
        await wait(pauseMs)
      }
    }),
  )
  const at = (of: readonly number[], share: number) =>
    of.toSorted((a, b) => a - b)[Math.floor(of.length * share)] ?? 0
  const all = (isWrite: boolean) =>
    MIX.filter(([doing]) => WRITES.includes(doing) === isWrite).flatMap(([doing]) => times.get(doing) ?? [])
  const said = (what: string, of: readonly number[], target: number) =>
    `${what}: p50 ${at(of, 0.5).toFixed(1)} ms, p95 ${at(of, 0.95).toFixed(1)} ms of ${of.length} (target p95 ${target} ms, ${at(of, 0.95) <= target ? 'reached' : 'MISSED'})`
  return [
    `town's day, ${PEOPLE} people, ${(done / seconds).toFixed(0)} doings a second, ${failed.length} errors${failed[0] ? ` (${failed[0]})` : ''}`,
    said('  reads', all(false), READ_MS),
    said('  writes', all(true), WRITE_MS),
    ...MIX.map(([doing]) => {
      const of = times.get(doing) ?? []
      return `    ${doing}: p50 ${at(of, 0.5).toFixed(1)} ms, p95 ${at(of, 0.95).toFixed(1)} ms of ${of.length}`
    }),
  ]
}

/** Bytes that are a PDF as far as a sniffer of types looks, each time of the same content. */
function pdfOf(size: number): Uint8Array<ArrayBuffer> {
  const text = `%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%${'x'.repeat(size)}\ntrailer<</Root 1 0 R>>\n%%EOF\n`
  return new Uint8Array(Buffer.from(text))
}
