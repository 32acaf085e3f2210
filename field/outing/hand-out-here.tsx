import { useMemo, useState } from 'preact/hooks'
import type { HandBackPacket } from '#shapes/field/packet.ts'
import { memoryFiles } from '../memory-files.ts'
import type { PartMade } from '../packet-part.ts'
import type { HandedAt } from '../results/hand-out.ts'
import { HandOutScreen } from '../results/hand-out-screen.tsx'
import { ResultsList } from '../results/results-list.tsx'
import type { Frame } from './frame.ts'
import { HomeLink } from './home-link.tsx'
import { useKept } from './kept.ts'
import { RESULTS } from './routes.ts'
import { sealWith } from './seal-with.ts'

/** The results brought along, and the one of them that is being handed out. */
export function HandOutHere({ frame, code }: { frame: Frame; code: string }) {
  const { words, provision, served, go } = frame
  const [count, again] = useState(0)
  const files = useMemo(memoryFiles, [code])
  const id = useMemo(() => frame.newId(), [code])
  const done = useKept(() => frame.done(), count)
  const handedOut = new Set((done ?? []).flatMap((one) => (one.kind === 'hand-back' ? (one.code ?? []) : [])))
  const result = provision.results.find((one) => one.code === decodeURIComponent(code))
  const { person } = provision.outing
  const at: HandedAt = person === null ? { way: 'counter' } : { way: 'home', slip: person.code }
  const finish = async (made: PartMade<HandBackPacket>) => {
    const summary = { kind: 'hand-back', code: result?.code ?? null } as const
    await sealWith(frame, { made, files, summary })
    again((now) => now + 1)
    go(RESULTS)
  }
  if (result && !handedOut.has(result.code))
    return (
      <HandOutScreen
        words={words}
        result={result}
        at={at}
        files={files}
        served={served}
        id={id}
        finish={(made) => void finish(made)}
        cancel={() => go(RESULTS)}
      />
    )
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
