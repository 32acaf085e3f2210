import type { HandBackPacket } from '#shapes/field/packet.ts'
import type { ResultToBring } from '#shapes/field/provision.ts'
import type { PartMade } from '../packet-part.ts'
import type { HandedAt } from '../results/hand-out.ts'
import { HandOutScreen } from '../results/hand-out-screen.tsx'
import { ResultsList } from '../results/results-list.tsx'
import type { Written } from '../written/written.ts'
import type { Frame } from './frame.ts'
import { HomeLink } from './home-link.tsx'
import { useKept } from './kept.ts'
import { RESULTS } from './routes.ts'
import { sealWith } from './seal-with.ts'
import { useWritten, useWriting } from './writing.ts'

/** The results brought along, and the one of them that is being handed out. */
export function HandOutHere({ frame, code }: { frame: Frame; code: string }) {
  const { words, provision, go } = frame
  const done = useKept(() => frame.done(), code)
  const about = decodeURIComponent(code)
  const begun = useWritten(frame, { kind: 'hand-back', about, typed: { who: 'applicant' } })
  const handedOut = new Set((done ?? []).flatMap((one) => (one.kind === 'hand-back' ? (one.code ?? []) : [])))
  const result = provision.results.find((one) => one.code === about)
  if (done === null || begun === null) return null
  if (result && !handedOut.has(result.code))
    return <HandOut key={begun.id} frame={frame} result={result} begun={begun} />
  return (
    <section class="field-home">
      <HomeLink frame={frame} />
      <h1 tabIndex={-1}>{words.fieldIntake.results.title}</h1>
      <ResultsList
        words={words}
        results={provision.results}
        handedOut={handedOut}
        open={(which) => go(`${RESULTS}/${encodeURIComponent(which)}`)}
      />
    </section>
  )
}

function HandOut({ frame, result, begun }: { frame: Frame; result: ResultToBring; begun: Written }) {
  const { settled, ...writing } = useWriting(frame, begun, () => frame.go(RESULTS))
  const { person } = frame.provision.outing
  const at: HandedAt = person === null ? { way: 'counter' } : { way: 'home', slip: person.code }
  const finish = async (made: PartMade<HandBackPacket>) => {
    await settled()
    await sealWith(frame, { made, summary: { kind: 'hand-back', code: result.code } })
    frame.go(RESULTS)
  }
  return (
    <HandOutScreen
      {...writing}
      result={result}
      at={at}
      files={frame.filesOf(begun.id)}
      served={frame.served}
      finish={(made) => void finish(made)}
    />
  )
}
