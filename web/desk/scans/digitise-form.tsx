import { RESULT_COMPONENT } from '#domain/digitising/copy-status.ts'
import { MOST_SCAN_BYTES, MOST_UPLOAD_BYTES } from '#work/scanning/readable-files.ts'
import type { SeenScans } from '#work/scanning/see-scans.ts'
import { Button } from '../../parts/button.tsx'
import { faultAt, SelectField, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { newCommandId } from '../form.ts'
import { digitiseAddress, heldAddress } from './addresses.ts'
import type { ScansAnswered } from './scans.tsx'

interface Props {
  readonly words: Words
  readonly code: string
  readonly seen: SeenScans
  readonly answered?: ScansAnswered | undefined
}

const MB = 1024 * 1024
const TAKEN = 'application/pdf,image/jpeg,image/png'

/** Pages photographed or chosen become one copy; script lets them be put in order, turned and removed first. */
export function DigitiseForm({ words, code, seen, answered }: Props) {
  const said = words.desk.digitising
  const own = answered?.form === 'digitise' ? answered : undefined
  const fault = faultAt(own?.faults ?? [], 'digitise-files')
  const waiting = seen.papers.find(({ status, isScanned }) => status === 0 && !isScanned)
  return (
    <details class="ds-details" open={own !== undefined}>
      <summary>{said.digitise}</summary>
      <p class="hint">{said.lead}</p>
      <p>
        <Link href={heldAddress(code)}>{said.lookFirst}</Link>
      </p>
      <PostForm
        words={words}
        action={digitiseAddress(code)}
        enctype="multipart/form-data"
        class="stacked"
        faults={own?.faults}
        refused={own?.refused}
      >
        <input type="hidden" name="id" value={newCommandId()} />
        <SelectField
          name="digitise-component"
          label={said.of}
          value={own?.component ?? waiting?.key ?? ''}
          choices={[
            ...seen.papers.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' as const })),
            { value: RESULT_COMPONENT, label: said.result },
          ]}
        />
        <mc-pages
          data-page={said.pageOf('{at}')}
          data-earlier={said.earlier}
          data-later={said.later}
          data-turn={said.turn}
          data-remove={said.remove}
        >
          <div class="ds-field">
            <label class="ds-label" data-weight="semibold" for="digitise-camera">
              {said.camera}
            </label>
            <input
              class="ds-input"
              type="file"
              id="digitise-camera"
              name="files"
              accept="image/jpeg,image/png"
              capture="environment"
            />
          </div>
          <div class="ds-field">
            <label class="ds-label" data-weight="semibold" for="digitise-files">
              {said.files}
            </label>
            <p class="hint" id="digitise-files-hint">
              {said.filesHint(MOST_SCAN_BYTES / MB, MOST_UPLOAD_BYTES / MB)}
            </p>
            <input
              class="ds-input"
              type="file"
              id="digitise-files"
              name="files"
              multiple
              accept={TAKEN}
              aria-describedby="digitise-files-hint"
              {...(fault && { 'aria-invalid': true })}
            />
          </div>
        </mc-pages>
        <TextField
          name="declaredPages"
          label={said.declared}
          type="number"
          inputmode="numeric"
          value={own?.pages}
        />
        <Button kind="secondary">{said.make}</Button>
      </PostForm>
    </details>
  )
}
