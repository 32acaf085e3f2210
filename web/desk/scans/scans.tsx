import { RESULT_COMPONENT } from '#domain/digitising/copy-status.ts'
import type { SeenScan, SeenScans, SeenSealed } from '#work/scanning/see-scans.ts'
import { MOST_SCAN_BYTES } from '#work/scanning/readable-files.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, SelectField, TextArea } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { newCommandId } from '../form.ts'
import { CertifyForm } from './certify-form.tsx'
import { CopyState, statusText } from './copy-state.tsx'
import { DigitiseForm } from './digitise-form.tsx'
import { contentAddress, SCANS_AT, scansAddress, shownAddress } from './addresses.ts'

/** What was sent about scans and could not be done. */
export interface ScansAnswered {
  /** The form that was sent; the oldest two are told apart by their fields. */
  readonly form?: 'digitise' | 'certify'
  /** What was typed into the form of a copy. */
  readonly component?: string
  readonly pages?: string
  readonly faults?: readonly Fault[]
  readonly refused?: string
  /** The scan it was about. */
  readonly scan?: string
}

interface ScansProps {
  readonly words: Words
  readonly code: string
  readonly seen: SeenScans
  /** The scan asked for; otherwise the first. */
  readonly shown: string | null
  readonly answered?: ScansAnswered | undefined
}

/** The papers as they were scanned, one of them shown beside the data; and what can be added. */
export function Scans({ words, code, seen, shown, answered }: ScansProps) {
  const said = words.desk.scans
  const standing = seen.scans.filter((one) => one.struck === null)
  const now = standing.find((one) => one.id === shown) ?? standing[0]
  return (
    <section aria-labelledby={SCANS_AT} class="scans">
      <h2 id={SCANS_AT}>{said.title}</h2>
      <ul class="scan-list">
        {seen.papers.map(({ key, name, isScanned, status }) => (
          <li key={key}>
            <span lang="vi">{name}</span>
            <small>{statusText(words, status, isScanned)}</small>
            <Lines
              words={words}
              code={code}
              scans={seen.scans.filter((one) => one.component === key)}
              now={now}
            />
          </li>
        ))}
        <Others words={words} code={code} seen={seen} now={now} />
      </ul>
      {now ? <Viewer words={words} code={code} scan={now} /> : <p class="nothing">{said.none}</p>}
      {seen.mayDigitise && now && <CertifyForm words={words} code={code} scan={now} answered={answered} />}
      {seen.mayDigitise && <DigitiseForm words={words} code={code} seen={seen} answered={answered} />}
      {seen.mayAttach && <Attach words={words} code={code} seen={seen} answered={answered} />}
      {seen.mayAttach && now && <Strike words={words} code={code} scan={now} answered={answered} />}
    </section>
  )
}

interface LinesProps {
  readonly words: Words
  readonly code: string
  readonly scans: readonly SeenScan[]
  readonly now: SeenScan | undefined
}

function Lines({ words, code, scans, now }: LinesProps) {
  const said = words.desk.scans
  if (scans.length === 0) return null
  return (
    <ul>
      {scans.map((scan) => (
        <li key={scan.id}>
          {scan.struck === null ? (
            <a
              class="ds-link"
              href={shownAddress(code, scan.id)}
              {...(scan.id === now?.id && { 'aria-current': 'true' })}
            >
              {scan.name}
            </a>
          ) : (
            <s>{scan.name}</s>
          )}{' '}
          <small>
            {said.size(scan.size)} ·{' '}
            <span lang="vi">{said.by(scan.by ?? said.sentOnline, words.format.moment(scan.at))}</span>
            {scan.sealed && ` · ${sealedText(words, scan.sealed)}`}
            {scan.copy && <CopyState words={words} copy={scan.copy} />}
            {scan.struck !== null && ` · ${said.struck(scan.struck)}`}
          </small>
        </li>
      ))}
    </ul>
  )
}

/** How it came to be the stamped result of the dossier. */
function sealedText({ desk: { scanBox } }: Words, { isCurrent, reason }: SeenSealed): string {
  return [
    scanBox.onDossier,
    ...(isCurrent ? [] : [scanBox.ofEarlier]),
    ...(reason === null ? [] : [scanBox.byPerson(reason)]),
  ].join(', ')
}

