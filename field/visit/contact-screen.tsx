import { useState } from 'preact/hooks'
import { typedText } from '#domain/procedure/read-answer.ts'
import type { ContactPacket } from '#shapes/field/packet.ts'
import type { PersonToVisit } from '#shapes/field/provision.ts'
import { type Fault, RadioGroup, TextArea } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'
import { Agreement } from '../intake/agreement.tsx'
import { LacksSaid, stillAmong } from '../intake/lacks-said.tsx'
import { typedBoxes } from '../intake/typed-boxes.ts'
import type { DraftFiles } from '../intake/step-props.ts'
import type { PartMade } from '../packet-part.ts'
import { contactLacks, contactPacket, MET, type VisitContact } from './visit-contact.ts'

interface ContactScreenProps {
  readonly words: Words
  readonly person: PersonToVisit
  readonly files: DraftFiles
  readonly looker: string
  /** Of the packet it becomes. */
  readonly id: string
  finish(made: PartMade<ContactPacket>): void
  cancel(): void
}

/** Whether the person was met, agreed how and before whom; each time somebody went there is written down. */
export function ContactScreen({ words, person, files, looker, id, finish, cancel }: ContactScreenProps) {
  const said = words.fieldIntake.visit
  const [draft, put] = useState<VisitContact>({ id, typed: {}, signed: null })
  const [asked, show] = useState<readonly Fault[]>([])
  const at = (box: string) => typedText(draft.typed, box)
  const lacking = () => contactLacks(draft).map(({ box, code }) => ({ field: box, text: said.lacks[code] }))
  const faults = stillAmong(asked, lacking)
  const onward = () => {
    show(lacking())
    if (lacking().length === 0) finish(contactPacket(draft, person))
  }
  return (
    <form
      class="field-intake"
      noValidate
      onInput={({ currentTarget }) =>
        put((now) => ({ ...now, typed: { ...now.typed, ...typedBoxes(currentTarget) } }))
      }
      onSubmit={(event) => {
        event.preventDefault()
        onward()
      }}
    >
      <h1 tabIndex={-1}>{said.contactTitle}</h1>
      <p lang="vi">
        <strong>{person.name}</strong>
      </p>
      <LacksSaid words={words} faults={faults} asked={asked} />
      <RadioGroup
        name="met"
        legend={said.met}
        value={at('met')}
        choices={MET.map((value) => ({ value, label: said.mets[value] }))}
      />
      {at('met') === 'visited' && (
        <>
          <p class="hint">{said.consent}</p>
          <Agreement
            words={words}
            files={files}
            looker={looker}
            faults={faults}
            how={at('sign.how')}
            witness={at('witness')}
            signed={draft.signed}
            sign={(signed) => put((now) => ({ ...now, signed }))}
          />
        </>
      )}
      <TextArea
        name="note"
        label={words.outreach.home.desk.note}
        hint={said.noteHint}
        value={at('note')}
        maxLength={500}
      />
      <nav class="field-onward" aria-label={said.finish}>
        <ActButton act={cancel}>{words.fieldIntake.back}</ActButton>
        <button class="ds-button" type="submit">
          {said.finish}
        </button>
      </nav>
    </form>
  )
}
