import { connect, type Socket } from 'node:net'

/** One request to send: what the load asks for next. */
export interface Ask {
  readonly path: string
  readonly token?: string
  readonly cookie?: string
  /** Sent as JSON by POST; without one it is a GET. */
  readonly body?: object
}

export interface Measured {
  readonly done: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly failed: readonly string[]
}

/**
 * Sends requests on so many connections at once until time is up, each connection one after another. It speaks just
 * enough HTTP to do so: what the sender costs is taken from the two cores that are measured, and pgbench, which it is
 * compared with, costs next to nothing.
 */
export async function load(
  origin: string,
  connections: number,
  seconds: number,
  next: () => Ask,
  seen: (body: string) => void,
): Promise<Measured> {
  const { hostname, port } = new URL(origin)
  const times: number[] = []
  const failed: string[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const line = await open(hostname, Number(port))
      while (performance.now() < end) {
        const sent = performance.now()
        const { status, body } = await line.ask(asRequest(hostname, next()))
        times.push(performance.now() - sent)
        if (status < 300) seen(body)
        else failed.push(`${status} ${body.slice(0, 300)}`)
      }
      line.socket.destroy()
    }),
  )
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  const done = times.length - failed.length
  return { done, perSecond: done / took, p50: at(0.5), p95: at(0.95), failed }
}

function asRequest(host: string, { path, token, cookie, body }: Ask): string {
  const content = body === undefined ? '' : JSON.stringify(body)
  const head = [
    `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`,
    `Host: ${host}`,
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
    ...(body === undefined
      ? []
      : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(content)}`]),
  ]
  return `${head.join('\r\n')}\r\n\r\n${content}`
}

interface Line {
  readonly socket: Socket
  ask(request: string): Promise<{ status: number; body: string }>
}

/** A connection that takes one request after another and reads answers with a Content-Length. */
async function open(host: string, port: number): Promise<Line> {
  const socket = connect({ host, port, noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let came: Buffer = Buffer.alloc(0)
  let answer: ((answered: { status: number; body: string }) => void) | undefined
  let broken: ((error: Error) => void) | undefined
  socket.on('error', (error) => broken?.(error))
  socket.on('close', () => broken?.(new Error('the connection was closed')))
  socket.on('data', (part: Buffer) => {
    came = came.length === 0 ? part : Buffer.concat([came, part])
    const head = came.indexOf('\r\n\r\n')
    if (head === -1) return
    const lines = came.toString('latin1', 0, head)
    const [, size] = /content-length: (\d+)/i.exec(lines) ?? []
    if (size === undefined) return broken?.(new Error(`an answer without a length: ${lines}`))
    const whole = head + 4 + Number(size)
    if (came.length < whole) return
    const body = came.toString('utf8', head + 4, whole)
    came = came.subarray(whole)
    answer?.({ status: Number(lines.slice(9, 12)), body })
  })
  return {
    socket,
    ask: (request) =>
      new Promise((resolve, reject) => {
        answer = resolve
        broken = reject
        socket.write(request)
      }),
  }
}
