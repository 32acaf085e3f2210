import { TextArea, TextField } from '../parts/field.tsx'
import type { Words } from '../words/vi.ts'

interface ItemProps {
  readonly words: Words
  /** Name, value and fault of a field of the item. */
  readonly at: (name: 'wrong' | 'todo' | 'ground') => {
    readonly name: string
    readonly value: string | undefined
    readonly fault: string | undefined
  }
}

/** One thing that is missing or wrong: what, what to do about it, and by which rule. */
export function SupplementItemFields({ words, at }: ItemProps) {
  const said = words.desk.dossier
  return (
    <>
      <TextArea {...at('wrong')} label={said.supplementWrong} rows={2} />
      <TextArea {...at('todo')} label={said.supplementTodo} rows={2} />
      <TextField {...at('ground')} label={said.supplementGround} maxLength={300} />
    </>
  )
}
