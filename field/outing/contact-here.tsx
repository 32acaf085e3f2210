import { useMemo } from 'preact/hooks'
import type { ContactPacket } from '#shapes/field/packet.ts'
import { memoryFiles } from '../memory-files.ts'
import type { PartMade } from '../packet-part.ts'
import { ContactScreen } from '../visit/contact-screen.tsx'
import type { Frame } from './frame.ts'
import { sealWith } from './seal-with.ts'

/** What came of going to the home of this outing. */
export function ContactHere({ frame }: { frame: Frame }) {
  const files = useMemo(memoryFiles, [])
  const id = useMemo(() => frame.newId(), [])
  const { person } = frame.provision.outing
  if (person === null) return null
  const finish = async (made: PartMade<ContactPacket>) => {
    await sealWith(frame, { made, files, summary: { kind: 'contact', code: null } })
    frame.go('')
  }
  return (
    <ContactScreen
      words={frame.words}
      person={person}
      files={files}
      looker={frame.served.looker}
      id={id}
      finish={(made) => void finish(made)}
      cancel={() => frame.go('')}
    />
  )
}
