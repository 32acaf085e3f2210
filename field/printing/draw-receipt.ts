import { encode } from 'uqr'
import { type Dots, dotsOf } from './dots.ts'
import type { ReceiptLine } from './receipt-lines.ts'
import { wrapped } from './wrapped.ts'

const SIZES = { title: 32, code: 36, text: 24 }
const LEADING = 1.35
const QUIET = 2

interface ToDraw {
  readonly lines: readonly ReceiptLine[]
  /** Where the QR code leads; null for none. */
  readonly address: string | null
  /** Dots across the paper. */
  readonly width: number
}

/** Draws a receipt in dots, with the letters of this page and the QR code below. */
export function drawReceipt({ lines, address, width }: ToDraw): Dots {
  const canvas = document.createElement('canvas')
  const measuring = contextOf(canvas)
  const measure = (part: string) => measuring.measureText(part).width
  const rows = lines.flatMap(({ text, is }) => {
    const weight = is === 'text' ? 400 : 700
    const font = (size: number) => `${weight} ${size}px 'Be Vietnam Pro', sans-serif`
    measuring.font = font(SIZES[is])
    // A code is typed off the paper: it is made smaller sooner than it is broken.
    const size = is === 'code' ? Math.floor(SIZES.code * Math.min(1, width / measure(text))) : SIZES[is]
    measuring.font = font(size)
    return wrapped(text, width, measure).map((part) => ({
      text: part,
      font: font(size),
      height: size * LEADING,
    }))
  })
  const code = address === null ? null : encode(address, { border: QUIET })
  const module = code === null ? 0 : Math.max(1, Math.floor((width * 0.75) / code.size))
  const textHeight = rows.reduce((sum, { height }) => sum + height, 0)
  canvas.width = width
  canvas.height = Math.ceil(textHeight + module * (code?.size ?? 0))
  const context = contextOf(canvas)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000'
  context.textBaseline = 'top'
  let top = 0
  for (const { text, font, height } of rows) {
    context.font = font
    context.fillText(text, 0, top)
    top += height
  }
  const left = Math.floor((width - module * (code?.size ?? 0)) / 2)
  const begin = Math.ceil(top)
  code?.data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isDark) context.fillRect(left + x * module, begin + y * module, module, module)
    }),
  )
  return dotsOf(context.getImageData(0, 0, canvas.width, canvas.height))
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser cannot draw')
  return context
}
