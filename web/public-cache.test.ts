import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { publicCache } from './public-cache.ts'

function aPage(make: () => Promise<Response>) {
  const app = new Hono()
  const cached = publicCache()
  app.get('/', (c) => cached(c, 'key', make))
  return (headers: Record<string, string> = {}) => app.request('/', { headers })
}

test('many who ask at once are answered by one making, and later ones by the same', async () => {
  let made = 0
  const ask = aPage(async () => {
    made += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
    return new Response('số liệu')
  })
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask()))
  expect(new Set(await Promise.all(answers.map((one) => one.text())))).toEqual(new Set(['số liệu']))
  await ask()
  expect(made).toBe(1)
})

test('who has it already is sent nothing; who has another is sent it whole', async () => {
  const ask = aPage(async () => new Response('số liệu', { headers: { Vary: 'Cookie' } }))
  const first = await ask()
  const etag = first.headers.get('etag') ?? ''
  expect(first.headers.get('cache-control')).toBe('public, max-age=30')
  const known = await ask({ 'if-none-match': `"x", W/${etag}` })
  expect([known.status, await known.text(), known.headers.get('vary')]).toEqual([304, '', 'Cookie'])
  expect((await ask({ 'if-none-match': '"x"' })).status).toBe(200)
})

test('a wrong address is kept by nobody outside, and a fault by nobody at all', async () => {
  const wrong = aPage(async () => new Response('sai', { status: 422 }))
  expect((await wrong()).headers.get('cache-control')).toBeNull()
  let tries = 0
  const failing = aPage(async () => {
    tries += 1
    if (tries === 1) throw new Error('the database is away')
    return new Response('lại được')
  })
  expect((await failing()).status).toBe(500)
  expect(await (await failing()).text()).toBe('lại được')
})
