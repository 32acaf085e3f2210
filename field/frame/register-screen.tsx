import { useState } from 'preact/hooks'
import { TextField } from '#web/parts/field.tsx'
import { Notice } from '#web/parts/notice.tsx'
import type { Words } from '#web/words/vi.ts'
import type { Store } from '../keep/store.ts'
import { Form } from './form.tsx'
import { registerDevice } from './register-device.ts'

interface RegisterScreenProps {
  readonly words: Words
  readonly store: Store
  done(): void
}

/** A device nobody knows yet asks in with the code its owner was shown at the desk. */
export function RegisterScreen({ words, store, done }: RegisterScreenProps) {
  const said = words.fieldFrame.register
  const [typed, put] = useState({ code: '', name: '' })
  const [fault, tell] = useState<{ readonly at: 'code' | 'name' | null; readonly text: string } | null>(null)
  const [isBusy, busy] = useState(false)
  const send = async () => {
    const given = { code: typed.code.trim(), name: typed.name.trim() }
    if (given.code === '') return tell({ at: 'code', text: said.codeNeeded })
    if (given.name === '') return tell({ at: 'name', text: said.nameNeeded })
    busy(true)
    const asked = await registerDevice(store, given.code, given.name)
    busy(false)
    if (asked.is === 'answered') return done()
    tell({ at: null, text: asked.is === 'refused' ? asked.text : words.fieldFrame.noLine })
  }
  const faultAt = (at: 'code' | 'name') => (fault?.at === at ? fault.text : undefined)
  return (
    <Form
      title={said.title}
      act={isBusy ? said.acting : said.act}
      isBusy={isBusy}
      type={(now) => put({ ...typed, ...now })}
      send={send}
    >
      <p>{said.lead}</p>
      {fault?.at === null && (
        <Notice kind="danger" role="alert">
          <p>{fault.text}</p>
        </Notice>
      )}
      <TextField
        name="code"
        label={said.code}
        hint={said.codeHint}
        value={typed.code}
        fault={faultAt('code')}
        maxLength={40}
        isCode
      />
      <TextField
        name="name"
        label={said.name}
        hint={said.nameHint}
        value={typed.name}
        fault={faultAt('name')}
        maxLength={80}
      />
    </Form>
  )
}
