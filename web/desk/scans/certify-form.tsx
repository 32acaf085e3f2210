import type { SeenScan } from '#work/scanning/see-scans.ts'
import { Button } from '../../parts/button.tsx'
import { faultAt, TextArea, TextField } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { certifyAddress } from './addresses.ts'
import { findingText } from './copy-state.tsx'
import type { ScansAnswered } from './scans.tsx'

interface Props {
  readonly words: Words
  readonly code: string
  readonly scan: SeenScan
  readonly answered?: ScansAnswered | undefined
}

/** The officer's word that the copy shown is the paper; what the program saw on it is said first. */
export function CertifyForm({ words, code, scan, answered }: Props) {
  const { copy } = scan
  if (!copy || copy.certified || copy.reused) return null
  const said = words.desk.digitising
  const own = answered?.form === 'certify' ? answered : undefined
  const faults = own?.faults ?? []
  return (
    <section aria-labelledby="certify">
      <h3 id="certify">{said.certify}</h3>
      {copy.findings.length > 0 && (
        <Notice kind="warning" title={said.findings}>
          <ul>
            {copy.findings.map((finding, place) => (
              <li key={place}>{findingText(words, finding)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <PostForm
        words={words}
        action={certifyAddress(code)}
        class="stacked"
        faults={faults}
        refused={own?.refused}
      >
        <input type="hidden" name="scan" value={scan.id} />
        <label class="choice">
          <input class="ds-input" type="checkbox" id="isCompared" name="isCompared" value="true" />
          <span>{said.compared}</span>
        </label>
        <TextField
          name="validUntil"
          label={said.paperUntil}
          hint={said.paperUntilHint}
          type="date"
          fault={faultAt(faults, 'validUntil')}
        />
        {copy.findings.length > 0 && (
          <TextArea name="note" id="certify-note" label={said.note} rows={2} maxLength={300} />
        )}
        <Button>{said.certifySend}</Button>
      </PostForm>
    </section>
  )
}
