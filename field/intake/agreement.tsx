import { useState } from 'preact/hooks'
import { lookedAt } from '#web/islands/look-at-page.ts'
import { RadioGroup, TextField, type Fault, faultAt } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'
import type { SignedHow } from './intake-draft.ts'
import { keptFile } from './kept-file.ts'
import { KeptPicture } from './kept-picture.tsx'
import { SignaturePad } from './signature-pad.tsx'
import type { DraftFiles } from './step-props.ts'

const HOWS = ['self', 'witness', 'fingerprint'] as const

interface AgreementProps {
  readonly words: Words
  readonly files: DraftFiles
  /** Address of what looks at a picture, straightens it and makes it small. */
  readonly looker: string
  readonly faults: readonly Fault[]
  /** How it is agreed: `self`, `witness` or `fingerprint`; and who saw it. */
  readonly how: string
  readonly witness: string
  readonly signed: SignedHow | null
  /** The ways that are open; all of them unless it is said. */
  readonly hows?: readonly (typeof HOWS)[number][]
  sign(signed: SignedHow | null): void
}

/** How somebody agrees: by a line on the glass, through a witness, or by a fingerprint before one. */
export function Agreement({
  looker,
  words,
  files,
  faults,
  hows = HOWS,
  how,
  witness,
  signed,
  sign,
}: AgreementProps) {
  const said = words.fieldIntake.sign
  const [unread, tell] = useState<string | null>(null)
  const wanted = how === 'fingerprint' ? 'fingerprint' : 'signature'
  const keep = async (what: SignedHow['what'], image: Blob, name: string) => {
    const { file, bytes } = await keptFile(image, name)
    await files.keep(file.id, bytes)
    if (signed) await files.drop(signed.id)
    sign({ ...file, what })
  }
  const photograph = async (picture: File) => {
    const looked = await lookedAt(looker, picture)
    tell(looked.kind === 'page' ? null : words.fieldIntake.papers.notPicture)
    if (looked.kind === 'page') await keep('fingerprint', looked.jpeg, 'diem-chi.jpg')
  }
  const clear = async () => {
    if (signed) await files.drop(signed.id)
    sign(null)
  }
  const fault = unread ?? faultAt(faults, 'signature')
  return (
    <>
      <RadioGroup
        name="sign.how"
        legend={said.how}
        value={how || 'self'}
        choices={hows.map((value) => ({ value, label: said.hows[value] }))}
      />
      {how !== '' && how !== 'self' && (
        <TextField
          name="witness"
          label={said.witness}
          hint={said.witnessHint}
          value={witness}
          fault={faultAt(faults, 'witness')}
          maxLength={120}
          autocomplete="off"
        />
      )}
      {/* Where a witness confirms, the name is the proof: a line drawn would be nobody's. */}
      {how !== 'witness' && (
        <>
          <div id="signature" tabIndex={-1} role="group" aria-label={said.how}>
            {wanted === 'signature' ? (
              <SignaturePad
                key={how}
                label={said.pad}
                clearLabel={said.clear}
                signed={(image) => void keep('signature', image, 'chu-ky.png')}
                cleared={() => void clear()}
              />
            ) : (
              <label class="ds-button" data-variant="secondary">
                {said.fingerprint}
                <input
                  class="ds-sr-only"
                  type="file"
                  accept="image/*"
                  capture="environment"
                  onChange={({ currentTarget }) => {
                    const [picture] = currentTarget.files ?? []
                    currentTarget.value = ''
                    if (picture) void photograph(picture)
                  }}
                />
              </label>
            )}
            {fault && <p class="fault">{fault}</p>}
          </div>
          <p role="status" class="hint">
            {signed?.what === wanted && (wanted === 'signature' ? said.signed : said.fingerprintTaken)}
          </p>
          {signed?.what === wanted && (
            <KeptPicture
              key={signed.id}
              files={files}
              file={signed}
              alt={wanted === 'signature' ? said.signed : said.fingerprintTaken}
            />
          )}
        </>
      )}
    </>
  )
}
