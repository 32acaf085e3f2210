import type { SeenWaiting } from '#work/sealed-scans/see-scan-box.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, TextArea, TextField } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'
import { boxScanAddress } from './addresses.ts'

/** What was sent about one scan and could not be done. */
export interface ScanAnswered {
  readonly id: string
  readonly form: 'gan' | 'loai'
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

interface WaitingScanProps {
  readonly words: Words
  readonly scan: SeenWaiting
  /** Its place in the list, from 1. */
  readonly number: number
  readonly answered: ScanAnswered | undefined
}

/** A scan that was not recognised: what it looks like, why it waits, and what a person can do with it. */
export function WaitingScan({ words, scan, number, answered }: WaitingScanProps) {
  const said = words.desk.scanBox
  const { id, why, of, known, missing, unread, pages, by, at, files } = scan
  const own = answered?.id === id ? answered : undefined
  const pdf = boxScanAddress(id, 'trang.pdf')
  const lacks = [
    ...(of && missing.length > 0 ? [said.missing(numbers(missing), of.pages)] : []),
    ...(of && unread > 0 ? [said.unread(unread)] : []),
  ]
  return (
    <li id={`quet-${id}`}>
      <h3>{said.number(number)}</h3>
      <a class="first-page" href={pdf} target="_blank" rel="noopener" data-turbo="false">
        <img src={boxScanAddress(id, 'hinh.jpg')} alt={said.thumbnail(number)} loading="lazy" width="180" />
      </a>
      <div>
        <p>
          <strong>{why === null ? said.nowKnown : said.why[why]}</strong>
          {why !== null && <small>{said.whatToDo[why]}</small>}
        </p>
        <p>
          <a class="ds-link" href={pdf} target="_blank" rel="noopener" data-turbo="false">
            {said.see(pages)}
          </a>
        </p>
        {of && (
          <p>
            {said.marked}{' '}
            {known === null ? (
              <strong class="code">{of.code}</strong>
            ) : (
              <a class="ds-link code" href={`/ban/ho-so/${known}`}>
                {known}
              </a>
            )}
            {lacks.length > 0 && `; ${lacks.join('; ')}`}
          </p>
        )}
        <p class="hint">
          <span lang="vi">{said.sent(by, words.format.moment(at))}</span>
          {files.map((file, place) => (
            <span key={file.sha256} class="scan-file">
              {said.file(file.name, (file.pages ?? []).join(', '))}{' '}
              <a
                class="ds-link"
                href={boxScanAddress(id, `goc/${place + 1}`)}
                target="_blank"
                rel="noopener"
                data-turbo="false"
              >
                {said.original}
              </a>
            </span>
          ))}
        </p>
        <AssignForm words={words} scan={scan} own={own?.form === 'gan' ? own : undefined} />
        <RejectForm words={words} scan={scan} own={own?.form === 'loai' ? own : undefined} />
      </div>
    </li>
  )
}

/** As many as anybody counts through. */
const MOST_NAMED = 10

function numbers(pages: readonly number[]): string {
  return pages.slice(0, MOST_NAMED).join(', ') + (pages.length > MOST_NAMED ? '…' : '')
}

interface SettleProps {
  readonly words: Words
  readonly scan: SeenWaiting
  readonly own: ScanAnswered | undefined
}

function AssignForm({ words, scan: { id, known }, own }: SettleProps) {
  const said = words.desk.scanBox
  const faults = faultsHere(own, id)
  return (
    <details class="ds-details" open={own !== undefined}>
      <summary>{said.assign}</summary>
      <PostForm
        words={words}
        action={boxScanAddress(id, 'gan')}
        class="stacked"
        faults={faults}
        refused={own?.refused}
      >
        <TextField
          name="code"
          id={`code-${id}`}
          label={said.code}
          value={own ? first(own.typed, 'code') : (known ?? '')}
          fault={faultAt(faults, `code-${id}`)}
          maxLength={60}
          isCode
        />
        <TextArea
          name="reason"
          id={`reason-${id}`}
          label={said.reason}
          hint={said.assignHint}
          value={own && first(own.typed, 'reason')}
          fault={faultAt(faults, `reason-${id}`)}
          rows={2}
          maxLength={300}
        />
        <Button kind="secondary">{said.doAssign}</Button>
      </PostForm>
    </details>
  )
}

function RejectForm({ words, scan: { id }, own }: SettleProps) {
  const said = words.desk.scanBox
  const faults = faultsHere(own, `bo-${id}`)
  return (
    <details class="ds-details" open={own !== undefined}>
      <summary>{said.reject}</summary>
      <PostForm
        words={words}
        action={boxScanAddress(id, 'loai')}
        class="stacked"
        faults={faults}
        refused={own?.refused}
      >
        <TextArea
          name="reason"
          id={`reason-bo-${id}`}
          label={said.reason}
          hint={said.rejectHint}
          value={own && first(own.typed, 'reason')}
          fault={faultAt(faults, `reason-bo-${id}`)}
          rows={2}
          maxLength={300}
        />
        <Button kind="secondary" isDanger>
          {said.doReject}
        </Button>
      </PostForm>
    </details>
  )
}

/** The fields of each scan have their own ids, so that a fault leads to the right one. */
function faultsHere(own: ScanAnswered | undefined, suffix: string): readonly Fault[] {
  return (own?.faults ?? []).map(({ field, text }) => ({ field: `${field}-${suffix}`, text }))
}
