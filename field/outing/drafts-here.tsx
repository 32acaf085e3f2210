import { useState } from 'preact/hooks'
import { DraftsList, type LeftOver } from '../intake/drafts-list.tsx'
import { type IntakeDraft, typedAt } from '../intake/intake-draft.ts'
import { isWritten, type Written } from '../written/written.ts'
import type { Frame } from './frame.ts'
import { HomeLink } from './home-link.tsx'
import { useKept } from './kept.ts'
import { CONTACT, INTAKE, RESULTS } from './routes.ts'
import { nameIn } from './taking-of.ts'

/** What was begun on this outing and left. */
export function DraftsHere({ frame }: { frame: Frame }) {
  const { words, drafts, go } = frame
  const [dropped, count] = useState(0)
  const kept = useKept(() => leftOvers(frame), dropped)
  const drop = async (id: string) => {
    await drafts.drop(id)
    count((now) => now + 1)
  }
  return (
    <section class="field-home">
      <HomeLink frame={frame} />
      <h1 tabIndex={-1}>{words.fieldIntake.drafts.title}</h1>
      <DraftsList words={words} drafts={kept ?? []} open={go} drop={(id) => void drop(id)} />
    </section>
  )
}

/** All that was begun and left, the oldest first: whoever waits longest is gone on with first. */
async function leftOvers(frame: Frame): Promise<readonly LeftOver[]> {
  const all = await frame.drafts.list()
  return all
    .map((one) => (isWritten(one) ? writtenDown(frame, one) : takenIn(frame, one)))
    .toSorted((one, other) => one.begunAt.localeCompare(other.begunAt))
}

function takenIn({ words, provision }: Frame, draft: IntakeDraft): LeftOver {
  const { id, begunAt, step } = draft
  const procedure = typedAt(draft, 'procedure')
  return {
    id,
    begunAt,
    name: typedAt(draft, 'applicant.name'),
    procedure: procedure === '' ? null : nameIn(provision)(procedure),
    where: words.fieldIntake.steps[step],
    route: `${INTAKE}/${id}`,
  }
}

function writtenDown({ words, provision }: Frame, { id, begunAt, kind, about }: Written): LeftOver {
  const { results, visit } = words.fieldIntake
  if (kind === 'contact') {
    const name = provision.outing.person?.name ?? ''
    return { id, begunAt, name, procedure: null, where: visit.contactTitle, route: CONTACT }
  }
  const result = provision.results.find(({ code }) => code === about)
  return {
    id,
    begunAt,
    name: result?.ownerName ?? about,
    procedure: result?.procedureName ?? null,
    where: results.handOutTitle,
    route: `${RESULTS}/${encodeURIComponent(about)}`,
  }
}
