import { type OutsideFault, seenOutside } from '#domain/digitising/media-type.ts'
import type { PageFault } from '#domain/digitising/page-quality.ts'
import { pictureSizeOf } from '#domain/digitising/picture-size.ts'
import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import { lookedAt } from './look-at-page.ts'
import { sendFile } from './send-file.ts'

/** The sentences of the page, with {tep} for the name of a file and {so} for a number. */
interface Said {
  readonly pageFaults: Readonly<Record<PageFault, string>>
  readonly outside: Readonly<Record<OutsideFault | 'bomb', string>>
  readonly preparing: string
  readonly straightened: string
  readonly again: string
  readonly anyway: string
  readonly sending: string
  readonly brokenOff: string
  readonly goOn: string
  readonly stop: string
  readonly failed: string
  readonly done: string
  readonly understood: string
  readonly thenOnward: string
}

type Offered = 'again' | 'anyway' | 'goOn' | 'stop' | 'understood'

/** A picture too large to be sent is made smaller first; nothing larger is opened at all. */
const MOST_PICTURE_BYTES = 3 * UPLOAD_LIMITS.bytes

/**
 * The files of a paper, one after the other: looked at on the telephone, straightened, made readable and small, told of
 * when they are hard to read, and sent in pieces over whatever line there is. When all have come the page shows them.
 */
class Paper extends HTMLElement {
  #said: Said | undefined
  #waiting: File[] = []
  #isBusy = false
  #hasSent = false
  /** Files that were not taken, and why: it stands until the person has read it. */
  #hasRefused = false
  #online: (() => void) | undefined
  /** The button that was pressed while a file was on its way: it is pressed again when all have come. */
  #onward: HTMLElement | null | undefined

