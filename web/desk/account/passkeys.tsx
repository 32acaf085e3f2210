import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { PasskeyButton } from '../../parts/passkey-button.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { SeenPasskey } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'

interface PasskeyListProps {
  readonly words: Words
  readonly passkeys: readonly SeenPasskey[]
  /** Where the browser asks what a device needs to make one. */
  readonly ask: string
  readonly refused: string | undefined
}

/** The keys of the person's devices, and how to add one. */
export function PasskeyList({ words, passkeys, ask, refused }: PasskeyListProps) {
  const said = words.desk.account
  const { moment } = words.format
  return (
    <>
      {passkeys.length === 0 && <p>{said.passkeysNone}</p>}
      <ul class="sessions">
        {passkeys.map(({ id, name, since, usedAt }) => (
          <li key={id}>
            <span>{said.passkey(name, moment(since), usedAt === null ? null : moment(usedAt))}</span>
            <form method="post">
              <input type="hidden" name="passkey" value={id} />
              <Button kind="secondary" name="lam" value="passkey-remove">
                {said.passkeyRemove}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <PostForm words={words} class="stacked narrow-form" refused={refused}>
        <TextField name="passkeyName" label={said.passkeyName} maxLength={60} autocomplete="off" />
        <PasskeyButton
          does="register"
          ask={ask}
          label={said.passkeyAdd}
          failed={said.passkeyFailed}
          sends={{ name: 'lam', value: 'passkey-add' }}
        />
      </PostForm>
    </>
  )
}
