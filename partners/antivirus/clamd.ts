import { connect, type NetConnectOpts, type Socket } from 'node:net'
import type { LookForViruses, VirusFinding } from '#domain/digitising/look-for-viruses.ts'

/** Where clamd listens: a socket of this machine, or a port. */
export type ClamdAt = { readonly path: string } | { readonly host: string; readonly port: number }

interface Clamd {
  readonly lookForViruses: LookForViruses
  /** What it calls itself with the day of its signatures; throws when it does not answer. */
  version(): Promise<string>
}

/** A file of twenty megabytes takes a second; a person waits before a page. */
const MOST_MS = 20_000
const PIECE_BYTES = 64 * 1024
/** An answer is one short line; more is none. */
const MOST_ANSWER = 4096

/** ClamAV's own service, asked by its INSTREAM command (clamd(8)): the file goes there in pieces, nothing lies on disk. */
export function clamd(at: ClamdAt, mostMs: number = MOST_MS): Clamd {
  return {
    async lookForViruses(bytes) {
      try {
        return findingIn(await asked(at, mostMs, inPieces(bytes)))
      } catch (error) {
        return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) }
      }
    },
    version: () => asked(at, mostMs, [Buffer.from('zVERSION\0')]),
  }
}

/** Each piece behind its length, and a length of zero at the end. */
function* inPieces(bytes: Uint8Array): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = bytes.subarray(from, from + PIECE_BYTES)
    yield Buffer.concat([lengthOf(piece.length), piece])
  }
  yield lengthOf(0)
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(count)
  return length
}

/** Only the two answers that are known mean anything. */
function findingIn(answer: string): VirusFinding {
  if (answer === 'stream: OK') return { kind: 'clean' }
  const found = /^stream: (\S.{0,200}) FOUND$/.exec(answer)?.[1]
  return found === undefined ? { kind: 'unknown', why: answer } : { kind: 'infected', found }
}

/** What is answered to all that was sent; what is answered before that is no answer to it. */
async function asked(at: ClamdAt, mostMs: number, pieces: Iterable<Buffer>): Promise<string> {
  const options: NetConnectOpts = at
  const socket = connect(options)
  socket.setNoDelay(true)
  const limit = setTimeout(() => socket.destroy(new Error(`no answer in ${mostMs} ms`)), mostMs)
  try {
    const { answer, early } = await conversed(socket, pieces)
    if (early) throw new Error(`answered before everything was sent: ${answer}`)
    return answer
  } finally {
    clearTimeout(limit)
    socket.destroy()
  }
}

function conversed(socket: Socket, pieces: Iterable<Buffer>) {
  return new Promise<{ answer: string; early: boolean }>((resolve, reject) => {
    let [answer, isSent, early] = ['', false, false]
    socket.on('error', reject)
    socket.on('data', (data: Buffer) => {
      if (!isSent) early = true
      answer += data.toString('utf8')
      const end = answer.indexOf('\0')
      if (end !== -1) resolve({ answer: answer.slice(0, end).trim(), early })
      else if (answer.length > MOST_ANSWER) reject(new Error('an endless answer'))
    })
    socket.on('close', () => reject(new Error('hung up without an answer')))
    socket.on('connect', () => {
      const sending = async () => {
        await sent(socket, pieces)
        isSent = true
      }
      sending().catch(reject)
    })
  })
}

async function sent(socket: Socket, pieces: Iterable<Buffer>): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return
    if (!socket.write(piece)) await drained(socket)
  }
}

/** Goes on when there is room again, or when there is nobody any more. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const on = () => {
      socket.off('drain', on)
      socket.off('close', on)
      resolve()
    }
    socket.on('drain', on)
    socket.on('close', on)
  })
}
