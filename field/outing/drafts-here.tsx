import { useState } from 'preact/hooks'
import { DraftsList } from '../intake/drafts-list.tsx'
import type { Frame } from './frame.ts'
import { HomeLink } from './home-link.tsx'
import { useKept } from './kept.ts'
import { INTAKE } from './routes.ts'
import { nameIn } from './taking-of.ts'

export function DraftsHere({ frame }: { frame: Frame }) {
  const { words, provision, drafts, go } = frame
  const [dropped, count] = useState(0)
  const kept = useKept(() => drafts.list(), dropped)
  const drop = async (id: string) => {
    await drafts.drop(id)
    count((now) => now + 1)
  }
  return (
    <section class="field-home">
      <HomeLink frame={frame} />
      <h1 tabIndex={-1}>{words.fieldIntake.drafts.title}</h1>
      <DraftsList
        words={words}
        drafts={kept ?? []}
        nameOf={nameIn(provision)}
        open={(id) => go(`${INTAKE}/${id}`)}
        drop={(id) => void drop(id)}
      />
    </section>
  )
}
