import { useEffect, useRef, useState } from 'preact/hooks'
import { TextField } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from './act-button.tsx'
import { codeReader } from './read-code.ts'

interface CardReaderProps {
  readonly words: Words
  /** Address of the reader for browsers that have none of their own. */
  readonly codeReader: string
  readonly id: string
  read(text: string): void
}

/** Reads the code of a citizen card: by the camera, from a picture, or from a scanner that types. */
export function CardReader({ words, codeReader: address, id, read }: CardReaderProps) {
  const said = words.fieldIntake.card
  const [state, become] = useState<'idle' | 'camera' | 'reading' | 'nothing' | 'noCamera'>('idle')
  const found = (text: string) => {
    become('idle')
    read(text)
  }
  const fromPicture = async (input: HTMLInputElement) => {
    const [picture] = input.files ?? []
    input.value = ''
    if (!picture) return
    become('reading')
    const text = await codeReader(address)(picture)
    if (text === null) become('nothing')
    else found(text)
  }
  return (
    <div class="card-reader">
      {state === 'camera' ? (
        <Camera
          words={words}
          address={address}
          found={found}
          stop={() => become('idle')}
          refused={() => become('noCamera')}
        />
      ) : (
        <p class="field-buttons">
          <ActButton kind="primary" act={() => become('camera')}>
            {said.scan}
          </ActButton>
          <label class="ds-button" data-variant="secondary">
            {said.photo}
            <input
              class="ds-sr-only"
              type="file"
              accept="image/*"
              capture="environment"
              onChange={({ currentTarget }) => void fromPicture(currentTarget)}
            />
          </label>
        </p>
      )}
      <p role="status" class={state === 'nothing' || state === 'noCamera' ? 'fault' : 'hint'}>
        {state === 'reading' && said.reading}
        {(state === 'nothing' || state === 'noCamera') && said[state]}
      </p>
      <Typed id={id} label={said.text} found={found} />
    </div>
  )
}

/** The field a scanner types into that ends with Enter, or somebody pastes into. */
function Typed({ id, label, found }: { id: string; label: string; found(text: string): void }) {
  const take = (input: HTMLInputElement) => {
    const text = input.value
    input.value = ''
    if (text.trim() !== '') found(text)
  }
  return (
    <details class="more-filters">
      <summary>{label}</summary>
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
          event.preventDefault()
          take(event.target)
        }}
      >
        <TextField name="" id={id} label={label} maxLength={600} autocomplete="off" />
      </div>
    </details>
  )
}

interface CameraProps {
  readonly words: Words
  readonly address: string
  found(text: string): void
  stop(): void
  refused(): void
}

/** So often a picture of the camera is looked at, in milliseconds. */
const LOOK_EVERY = 250

function Camera({ words, address, found, stop, refused }: CameraProps) {
  const said = words.fieldIntake.card
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const ended = new AbortController()
    const look = async () => {
      const text = await watch(video.current, codeReader(address), ended.signal)
      if (ended.signal.aborted) return
      if (text === null) refused()
      else found(text)
    }
    void look()
    return () => ended.abort()
  }, [address])
  return (
    <div class="camera">
      <video ref={video} muted playsInline aria-label={said.aim} />
      <p class="hint">{said.aim}</p>
      <ActButton act={stop}>{said.stop}</ActButton>
    </div>
  )
}

/** What the camera sees, until a code is in it; null where there is no camera or it may not be used. */
async function watch(
  video: HTMLVideoElement | null,
  read: ReturnType<typeof codeReader>,
  ended: AbortSignal,
): Promise<string | null> {
  const stream = await cameraStream()
  if (!video || stream === null) return null
  const stop = () => stream.getTracks().forEach((track) => track.stop())
  ended.addEventListener('abort', stop)
  if (ended.aborted) stop()
  try {
    video.srcObject = stream
    await video.play()
    for (;;) {
      if (ended.aborted) return null
      const text = await read(await createImageBitmap(video))
      if (text !== null) return text
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
    }
  } catch (error) {
    // Taken away while it was looked through: the person closed it, or pulled it out.
    if (error instanceof DOMException) return null
    throw error
  } finally {
    stop()
  }
}

async function cameraStream(): Promise<MediaStream | null> {
  if (!navigator.mediaDevices) return null
  try {
    return await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1920 } },
    })
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
