import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import type { SeenUpload } from '#work/uploading/see-upload.ts'
import { refusalText } from '../desk/form.ts'
import { assets } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import type { Words } from '../words/vi.ts'

interface PaperSenderProps {
  readonly words: Words
  readonly isFaulty: boolean
  /** Where files are sent to in pieces; null where they come with the form alone. */
  readonly uploads: string | null
  readonly unfinished: readonly SeenUpload[]
}

const KINDS = 'application/pdf,image/jpeg,image/png'

/**
 * The field for the files of a paper and its button. Without script they go with the form; with it each picture is looked
 * at on the telephone, straightened and sent in pieces (`web/islands/mc-paper.ts`). The page around it has
 * `script: assets.paperScript`.
 */
export function PaperSender({ words, isFaulty, uploads, unfinished }: PaperSenderProps) {
  const said = words.filing
  const field = (
    <>
      <div class="ds-field">
        <label class="ds-label" data-weight="semibold" for="tep">
          {said.files}
        </label>
        <p class="hint" id="tep-hint">
          {said.filesHint}
        </p>
        <input
          class="ds-input"
          type="file"
          id="tep"
          name="tep"
          multiple
          accept={KINDS}
          aria-describedby="tep-hint"
          {...(isFaulty && { 'aria-invalid': true })}
        />
      </div>
      <p data-part="send">
        <Button kind="secondary" name="lam" value="tai">
          {said.upload}
        </Button>
      </p>
    </>
  )
  if (uploads === null) return field
  return (
    <mc-paper
      data-uploads={uploads}
      data-looker={assets.pageLooker}
      data-words={JSON.stringify(wordsOf(words))}
      data-unfinished={JSON.stringify(
        unfinished.map(({ id, sha256 }) => ({ url: `${uploads}/${id}`, sha256 })),
      )}
    >
      <div class="ds-field" data-part="camera" hidden>
        <label class="ds-label" data-weight="semibold" for="chup">
          {words.handingIn.camera}
        </label>
        <p class="hint" id="chup-hint">
          {words.handingIn.cameraHint}
        </p>
        <input
          class="ds-input"
          type="file"
          id="chup"
          accept="image/jpeg,image/png"
          capture="environment"
          aria-describedby="chup-hint"
        />
      </div>
      {field}
      <div class="panel tinted paper-stage" data-part="stage" hidden>
        <ul role="alert" data-part="refused" />
        <p role="status" id="tep-trang-thai" data-part="status" />
        <progress data-part="progress" aria-labelledby="tep-trang-thai" max={100} value={0} hidden />
        <canvas data-part="picture" hidden />
        <p class="onward" data-part="buttons" />
      </div>
    </mc-paper>
  )
}

/** What the island says: the very sentences of the server, with room for a name and a number. */
function wordsOf(words: Words) {
  const said = words.handingIn
  const facts = { name: '{tep}', most: UPLOAD_LIMITS.bytes / 1024 / 1024 }
  const refusal = (
    refused: 'scan-empty' | 'scan-too-large' | 'scan-of-no-kind' | 'scan-cut-off' | 'scan-bomb',
  ) => refusalText(words, { refused, facts })
  return {
    pageFaults: said.pageFaults,
    outside: {
      empty: refusal('scan-empty'),
      'too-large': refusal('scan-too-large'),
      'of-no-kind': refusal('scan-of-no-kind'),
      'cut-off': refusal('scan-cut-off'),
      bomb: refusal('scan-bomb'),
    },
    preparing: said.preparing,
    straightened: said.straightened,
    again: said.again,
    anyway: said.anyway,
    sending: said.sending,
    brokenOff: said.brokenOff,
    goOn: said.goOn,
    stop: said.stop,
    failed: said.failed,
    done: said.done,
    understood: said.understood,
    thenOnward: said.thenOnward,
  }
}
