import type { BoardAsked } from '../../reads.ts'

export const BOARD = '/so-lieu'
export const BOARD_CSV = '/so-lieu.csv'
export const BOARD_JSON = '/so-lieu.json'
export const BOARD_SCHEMA = '/so-lieu/schema.json'

const KINDS = { 'don-vi': 'unit', 'linh-vuc': 'field', xa: 'place' } as const

/** What an address asks: whole months `tu` and `den`, and `rieng` one unit, field or commune, `don-vi:TP`. */
export function readBoard(query: URLSearchParams): BoardAsked {
  const [kind = '', ...key] = (query.get('rieng') ?? '').split(':')
  const known = Object.entries(KINDS).find(([name]) => name === kind)?.[1]
  return {
    from: query.get('tu') || undefined,
    to: query.get('den') || undefined,
    only: known && { kind: known, key: key.join(':') },
  }
}

/** How one unit, field or commune stands in an address. */
export function onlyValue({ kind, key }: NonNullable<BoardAsked['only']>): string {
  const [name = ''] = Object.entries(KINDS).find(([, value]) => value === kind) ?? []
  return `${name}:${key}`
}

export function boardAddress({ from, to, only }: BoardAsked, path: string = BOARD): string {
  const query = new URLSearchParams()
  if (from !== undefined) query.set('tu', from)
  if (to !== undefined) query.set('den', to)
  if (only !== undefined) query.set('rieng', onlyValue(only))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
