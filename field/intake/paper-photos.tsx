import { useState } from 'preact/hooks'
import type { PageFault } from '#domain/digitising/page-quality.ts'
import { seenOutside } from '#domain/digitising/media-type.ts'
import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import { lookedAt } from '#web/islands/look-at-page.ts'
import { Notice } from '#web/parts/notice.tsx'
import { ActButton } from './act-button.tsx'
import type { Photo } from './intake-draft.ts'
import { keptFile } from './kept-file.ts'
import { KeptPicture } from './kept-picture.tsx'
import type { StepProps } from './step-props.ts'

interface PhotosProps extends StepProps {
  /** The paper they show; null where it is none of the case. */
  readonly component: string | null
  readonly name: string
}

type Looking =
  | { readonly state: 'idle' | 'looking' | 'tooLarge' | 'tooMany' | 'notPicture' }
  | { readonly state: 'hard'; readonly jpeg: Blob; readonly faults: readonly PageFault[] }

const IDLE: Looking = { state: 'idle' }

/** Pictures of one paper: looked at as on the portal, straightened and made small, and kept only here. */
export function PaperPhotos({ component, name, ...props }: PhotosProps) {
  const { words, draft, files, served, change } = props
  const said = words.fieldIntake.papers
  const [looking, become] = useState(IDLE)
  const own = draft.photos.filter((one) => one.component === component)
  const keep = async (blob: Blob) => {
    const { file, bytes } = await keptFile(blob, 'anh.jpg')
    await files.keep(file.id, bytes)
    change((now) => ({ ...now, photos: [...now.photos, { ...file, component }] }))
    become(IDLE)
  }
  const take = async (input: HTMLInputElement) => {
    const [picture] = input.files ?? []
    input.value = ''
    if (!picture) return
    if (draft.photos.length >= UPLOAD_LIMITS.files) return become({ state: 'tooMany' })
    become({ state: 'looking' })
    const seen = await seenPicture(picture, served.looker)
    if (seen.state !== 'page') return become(seen)
    if (seen.faults.length > 0) return become({ state: 'hard', jpeg: seen.jpeg, faults: seen.faults })
    await keep(seen.jpeg)
  }
  const drop = async (photo: Photo) => {
    change((now) => ({ ...now, photos: now.photos.filter(({ id }) => id !== photo.id) }))
    await files.drop(photo.id)
  }
  return (
    <div class="paper-photos">
      {own.length > 0 && (
        <ul>
          {own.map((photo, place) => (
            <li key={photo.id}>
              <KeptPicture files={files} file={photo} alt={said.taken(place + 1, name)} />
              <ActButton kind="tertiary" label={said.removeOf(place + 1, name)} act={() => void drop(photo)}>
                {said.remove}
              </ActButton>
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {looking.state === 'looking' && <p class="hint">{said.looking}</p>}
        {(looking.state === 'tooLarge' || looking.state === 'notPicture') && (
          <p class="fault">{said[looking.state]}</p>
        )}
        {looking.state === 'tooMany' && <p class="fault">{said.tooMany(UPLOAD_LIMITS.files)}</p>}
        {looking.state === 'hard' && (
          <Notice kind="warning">
            {looking.faults.map((fault) => (
              <p key={fault}>{words.handingIn.pageFaults[fault]}</p>
            ))}
            <ActButton act={() => void keep(looking.jpeg)}>{said.keep}</ActButton>
          </Notice>
        )}
      </div>
      <label class="ds-button" data-variant={looking.state === 'hard' ? 'primary' : 'secondary'}>
        {looking.state === 'hard' ? said.again : component === null ? said.photoOther : said.photo}
        <input
          class="ds-sr-only"
          type="file"
          accept="image/*"
          capture="environment"
          aria-label={component === null ? said.photoOther : said.photoOf(name)}
          onChange={({ currentTarget }) => void take(currentTarget)}
        />
      </label>
    </div>
  )
}

/** A picture larger than this is not opened: no camera makes it. */
const MOST_PICTURE_BYTES = 3 * UPLOAD_LIMITS.bytes

async function seenPicture(picture: File, looker: string) {
  const bytes = new Uint8Array(await picture.arrayBuffer())
  const outside = seenOutside(bytes, MOST_PICTURE_BYTES)
  if (outside.fault === 'too-large') return { state: 'tooLarge' } as const
  if (outside.fault !== null) return { state: 'notPicture' } as const
  const looked = await lookedAt(looker, picture)
  if (looked.kind === 'page') return { state: 'page', jpeg: looked.jpeg, faults: looked.faults } as const
  return { state: 'notPicture' } as const
}
