import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpSigningService } from './http-signing-service.ts'

/** A service as we found them: a hash comes in, its owner takes his time, an answer is fetched. */
let server: Server
let url: string
let asked: unknown
let answers: object[] = []
beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (request.headers.authorization !== 'Bearer bi-mat') {
      response.writeHead(401).end()
      return
    }
    if (request.method === 'POST') {
      asked = JSON.parse(await text(request))
      response.end(JSON.stringify({ id: 'yc-1' }))
    } else response.end(JSON.stringify(answers.shift() ?? { state: 'waiting' }))
  })
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  const address = server.address()
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
})
afterAll(() => server.close())

const DATA = new TextEncoder().encode('Kết quả')
const DOCUMENT = { title: 'Kết quả giải quyết', reviewed: 'ab'.repeat(32) }
const secret = 'bi-mat'
const sign = (given: object = {}) => {
  const service = httpSigningService({ url, secret, every: 1, patience: 20, ...given })
  return service.sign({ account: 'anh.dn', data: DATA, document: DOCUMENT })
}

test('only the hash goes out, and the signature comes back when its owner has confirmed', async () => {
  answers = [{ state: 'waiting' }, { state: 'signed', signature: 'AQID' }]
  expect(await sign()).toEqual(Buffer.from([1, 2, 3]))
  const hash = createHash('sha256').update(DATA).digest('base64')
  expect(asked).toEqual({ account: 'anh.dn', hash, algorithm: 'SHA-256', ...DOCUMENT })
})

test.each([
  ['declined', [{ state: 'declined' }], {}, 'signing-declined'],
  ['never answered', [], {}, 'signing-unanswered'],
  ['nonsense', [{ state: 'perhaps' }], {}, 'signing-unanswered'],
  ['refused at the door', [], { secret: 'sai' }, 'signing-unanswered'],
  ['away', [], { url: 'http://127.0.0.1:9' }, 'signing-unanswered'],
])('%s is an answer, not an accident', async (_, given, over, refused) => {
  answers = [...given]
  expect(await sign(over)).toMatchObject({ refused })
})
