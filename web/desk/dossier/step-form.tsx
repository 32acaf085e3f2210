import type { ComponentChildren } from 'preact'
import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { Button } from '../../parts/button.tsx'
import { TextArea } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, newCommandId } from '../form.ts'
import { dossierAddress } from './address.ts'
import type { Answered } from './answered.ts'
import { fieldOf, type PageCommand, VERBS } from './verbs.ts'

export interface StepFormProps {
  readonly words: Words
  readonly seen: SeenDossier
  readonly command: PageCommand
  readonly answered: Answered | undefined
}

interface FrameProps extends StepFormProps {
  /** Left out where the button says it all. */
  readonly title?: ComponentChildren
  readonly kind?: 'primary' | 'secondary'
  /** Sent by its key: the main form of the page, and every form with words, as the key would else send another. */
  readonly hasKey?: boolean
  readonly children?: ComponentChildren
}

/** A command as a form: what it needs to be given, and the version and step it is meant for. */
export function StepForm(props: FrameProps) {
  const { words, seen, command, title, kind = 'primary', hasKey, children } = props
  const own = ownAnswer(props)
  return (
    <PostForm
      words={words}
      action={`${dossierAddress(seen.code)}/${VERBS[command].at}`}
      draft={`ho-so ${seen.code} ${seen.step.key} ${VERBS[command].at}`}
      class={title === undefined ? 'dossier-plain' : 'dossier-step stacked'}
      faults={own?.faults}
      refused={own?.refused}
    >
      {title !== undefined && <h3>{title}</h3>}
      <input type="hidden" name="id" value={newCommandId()} />
      <input type="hidden" name="version" value={seen.version} />
      <input type="hidden" name="step" value={seen.step.key} />
      {children}
      <Button kind={kind} {...(hasKey && { keys: 'Alt+Enter' })}>
        {words.desk.dossier.send[command]}
      </Button>
    </PostForm>
  )
}

function ownAnswer({ answered, command }: StepFormProps): Answered | undefined {
  return answered?.form === command ? answered : undefined
}

/** A field of a command's form: its name on this page, what was typed into it and what is wrong with it. */
export function fieldFor(props: StepFormProps, field: string) {
  const name = fieldOf(props.command, field)
  const own = ownAnswer(props)
  return {
    name,
    value: own && first(own.typed, name),
    fault: own?.faults?.find((one) => one.field === name)?.text,
  }
}

/** Something to say to whoever goes on with it. */
export function NoteField(props: StepFormProps) {
  const said = props.words.desk.dossier
  return <TextArea {...fieldFor(props, 'note')} label={said.note} hint={said.noteHint} rows={2} />
}