  connectedCallback(): void {
    this.#said = saidIn(this.dataset['words'])
    this.#part('send').hidden = true
    this.#part('camera').hidden = !matchMedia('(pointer: coarse)').matches
    for (const input of this.querySelectorAll<HTMLInputElement>('input[type=file]')) {
      input.addEventListener('change', () => this.#take(input))
      // Chosen before the script was there.
      if (input.files?.length) this.#take(input)
    }
    this.closest('form')?.addEventListener('submit', this.#submitted)
    window.addEventListener('online', this.#lineBack)
    window.addEventListener('beforeunload', this.#warn)
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.#lineBack)
    window.removeEventListener('beforeunload', this.#warn)
  }

  /** What was chosen is sent from here, and not once more with the form. */
  #take(input: HTMLInputElement): void {
    this.#waiting.push(...(input.files ?? []))
    input.value = ''
    if (this.#isBusy) return
    // What was chosen instead of what was refused or hard to read.
    this.#hasRefused = false
    this.#part('refused').replaceChildren()
    void this.#next()
  }

  async #next(): Promise<void> {
    const file = this.#waiting.shift()
    this.#isBusy = file !== undefined
    if (!file) return this.#allDone()
    this.#show()
    this.#tell(this.#text('preparing', file.name))
    const bytes = new Uint8Array(await file.arrayBuffer())
    const isPicture = file.type.startsWith('image/') || bytes[0] !== 0x25
    const outside = seenOutside(bytes, isPicture ? MOST_PICTURE_BYTES : UPLOAD_LIMITS.bytes)
    if (outside.fault !== null) return this.#refuse(this.#said?.outside[outside.fault], file.name)
    if (outside.mediaType === 'application/pdf') return this.#send(file, file.name)
    const size = pictureSizeOf(bytes)
    if (size && size.width * size.height > UPLOAD_LIMITS.pixels)
      return this.#refuse(this.#said?.outside.bomb, file.name)
    const looked = await lookedAt(this.dataset['looker'] ?? '', file)
    if (looked.kind === 'unreadable') {
      if (file.size > UPLOAD_LIMITS.bytes) return this.#refuse(this.#said?.outside['too-large'], file.name)
      return this.#send(file, file.name)
    }
    await this.#preview(looked.jpeg)
    const name = file.name.replace(/\.[^.]*$/, '') + '.jpg'
    if (looked.faults.length === 0) return this.#send(looked.jpeg, name, looked.isStraightened)
    this.#tell(...looked.faults.map((fault) => this.#said?.pageFaults[fault] ?? ''))
    this.#isBusy = false
    this.#offer(
      ['again', () => this.#retake()],
      ['anyway', () => void this.#send(looked.jpeg, name, looked.isStraightened)],
    )
  }

  /** The page shows what has come; what was refused is read first. */
  #allDone(): void {
    const reload = () => location.replace(location.href)
    const onward = this.#onward
    this.#onward = undefined
    if (onward && !this.#hasRefused) {
      this.closest('form')?.requestSubmit(onward)
    } else if (!this.#hasSent) {
      this.#tell()
      this.#offer(['again', () => this.#retake()])
    } else if (this.#hasRefused) this.#offer(['understood', reload])
    else reload()
  }

  async #send(file: Blob, name: string, isStraightened = false): Promise<void> {
    this.#isBusy = true
    const uploads = this.dataset['uploads'] ?? ''
    const unfinished = unfinishedIn(this.dataset['unfinished'])
    const before = isStraightened ? [this.#said?.straightened ?? ''] : []
    this.#offer()
    const sending = await sendFile(
      { file, name, uploads, unfinished },
      {
        progress: (percent) => {
          this.#progress(percent)
          const onward = this.#onward ? [this.#said?.thenOnward ?? ''] : []
          this.#tell(...before, this.#text('sending', name, percent), ...onward)
        },
        broken: (percent) => {
          this.#online = () => {
            this.#offer()
            sending.goOn()
          }
          this.#tell(this.#text(navigator.onLine ? 'failed' : 'brokenOff', name, percent))
          this.#offer(
            ['goOn', () => this.#lineBack()],
            ['stop', () => void sending.stop().then(() => this.#next())],
          )
        },
        taken: (isHardToRead) => {
          this.#hasSent = true
          if (isHardToRead) this.#onward = undefined
          this.#tell(this.#text('done', name))
          void this.#next()
        },
        refused: (text) => this.#refuse(text ?? this.#text('failed', name), name),
      },
    )
  }

  #submitted = (event: SubmitEvent): void => {
    if (!this.#isBusy) return
    event.preventDefault()
    this.#onward = event.submitter
  }

  #lineBack = (): void => {
    const goOn = this.#online
    this.#online = undefined
    goOn?.()
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.#isBusy || this.#waiting.length > 0) event.preventDefault()
  }

  #refuse(text: string | undefined, name: string): void {
    const line = document.createElement('li')
    line.textContent = (text ?? '').replaceAll('{tep}', name)
    this.#part('refused').append(line)
    this.#hasRefused = true
    this.#progress(null)
    void this.#next()
  }

  /** Lets the person choose again; what else was chosen goes on meanwhile. */
  #retake(): void {
    const camera = this.#part('camera')
    const input = (camera.hidden ? this : camera).querySelector<HTMLInputElement>(
      camera.hidden ? '#tep' : 'input',
    )
    input?.click()
    if (this.#waiting.length > 0) void this.#next()
  }

  async #preview(jpeg: Blob): Promise<void> {
    const canvas = this.querySelector<HTMLCanvasElement>('[data-part=picture]')
    if (!canvas) return
    const bitmap = await createImageBitmap(jpeg)
    const scale = 320 / Math.max(bitmap.width, bitmap.height)
    ;[canvas.width, canvas.height] = [bitmap.width * scale, bitmap.height * scale]
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    canvas.hidden = false
  }

  #show(): void {
    this.#part('stage').hidden = false
    this.#part('picture').hidden = true
    this.#progress(null)
    this.#offer()
  }

  #tell(...sentences: readonly string[]): void {
    this.#part('status').textContent = sentences.join(' ')
  }

  #progress(percent: number | null): void {
    const bar = this.querySelector('progress')
    if (!bar) return
    bar.hidden = percent === null
    bar.value = percent ?? 0
  }

  #offer(...buttons: readonly (readonly [Offered, () => void])[]): void {
    this.#part('buttons').replaceChildren(
      ...buttons.map(([word, act], place) => {
        const button = document.createElement('button')
        button.type = 'button'
        button.className = 'ds-button'
        button.dataset['variant'] = place === 0 ? 'primary' : 'secondary'
        button.textContent = this.#said?.[word] ?? ''
        button.addEventListener('click', act)
        return button
      }),
    )
  }

  #text(word: 'preparing' | 'sending' | 'brokenOff' | 'failed' | 'done', name: string, percent = 0): string {
    return (this.#said?.[word] ?? '').replaceAll('{tep}', name).replaceAll('{so}', String(percent))
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part=${name}]`)
    if (!part) throw new Error(`no ${name} on this page`)
    return part
  }
}

function saidIn(words: string | undefined): Said {
  // The page writes it, and its types are the page's (`web/uploads/paper-sender.tsx`).
  return JSON.parse(words ?? '{}')
}

function unfinishedIn(list: string | undefined): { url: string; sha256: string | null }[] {
  return JSON.parse(list ?? '[]')
}

customElements.define('mc-paper', Paper)
