import { typedText } from '#domain/procedure/read-answer.ts'
import type { ContactPacket } from '#shapes/field/packet.ts'
import type { PersonToVisit } from '#shapes/field/provision.ts'
import { RadioGroup, TextArea } from '#web/parts/field.tsx'
import { Agreement } from '../intake/agreement.tsx'
import type { DraftFiles } from '../intake/step-props.ts'
import type { PartMade } from '../packet-part.ts'
import { type WrittenProps, WrittenScreen } from '../written/written-screen.tsx'
import { contactLacks, contactPacket, MET } from './visit-contact.ts'

interface ContactScreenProps extends WrittenProps {
  readonly person: PersonToVisit
  readonly files: DraftFiles
  readonly looker: string
  finish(made: PartMade<ContactPacket>): void
}

/** Whether the person was met, agreed how and before whom; each time somebody went there is written down. */
export function ContactScreen({ person, files, looker, finish, ...written }: ContactScreenProps) {
  const { words, draft, change } = written
  const said = words.fieldIntake.visit
  const at = (box: string) => typedText(draft.typed, box)
  return (
    <WrittenScreen
      {...written}
      title={said.contactTitle}
      subject={<strong>{person.name}</strong>}
      act={said.finish}
      lacking={() => contactLacks(draft).map(({ box, code }) => ({ field: box, text: said.lacks[code] }))}
      finish={() => finish(contactPacket(draft, person))}
    >
      {(faults) => (
        <>
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
                sign={(signed) => change((now) => ({ ...now, signed }))}
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
        </>
      )}
    </WrittenScreen>
  )
}
