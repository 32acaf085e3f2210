import type { Post } from './may.ts'

/** Somebody work can be given to, and how many dossiers lie with the person already. */
export interface Taker {
  readonly id: string
  readonly posts: readonly Post[]
  readonly load: number
}

/**
 * Spreads work evenly: one dossier after another goes to whoever of its post has the least, of equals to the first
 * named. Null where nobody stands in the post.
 */
export function spread<Given extends { readonly post: Post }>(
  work: readonly Given[],
  takers: readonly Taker[],
): readonly { readonly given: Given; readonly to: string | null }[] {
  const loads = new Map(takers.map(({ id, load }) => [id, load]))
  const loadOf = ({ id }: Taker) => loads.get(id) ?? 0
  return work.map((given) => {
    const fitting = takers.filter(({ posts }) => posts.includes(given.post))
    const [first, ...others] = fitting
    if (!first) return { given, to: null }
    const least = others.reduce((best, one) => (loadOf(one) < loadOf(best) ? one : best), first)
    loads.set(least.id, loadOf(least) + 1)
    return { given, to: least.id }
  })
}
