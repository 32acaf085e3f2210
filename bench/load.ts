import { Agent, request } from 'node:http'

/** One request to send: what the load asks for next, or nothing more. */
export interface Ask {
  readonly path: string
  readonly token: string
  readonly body: object
}

export interface Measured {
  readonly done: number
  readonly seconds: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly failed: readonly string[]
}

/** Sends requests on so many connections at once until time is up, each connection one after another. */
export async function load(
  origin: string,
  connections: number,
  seconds: number,
  next: () => Ask,
  seen: (body: string) => void,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const failed: string[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const sent = performance.now()
        const { status, body } = await send(agent, origin, next())
        times.push(performance.now() - sent)
        if (status < 300) seen(body)
        else failed.push(`${status} ${body.slice(0, 300)}`)
      }
    }),
  )
  agent.destroy()
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  const done = times.length - failed.length
  return { done, seconds: took, perSecond: done / took, p50: at(0.5), p95: at(0.95), failed }
}

function send(
  agent: Agent,
  origin: string,
  { path, token, body }: Ask,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const content = JSON.stringify(body)
    const sending = request(
      new URL(path, origin),
      {
        method: 'POST',
        agent,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(content),
        },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
        )
        response.on('error', reject)
      },
    )
    sending.on('error', reject)
    sending.end(content)
  })
}
