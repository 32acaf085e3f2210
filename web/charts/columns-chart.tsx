/** One column: its name below, and its parts from the bottom up. */
export interface ChartColumn {
  readonly label: string
  readonly parts: readonly number[]
}

interface ColumnsChartProps {
  readonly id: string
  readonly title: string
  /** What it shows in a sentence, for those who do not see it. */
  readonly description: string
  readonly columns: readonly ChartColumn[]
  /** The names of the parts, from the bottom up. */
  readonly parts: readonly string[]
  /** How a value is said. */
  readonly said: (value: number) => string
  /** The height of the scale; the highest column where it is not given. */
  readonly most?: number
}

const WIDTH = 640
const HEIGHT = 240
const LEFT = 72
const BOTTOM = 28
const TOP = 12

/** Columns beside one another, drawn on the server; the parts differ by pattern as well as by colour. */
export function ColumnsChart({ id, title, description, columns, parts, said, most }: ColumnsChartProps) {
  const highest = most ?? niceAbove(Math.max(0, ...columns.map(({ parts: own }) => sum(own))))
  const step = (WIDTH - LEFT) / Math.max(1, columns.length)
  const width = Math.min(48, step * 0.7)
  const heightOf = (value: number) => (highest === 0 ? 0 : (value / highest) * (HEIGHT - TOP - BOTTOM))
  // Not every month of many years can be named below its column.
  const each = Math.ceil(columns.length / 12)
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title ${id}-about`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-about`}>{description}</desc>
        <Patterns id={id} />
        {[0, 0.5, 1].map((share) => {
          const y = HEIGHT - BOTTOM - heightOf(highest * share)
          return (
            <g key={share}>
              <line class="grid" x1={LEFT} x2={WIDTH} y1={y} y2={y} />
              <text x={LEFT - 6} y={y + 4} text-anchor="end">
                {said(highest * share)}
              </text>
            </g>
          )
        })}
        {columns.map(({ label, parts: own }, at) => {
          const x = LEFT + at * step + (step - width) / 2
          let y = HEIGHT - BOTTOM
          return (
            <g key={label}>
              {own.map((value, part) => {
                const height = heightOf(value)
                y -= height
                return height === 0 ? null : (
                  <rect
                    key={part}
                    x={x}
                    y={y}
                    width={width}
                    height={height}
                    fill={`url(#${id}-part-${part})`}
                  >
                    <title>{`${label}: ${parts[part] ?? ''} ${said(value)}`}</title>
                  </rect>
                )
              })}
              {at % each === 0 && (
                <text x={x + width / 2} y={HEIGHT - 8} text-anchor="middle">
                  {label}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      {parts.length > 1 && <Legend id={id} parts={parts} />}
    </figure>
  )
}

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {PARTS.map((name, part) => (
        <pattern key={name} id={`${id}-part-${part}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect class={`part-${name}`} width="8" height="8" />
          {name === 'second' && <path class="hatch" d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" />}
          {name === 'third' && <path class="hatch" d="M0,4 h8 M4,0 v8" />}
        </pattern>
      ))}
    </defs>
  )
}

const PARTS = ['first', 'second', 'third'] as const

function Legend({ id, parts }: { id: string; parts: readonly string[] }) {
  return (
    <figcaption>
      {parts.map((name, part) => (
        <span key={name}>
          <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
            <rect width="16" height="16" fill={`url(#${id}-part-${part})`} />
          </svg>
          {name}
        </span>
      ))}
    </figcaption>
  )
}

/** 1, 2 or 5 times a power of ten, not below the value. */
export function niceAbove(value: number): number {
  if (value <= 0) return 0
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5, 10].find((one) => one * power >= value) ?? 10) * power
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
