import { useEffect, useRef } from 'preact/hooks'
import { ActButton } from './act-button.tsx'

interface SignaturePadProps {
  readonly label: string
  readonly clearLabel: string
  /** Called when a line is drawn to its end. */
  signed(image: Blob): void
  cleared(): void
}

const LINE = 2.5

/** The glass somebody signs on: with a finger, a pen or a mouse. */
export function SignaturePad({ label, clearLabel, signed, cleared }: SignaturePadProps) {
  const pad = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (pad.current) blank(pad.current)
  }, [])
  const draw = (event: PointerEvent) => {
    const canvas = pad.current
    if (!canvas || event.buttons === 0) return
    // What came between two pictures of the screen too: otherwise a quick signature has corners.
    for (const one of event.getCoalescedEvents?.() ?? [event]) lineTo(canvas, one)
  }
  return (
    <div class="signature-pad">
      <canvas
        ref={pad}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          beginAt(event.currentTarget, event)
        }}
        onPointerMove={draw}
        onPointerUp={({ currentTarget }) =>
          currentTarget.toBlob((image) => image && signed(image), 'image/png')
        }
      />
      <ActButton
        act={() => {
          if (pad.current) blank(pad.current)
          cleared()
        }}
      >
        {clearLabel}
      </ActButton>
    </div>
  )
}

/** White, in the dots of the screen. */
function blank(canvas: HTMLCanvasElement): void {
  const { width, height } = canvas.getBoundingClientRect()
  canvas.width = Math.max(1, Math.round(width * devicePixelRatio))
  canvas.height = Math.max(1, Math.round(height * devicePixelRatio))
  const context = penOf(canvas)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  return context
}

interface At {
  readonly clientX: number
  readonly clientY: number
}

function beginAt(canvas: HTMLCanvasElement, at: At): void {
  const context = penOf(canvas)
  context.lineWidth = LINE * devicePixelRatio
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = '#0b1f4b'
  context.beginPath()
  const { x, y } = placeOf(canvas, at)
  context.moveTo(x, y)
  context.lineTo(x + 0.1, y)
  context.stroke()
}

function lineTo(canvas: HTMLCanvasElement, at: At): void {
  const context = penOf(canvas)
  const { x, y } = placeOf(canvas, at)
  context.lineTo(x, y)
  context.stroke()
}

function placeOf(canvas: HTMLCanvasElement, { clientX, clientY }: At) {
  const { left, top, width, height } = canvas.getBoundingClientRect()
  return { x: ((clientX - left) * canvas.width) / width, y: ((clientY - top) * canvas.height) / height }
}
