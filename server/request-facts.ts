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

/** As others read addresses: an IPv4 address is not written as an IPv6 one. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** A request as the person sent it: with TLS ended at a trusted proxy, its address begins with https. */
export function asSent(request: Request, trustProxy: boolean): Request {
  if (!trustProxy || request.headers.get('x-forwarded-proto') !== 'https') return request
  const url = new URL(request.url)
  if (url.protocol === 'https:') return request
  url.protocol = 'https:'
  return new Request(url, request)
}

/**
 * The path as it may be logged: without its query, without codes; and nothing at all of an address we do not have,
 * which can be anything somebody typed.
 */
export function loggablePath(path: string, status: number): string {
  if (status === 404) return ':'
  const isOurs = (part: string) =>
    part === '' || (/^[a-z][a-z0-9.-]{0,60}$/.test(part) && !/\d{3}/.test(part))
  return path
    .slice(0, 200)
    .split('/')
    .map((part) => (isOurs(part) ? part : ':'))
    .join('/')
}