/** The result, and what is of no paper of the case. */
function Others({
  words,
  code,
  seen,
  now,
}: {
  words: Words
  code: string
  seen: SeenScans
  now: SeenScan | undefined
}) {
  const known = new Set([RESULT_COMPONENT, ...seen.papers.map((one) => one.key)])
  const results = seen.scans.filter(({ component }) => component === RESULT_COMPONENT)
  const others = seen.scans.filter((one) => one.component === null || !known.has(one.component))
  const groups = [
    { name: words.desk.digitising.result, scans: results },
    { name: words.desk.scans.other, scans: others },
  ]
  return (
    <>
      {groups
        .filter(({ scans }) => scans.length > 0)
        .map(({ name, scans }) => (
          <li key={name}>
            {name}
            <Lines words={words} code={code} scans={scans} now={now} />
          </li>
        ))}
    </>
  )
}

/** Our own viewer: pictures as they are, PDFs page by page with script; the file itself is a link away. */
function Viewer({ words, code, scan }: { words: Words; code: string; scan: SeenScan }) {
  const said = words.desk.scans
  const content = contentAddress(code, scan.id)
  return (
    <figure class="viewer" aria-label={said.viewer}>
      <figcaption>
        <span>{scan.name}</span>{' '}
        <small>
          {said.checksum(scan.sha256.slice(0, 12))} ·{' '}
          <a class="ds-link" href={content} target="_blank" rel="noopener" data-turbo="false">
            {said.openFile}
          </a>
        </small>
      </figcaption>
      {scan.mediaType === 'application/pdf' ? (
        <mc-pdf
          id={`pdf-${scan.id}`}
          data-turbo-permanent="true"
          data-src={content}
          data-page={said.page('{at}', '{of}')}
          data-previous={said.previous}
          data-next={said.next}
          data-larger={said.larger}
          data-smaller={said.smaller}
          data-broken={said.broken}
        />
      ) : (
        <img src={content} alt={scan.name} loading="lazy" />
      )}
    </figure>
  )
}

interface FormProps {
  readonly words: Words
  readonly code: string
  readonly answered?: ScansAnswered | undefined
}

function Attach({ words, code, seen, answered }: FormProps & { seen: SeenScans }) {
  const said = words.desk.scans
  const isOwn = answered !== undefined && answered.form === undefined
  const faults = (answered?.faults ?? []).filter((one) => one.field === 'files')
  const fault = faultAt(faults, 'files')
  return (
    <details class="ds-details" open={isOwn}>
      <summary>{said.attach}</summary>
      <PostForm
        words={words}
        action={scansAddress(code)}
        enctype="multipart/form-data"
        class="stacked"
        faults={faults}
        refused={isOwn ? answered.refused : undefined}
      >
        <input type="hidden" name="id" value={newCommandId()} />
        <div class="ds-field">
          <label class="ds-label" data-weight="semibold" for="files">
            {said.attachFiles}
          </label>
          <p class="hint" id="files-hint">
            {said.attachHint(MOST_SCAN_BYTES / 1024 / 1024)}
          </p>
          <input
            class="ds-input"
            type="file"
            id="files"
            name="files"
            multiple
            accept="application/pdf,image/jpeg,image/png"
            aria-describedby="files-hint"
            {...(fault && { 'aria-invalid': true })}
          />
        </div>
        <SelectField
          name="component"
          label={said.of}
          value=""
          choices={[
            ...seen.papers.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' as const })),
            { value: '', label: said.other },
          ]}
        />
        <Button kind="secondary" name="lam" value="them">
          {said.send}
        </Button>
      </PostForm>
    </details>
  )
}

function Strike({ words, code, scan, answered }: FormProps & { scan: SeenScan }) {
  const said = words.desk.scans
  const faults = (answered?.faults ?? []).filter((one) => one.field === 'strike.reason')
  return (
    <details class="ds-details" open={faults.length > 0}>
      <summary>{said.strike}</summary>
      <PostForm words={words} action={scansAddress(code)} class="stacked" faults={faults}>
        <input type="hidden" name="scan" value={scan.id} />
        <TextArea
          name="strike.reason"
          label={said.reason}
          hint={said.reasonHint}
          rows={2}
          maxLength={300}
          fault={faultAt(faults, 'strike.reason')}
        />
        <Button kind="secondary" name="lam" value="bo" isDanger>
          {said.strikeSend}
        </Button>
      </PostForm>
    </details>
  )
}
