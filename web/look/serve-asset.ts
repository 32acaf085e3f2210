import type { Context } from 'hono'
import type { Assets } from './assets.ts'

/** The script a browser wakes for a push; looked for anew each time, as its address stays. */
export function servePushWorker(c: Context, { pushWorker }: Assets): Response {
  c.header('Content-Type', pushWorker.type)
  c.header('Cache-Control', 'no-cache')
  c.header('X-Content-Type-Options', 'nosniff')
  return c.body(pushWorker.bytes)
}

/** A file named by its content, kept by the browser for ever; compressed where that helps. */
export async function serveAsset(c: Context, assets: Pick<Assets, 'find'>): Promise<Response | undefined> {
  const asset = assets.find(c.req.path)
  if (!asset) return undefined
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = (['br', 'gzip'] as const).find((one) => accepted.includes(one))
  c.header('Content-Type', asset.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  c.header('Vary', 'Accept-Encoding')
  c.header('X-Content-Type-Options', 'nosniff')
  if (!encoding || !asset.encoded) return c.body(asset.bytes)
  c.header('Content-Encoding', encoding)
  return c.body(await asset.encoded(encoding))
}
