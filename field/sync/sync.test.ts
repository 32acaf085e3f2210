import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PacketAnswer, PIECE_BYTES } from '#shapes/field/packet.ts'
import type { PacketKept } from '../keep/packets.ts'
import { sendAll, waitSeconds } from './send-all.ts'
import type { Line } from '../line/ask.ts'
import { sendPacket } from './send-packet.ts'

const ID = '0193f2c8-9a00-7000-8000-0000000000a1'
const packetOf = (pieces: number, id = ID): PacketKept => ({
  id,
  sequence: 1,
  outing: 'o',
  sealed: new Uint8Array((pieces - 1) * PIECE_BYTES + 7).map((_, at) => at % 251),
  sha256: 'ab'.repeat(32),
  done: { id, kind: 'intake', code: null, at: '2019-03-09T01:00:00.000Z', cashDong: 0, registration: null },
  answer: null,
})

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })
const goneWith = (facts: object) => json({ detail: 'x', facts }, 410)

/** A centre that takes pieces, over a line that does to each request what it is told, then nothing any more. */
function centre(
  pieces: number,
  mischief: readonly ('lost' | 'answer-lost' | 'html' | 'hurt' | 'fine')[] = [],
) {
  const have = new Map<number, Uint8Array>()
  const puts: number[] = []
  let asked = 0
  const answer = (): PacketAnswer => {
    const isWhole = have.size === pieces
    return {
      stage: isWhole ? 'taken-in' : have.size === 0 ? 'unknown' : 'arriving',
      have: isWhole ? [] : [...have.keys()],
      code: isWhole ? '000.00.12.H49-190309-0001' : null,
      receivedAt: null,
      due: null,
      why: [],
    }
  }
  const line: Line = {
    token: 't',
    claimedNow: () => '2019-03-09T01:00:00.000Z',
    fetch: (path, init) => {
      const what = mischief[asked++] ?? 'fine'
      if (what === 'lost') return Promise.reject(new TypeError('no line'))
      if (what === 'html') return Promise.resolve(new Response('<html>hotel</html>'))
      const piece = /pieces\/(\d+)$/.exec(path)?.[1]
      if (piece !== undefined && init.body instanceof Uint8Array) {
        puts.push(Number(piece))
        have.set(Number(piece), init.body)
        // What was hurt on its way is found once all is there, and all of it is asked for again.
        if (what === 'hurt') have.clear()
      }
      return what === 'answer-lost' ? Promise.reject(new TypeError('cut')) : Promise.resolve(json(answer()))
    },
  }
  return {
    line,
    have,
    puts,
    whole: () => Buffer.concat([...have.entries()].sort().map(([, bytes]) => bytes)),
  }
}

const anyMischief = fc.array(fc.constantFrom('lost', 'answer-lost', 'html', 'hurt', 'fine' as const), {
  maxLength: 12,
})

test('over whatever line, once it holds the packet is there, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), anyMischief, async (pieces, mischief) => {
      const packet = packetOf(pieces)
      const there = centre(pieces, mischief)
      for (let again = 0; again < 14; again += 1) {
        const sent = await sendPacket(packet, there.line, () => Promise.resolve())
        if (sent.is === 'answered' && sent.answer.stage === 'taken-in') break
      }
      expect(there.have.size).toBe(pieces)
      expect(Buffer.compare(there.whole(), packet.sealed ?? new Uint8Array())).toBe(0)
    }),
    { numRuns: 100 },
  )
})

test('what arrived before the line broke is not sent again', async () => {
  const packet = packetOf(3)
  const there = centre(3, ['fine', 'fine', 'lost'])
  expect(await sendPacket(packet, there.line, () => Promise.resolve())).toEqual({ is: 'no-line' })
  await sendPacket(packet, there.line, () => Promise.resolve())
  expect(there.puts).toEqual([0, 1, 2])
})

test('a packet that is not taken holds up none behind it; without a line the round ends', async () => {
  const [first, second] = [packetOf(1, ID), packetOf(1, ID.replace('a1', 'a2'))]
  const there = centre(1)
  const kept = new Map<string, PacketAnswer>()
  const held = {
    toSend: () => Promise.resolve([first, second]),
    keep: (id: string, answer: PacketAnswer) => Promise.resolve(void kept.set(id, answer)),
  }
  const refusing: Line = {
    ...there.line,
    fetch: (path, init) =>
      path.includes(first.id)
        ? Promise.resolve(json({ detail: 'Gói này đã có với nội dung khác.' }, 409))
        : there.line.fetch(path, init),
  }
  const over = await sendAll(held, refusing, () => undefined)
  expect(over).toEqual({ is: 'over', told: new Map([[first.id, 'Gói này đã có với nội dung khác.']]) })
  expect(kept.get(second.id)?.stage).toBe('taken-in')
  // What stands on the way of one packet is no reason to leave the other.
  kept.clear()
  const odd: Line = {
    ...centre(1).line,
    fetch: (path, init) =>
      path.includes(first.id)
        ? Promise.resolve(new Response('<html>502', { status: 502 }))
        : refusing.fetch(path, init),
  }
  expect(await sendAll(held, odd, () => undefined)).toMatchObject({ is: 'over' })
  expect(kept.get(second.id)?.stage).toBe('taken-in')
  const hung: Line = {
    ...there.line,
    fetch: () => Promise.reject(new DOMException('too long', 'TimeoutError')),
  }
  expect(await sendAll(held, hung, () => undefined)).toEqual({ is: 'no-line' })
  const silent: Line = { ...there.line, fetch: () => Promise.reject(new TypeError('no line')) }
  expect(await sendAll(held, silent, () => undefined)).toEqual({ is: 'no-line' })
})

test('only the centre’s own word erases a device, not any 410 on the way', async () => {
  const line = (response: () => Response): Line => ({
    ...centre(1).line,
    fetch: () => Promise.resolve(response()),
  })
  const send = (response: () => Response) => sendPacket(packetOf(1), line(response), () => Promise.resolve())
  expect(await send(() => goneWith({ erase: true }))).toEqual({ is: 'to-erase' })
  expect(await send(() => goneWith({}))).toEqual({ is: 'not-now', text: 'x' })
  expect(await send(() => new Response('gone', { status: 410 }))).toEqual({ is: 'no-line' })
})

test.each([
  [0, 15],
  [1, 30],
  [4, 240],
  [5, 300],
  [60, 300],
])('after %i rounds without a line the next comes in %i seconds', (failures, seconds) => {
  expect(waitSeconds(failures)).toBe(seconds)
})
