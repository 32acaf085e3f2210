import { readFileSync } from 'node:fs'
import type { PostCarrier } from '#domain/post/carrier.ts'
import { STATUS_CODES } from '#partners/post/status-codes.ts'
import { vnpost } from '#partners/post/vnpost.ts'
import { fault } from '../faults.ts'
import type { CentrePost } from './post-settings.ts'

/** The post of a centre with its secrets. One that cannot be read ends the start. */
export function openPost({
  tokenFile,
  noticeSecretFile,
  url,
  customerCode,
  codes,
  file,
}: CentrePost): PostCarrier {
  secretIn(tokenFile)
  return vnpost({
    url: url.replace(/\/+$/, ''),
    customerCode,
    token: () => secretIn(tokenFile),
    noticeSecret: noticeSecretFile === undefined ? null : secretIn(noticeSecretFile),
    file,
    codes: (codes ?? STATUS_CODES).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  })
}

function secretIn(path: string): string {
  try {
    const secret = readFileSync(path, 'utf8').trim()
    if (secret !== '') return secret
  } catch (error) {
    throw fault('post-wrong', { path, reason: error instanceof Error ? error.message : '' }, error)
  }
  throw fault('post-wrong', { path, reason: 'tệp khoá rỗng' })
}
