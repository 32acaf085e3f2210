import { Button } from '../../parts/button.tsx'
import { faultAt, TextField } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import type { Answered } from './answered.ts'

/** A new password has at least so many characters. */
export const SHORTEST_PASSWORD = 10

/** The old password, and the new one twice. */
export function PasswordForm({ words, answered }: { words: Words; answered: Answered }) {
  const said = words.desk.account
  const faults = (answered.faults ?? []).filter((one) => ['old', 'fresh', 'again'].includes(one.field))
  const field = (name: 'old' | 'fresh' | 'again', autocomplete: string) => (
    <TextField
      name={name}
      label={said[name]}
      type="password"
      autocomplete={autocomplete}
      maxLength={1000}
      fault={faultAt(faults, name)}
      {...(name === 'fresh' && { hint: said.freshHint(SHORTEST_PASSWORD) })}
    />
  )
  return (
    <PostForm words={words} class="stacked narrow-form" faults={faults}>
      {field('old', 'current-password')}
      {field('fresh', 'new-password')}
      {field('again', 'new-password')}
      <Button kind="secondary" name="lam" value="password">
        {said.change}
      </Button>
    </PostForm>
  )
}
