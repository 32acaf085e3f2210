import { renderSVG } from 'uqr'
import { Button } from '../../parts/button.tsx'
import { faultAt, TextField } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { SeenSecondFactor } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'
import type { Answered } from './answered.ts'

/** The recovery codes, shown this once. */
export function Recovery({ words, codes }: { words: Words; codes: readonly string[] }) {
  const said = words.desk.account
  return (
    <Notice kind="success" role="status" title={said.recoveryTitle}>
      <p>{said.recoveryLead}</p>
      <ul class="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

interface SecondFactorProps {
  readonly words: Words
  readonly factor: SeenSecondFactor
  readonly answered: Answered
}

/** Switched off, waiting for its first code, or on. */
export function SecondFactor({ words, factor, answered }: SecondFactorProps) {
  const said = words.desk.account
  const { faults = [] } = answered
  const own = faults.filter((one) => one.field === 'mine' || one.field === 'code')
  if (factor.kind === 'waiting')
    return (
      <PostForm words={words} class="stacked narrow-form" faults={own}>
        <p>{said.scan}</p>
        <img
          class="qr"
          src={`data:image/svg+xml,${encodeURIComponent(renderSVG(factor.secret.url, { border: 2 }))}`}
          alt={said.qr}
          width="180"
          height="180"
        />
        <p>
          {said.byHand} <code class="secret">{factor.secret.text.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <TextField
          name="code"
          label={said.code}
          hint={said.codeHint}
          autocomplete="one-time-code"
          inputmode="numeric"
          maxLength={10}
          fault={faultAt(faults, 'code')}
        />
        <Button name="lam" value="confirm">
          {said.confirm}
        </Button>
      </PostForm>
    )
  const isOn = factor.kind === 'on'
  return (
    <PostForm words={words} class="stacked narrow-form" faults={own}>
      <p>{isOn ? said.secondOn(factor.recoveryLeft) : said.secondOff}</p>
      <TextField
        name="mine"
        label={said.password}
        type="password"
        autocomplete="current-password"
        maxLength={1000}
        fault={faultAt(faults, 'mine')}
      />
      <Button kind="secondary" name="lam" value={isOn ? 'remove' : 'begin'} {...(isOn && { isDanger: true })}>
        {isOn ? said.secondRemove : said.secondBegin}
      </Button>
    </PostForm>
  )
}
