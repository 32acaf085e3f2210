import type { ContactPacket } from '#shapes/field/packet.ts'
import type { PersonToVisit } from '#shapes/field/provision.ts'
import type { PartMade } from '../packet-part.ts'
import { ContactScreen } from '../visit/contact-screen.tsx'
import type { Written } from '../written/written.ts'
import type { Frame } from './frame.ts'
import { sealWith } from './seal-with.ts'
import { useWritten, useWriting } from './writing.ts'

/** What came of going to the home of this outing. */
export function ContactHere({ frame }: { frame: Frame }) {
  const { person } = frame.provision.outing
  const begun = useWritten(frame, { kind: 'contact', about: person?.id ?? '', typed: {} })
  return person && begun && <Contact frame={frame} person={person} begun={begun} />
}

function Contact({ frame, person, begun }: { frame: Frame; person: PersonToVisit; begun: Written }) {
  const { settled, ...writing } = useWriting(frame, begun, () => frame.go(''))
  const finish = async (made: PartMade<ContactPacket>) => {
    await settled()
    await sealWith(frame, { made, summary: { kind: 'contact', code: null } })
    frame.go('')
  }
  return (
    <ContactScreen
      {...writing}
      person={person}
      files={frame.filesOf(begun.id)}
      looker={frame.served.looker}
      finish={(made) => void finish(made)}
    />
  )
}
