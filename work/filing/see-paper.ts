import type { Moment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { infectedOf } from '#store/quarantine.ts'
import { seeUnfinished, type SeenUpload } from '../uploading/see-upload.ts'
import type { UploadPlace } from '../uploading/upload-place.ts'
import { personOf, standing, takePaper } from './hand-in-paper.ts'
import type { AtDraft } from './own-draft.ts'
import { type SeenDraft, seeDraft } from './see-draft.ts'

/** What is to be said of one paper of a draft besides its files. */
export interface SeenPaper {
  /** Begun and not sent to the end. */
  readonly unfinished: readonly SeenUpload[]
  /** When files came that were thrown out because of what they carried. */
  readonly infected: readonly Moment[]
}

/** One paper of a draft that was found to be the person's. */
export async function seePaper(
  { desk }: AtDraft,
  { draft }: SeenDraft,
  component: string,
): Promise<SeenPaper> {
  const infected = await infectedOf(desk.centre, draft.id)
  return {
    unfinished: await seeUnfinished(desk, { of: draft.id, component }),
    infected: infected.filter((one) => one.component === component).map(({ handedInAt }) => handedInAt),
  }
}

/** Where files for a page of a draft are uploaded to: one that asks for a paper, for whom the draft belongs to. */
export async function uploadPlaceOf(at: AtDraft, draft: string, step: string): Promise<Outcome<UploadPlace>> {
  const seen = await seeDraft(at, draft)
  if (isRefusal(seen)) return seen
  const asked = seen.steps.find(({ key }) => key === step)
  if (asked?.kind !== 'paper') return refuse('no-such-component', { component: step })
  return {
    of: seen.draft.id,
    person: personOf(seen.draft),
    component: asked.component,
    before: () => standing(at, seen.draft),
    take: (file) => takePaper(at.desk, seen.draft, file),
  }
}
