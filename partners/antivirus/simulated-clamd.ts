import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

/** What a simulated scanner does with what it is sent. */
export const SCANNER_BEHAVIOURS = [
  /** Finds what bears the mark, and nothing else. */
  'finds',
  /** The same after a while. */
  'slow',
  /** Takes everything and never answers. */
  'silent',
  /** Hangs up in the middle. */
  'hangs-up',
  /** Says that all is well before it has seen anything. */
  'hasty',
  /** Answers another question, or nothing that can be read. */
  'babbles',
  /** Takes no file of more than a kilobyte. */
  'narrow',
] as const
export type ScannerBehaviour = (typeof SCANNER_BEHAVIOURS)[number]

/** What a simulated scanner takes for a virus. */
export const SIMULATED_VIRUS = 'MOT-CUA-SIMULATED-VIRUS'

/** A scanner for trials on this machine; what it does can be changed while it stands. */
export async function startSimulatedClamd(first: ScannerBehaviour = 'finds', slowMs = 300) {
  let behaviour = first
  let asked = 0
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    asked += 1
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    answering(socket, () => behaviour, slowMs)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    at: { host: '127.0.0.1', port: portOf(server) },
    be(next: ScannerBehaviour) {
      behaviour = next
    },
    /** How often it was asked. */
    asked: () => asked,
    async stop(): Promise<void> {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function answering(socket: Socket, behaviour: () => ScannerBehaviour, slowMs: number): void {
  const pieces: Buffer[] = []
  const say = (text: string) => socket.end(`${text}\0`)
  if (behaviour() === 'hasty') socket.write('stream: OK\0')
  socket.on('data', (piece: Buffer) => {
    if (behaviour() === 'hangs-up') return void socket.destroy()
    pieces.push(piece)
    const [first] = pieces
    if (first?.subarray(0, 9).equals(Buffer.from('zVERSION\0')))
      return void say('ClamAV 1.4.6/27000/simulated')
    if (behaviour() === 'narrow' && pieces.reduce((sum, { length }) => sum + length, 0) > 1024)
      return void say('INSTREAM size limit exceeded. ERROR')
    // The length of zero that ends a stream; a file that holds four zeros is not sent here.
    if (!Buffer.concat(pieces.slice(-4)).subarray(-4).equals(Buffer.alloc(4))) return
    const hasVirus = Buffer.concat(pieces).includes(SIMULATED_VIRUS)
    const verdict = hasVirus ? 'stream: Simulated.Virus FOUND' : 'stream: OK'
    switch (behaviour()) {
      case 'finds':
      case 'narrow':
        return void say(verdict)
      case 'slow':
        return void setTimeout(() => say(verdict), slowMs)
      case 'babbles':
        return void say('stream: OKAY, I suppose')
      default:
    }
  })
}
