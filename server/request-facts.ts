import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The host name a request asks for, without its port. */
export function hostOf(c: Context): string {
  return new URL(c.req.url).hostname
}

/** The address a request comes from: the last one the trusted proxy wrote down, or that of the connection. */
export function addressOf(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || (getConnInfo(c).remote.address ?? 'unknown')
}

/** A request as the person sent it: with TLS ended at a trusted proxy, its address begins with https. */
export function asSent(request: Request, trustProxy: boolean): Request {
  if (!trustProxy || request.headers.get('x-forwarded-proto') !== 'https') return request
  const url = new URL(request.url)
  if (url.protocol === 'https:') return request
  url.protocol = 'https:'
  return new Request(url, request)
}

/** The path as it may be logged: what is not plainly a part of our own addresses is left out, as are queries. */
export function loggablePath(path: string): string {
  return path
    .slice(0, 200)
    .split('/')
    .map((part) => (/^[a-z][a-z0-9.-]{0,30}$/.test(part) && !/\d{3}/.test(part) ? part : part && ':'))
    .join('/')
}
