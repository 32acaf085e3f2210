import { canonical } from '#domain/dossier/trail.ts'

/** Whether two values say the same, whatever order their fields are in. */
function isSame(before: unknown, after: unknown): boolean {
  return canonical(before) === canonical(after)
}

/**
 * Where two values differ, as paths a person can follow: `cases.one-page.fee.any.dong`. Lists of keyed things are
 * followed by key, other values are named whole.
 */
export function differences(before: unknown, after: unknown, path = ''): string[] {
  if (isSame(before, after)) return []
  const [from, to] = [treeOf(before), treeOf(after)]
  if (!from || !to) return [path]
  const names = new Set([...Object.keys(from), ...Object.keys(to)])
  return [...names].flatMap((name) =>
    differences(from[name], to[name], path === '' ? name : `${path}.${name}`),
  )
}

interface Tree {
  readonly [name: string]: unknown
}

/** A thing by the names of its fields, or a list by the keys of its members; undefined for anything else. */
function treeOf(value: unknown): Tree | undefined {
  if (!Array.isArray(value)) return isThing(value) ? value : undefined
  if (!value.every((one) => isThing(one) && typeof one['key'] === 'string')) return undefined
  // The order of steps and papers means something, so it is compared too.
  const order = value.map(({ key }) => String(key)).join(' ')
  return { ...Object.fromEntries(value.map((one) => [String(one.key), one])), order }
}

function isThing(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
