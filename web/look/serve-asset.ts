import type { Context } from 'hono'
import type { Assets } from './assets.ts'

/** A file named by its content, kept by the browser for ever; compressed already where that helps. */
export function serveAsset(c: Context, assets: Assets): Response | undefined {
  const asset = assets.find(c.req.path)
  if (!asset) return undefined
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = (['br', 'gzip'] as const).find((one) => accepted.includes(one) && asset.encoded[one])
  c.header('Content-Type', asset.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  c.header('Vary', 'Accept-Encoding')
  c.header('X-Content-Type-Options', 'nosniff')
  if (encoding) c.header('Content-Encoding', encoding)
  return c.body((encoding && asset.encoded[encoding]) ?? asset.bytes)
}
