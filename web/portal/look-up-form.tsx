import { TextField } from '../parts/field.tsx'
import type { Words } from '../words/vi.ts'

export interface LookUpTyped {
  readonly code: string
  readonly key: string
}

interface LookUpFieldsProps {
  readonly words: Words
  readonly typed?: LookUpTyped
  readonly faults?: { readonly code?: string; readonly key?: string }
  /** On the home page there is no room for hints. */
  readonly isShort?: boolean
}

/** Code and key as they stand on the receipt, and the button. */
export function LookUpFields({ words: { lookUp }, typed, faults, isShort }: LookUpFieldsProps) {
  return (
    <>
      <TextField
        name="ma"
        label={lookUp.code}
        {...(!isShort && { hint: lookUp.codeHint })}
        value={typed?.code ?? ''}
        fault={faults?.code}
        isCode
      />
      <TextField
        name="khoa"
        label={lookUp.key}
        {...(!isShort && { hint: lookUp.keyHint })}
        value={typed?.key ?? ''}
        fault={faults?.key}
        isCode
      />
      <button class="ds-button" {...(isShort && { 'data-variant': 'secondary' })}>
        {lookUp.submit}
      </button>
    </>
  )
}
