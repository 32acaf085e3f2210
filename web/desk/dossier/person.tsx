import type { NamedDoer } from '#work/reading/told-history.ts'
import type { Words } from '../../words/vi.ts'

/** Who did it: name, for whom as a substitute, in which post of which unit. */
export function Person({ words, by }: { words: Words; by: NamedDoer }) {
  const said = words.desk.dossier
  if (by.name === '' && by.post !== 'cashier') return <strong>{words.own.desk.bySelf}</strong>
  return (
    <>
      <strong lang="vi">{by.name === '' ? words.desk.reconciling.automatic : by.name}</strong>
      {by.insteadOf !== null && (
        <>
          {' '}
          ({said.insteadOf} <span lang="vi">{by.insteadOf}</span>)
        </>
      )}
      , {words.posts[by.post]}, <span lang="vi">{by.unitName}</span>
    </>
  )
}
