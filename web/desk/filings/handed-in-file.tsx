import type { ComponentChildren } from 'preact'
import type { FileState } from '#domain/filing/handed-in.ts'
import type { Words } from '../../words/vi.ts'

interface HandedInFileProps {
  readonly words: Words
  readonly name: string
  readonly state: FileState | undefined
  /** How it is opened. */
  readonly children: ComponentChildren
}

/** A file a citizen handed in: it can be opened once it was checked, and says why while it cannot. */
export function HandedInFile({ words, name, state, children }: HandedInFileProps) {
  const said = words.handingIn
  if (state !== 'waiting' && state !== 'infected') return <>{children}</>
  return (
    <>
      {name} <strong>({state === 'waiting' ? said.notChecked : said.thrownOut})</strong>
    </>
  )
}
