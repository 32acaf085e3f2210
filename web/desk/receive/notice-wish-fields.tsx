import { CheckBox, type Fault, faultAt, TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'

interface Props {
  readonly words: Words
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

/** How the applicant wants to be told what becomes of the dossier: by telephone, unless a mailbox is named. */
export function NoticeWishFields({ words: { notices: said }, typed, faults }: Props) {
  return (
    <>
      <TextField
        name="notices.email"
        label={said.wishMailbox}
        hint={said.wishMailboxHint}
        value={first(typed, 'notices.email')}
        fault={faultAt(faults, 'notices.email') ?? faultAt(faults, 'notices.way')}
        autocomplete="off"
      />
      <CheckBox
        name="notices.way"
        value="none"
        label={said.wishNone}
        checked={first(typed, 'notices.way') === 'none'}
      />
    </>
  )
}
