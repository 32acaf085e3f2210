import { seal } from './chance.ts'

/**
 * The id of one command among several that were sent with one id: the same for the same parts, so that a form sent twice
 * has one effect, and a UUIDv7 of the same moment as the one it stems from.
 */
export function derivedId(id: string, ...parts: readonly (string | number)[]): string {
  const digest = seal(JSON.stringify([id, ...parts]))
  const variant = '89ab'[Number.parseInt(digest.slice(3, 4), 16) % 4]
  return `${id.slice(0, 14)}7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`
}
