import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * A line to the program that can really be pulled: a browser's own playing of it leaves what goes by a service worker
 * on the network.
 */
export interface Cable {
  readonly origin: string
  /** Leads to the program at a port of this machine from now on. */
  leadsTo(port: number): void
  /** Cuts what is under way, and lets nothing through until it is plugged in. */
  pull(): Promise<void>
  plugIn(): Promise<void>
}

export async function cable(): Promise<Cable> {
  let target = 0
  let server: Server | undefined
  const open = new Set<Socket>()
  const listen = async (at: number) => {
    server = createServer((here) => {
      const there = connect(target, '127.0.0.1')
      for (const [one, other] of [
        [here, there],
        [there, here],
      ] as const) {
        open.add(one)
        one.on('error', () => other.destroy())
        one.on('close', () => {
          open.delete(one)
          other.destroy()
        })
        one.pipe(other)
      }
    }).listen(at, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const address = server?.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  const { port } = address
  return {
    origin: `http://127.0.0.1:${port}`,
    leadsTo: (to) => {
      target = to
    },
    async pull() {
      const closed = server && once(server, 'close')
      server?.close()
      for (const one of open) one.destroy()
      await closed
    },
    plugIn: () => listen(port),
  }
}
