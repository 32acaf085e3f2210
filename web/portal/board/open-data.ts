import { isRefusal } from '#domain/outcome.ts'
import { FLOWS } from '#domain/statistics/facts.ts'
import { FEWEST_SHOWN } from '#domain/statistics/small-cells.ts'
import { csvOf } from '#papers/csv.ts'
import type { OpenDataRow } from '../../reads.ts'
import type { Visit } from '../../visit.ts'
import { BOARD_SCHEMA, readBoard } from './board-address.ts'

const KEYS = ['month', 'unit', 'unitName', 'field', 'place', 'placeName'] as const

/** The open data of an address as CSV: a hidden count is empty. */
export async function openCsv(visit: Visit): Promise<Response> {
  const rows = await asked(visit)
  if (rows === null) return refused(visit)
  const head = [...KEYS, ...FLOWS, 'hidden']
  const lines = rows.map((row) => {
    const counts = FLOWS.map((flow) => row.counts[flow])
    return [...KEYS.map((key) => row[key]), ...counts, counts.filter((count) => count === null).length]
  })
  return new Response(csvOf([head, ...lines]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="so-lieu.csv"',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** The same as JSON. */
export async function openJson(visit: Visit): Promise<Response> {
  const rows = await asked(visit)
  if (rows === null) return refused(visit)
  return Response.json(
    {
      $schema: new URL(BOARD_SCHEMA, visit.url).pathname,
      centre: visit.centre.name,
      hiddenBelow: FEWEST_SHOWN,
      rows,
    },
    { headers: { 'X-Content-Type-Options': 'nosniff' } },
  )
}

async function asked({ reads, desk, url }: Visit): Promise<readonly OpenDataRow[] | null> {
  const rows = await reads.seeOpenData(desk, readBoard(url.searchParams))
  return isRefusal(rows) ? null : rows
}

function refused({ words }: Visit): Response {
  return new Response(words.board.misread, {
    status: 422,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

const count = {
  type: ['integer', 'null'],
  minimum: 0,
  description: 'null: 1 to 4, or hidden beside such a count',
}

/** What the JSON holds (JSON Schema 2020-12); the CSV has the same columns. */
export function openSchema(): Response {
  const text = { type: 'string' }
  return Response.json(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Số liệu công khai của Trung tâm Hành chính công / Public figures of the centre',
      type: 'object',
      required: ['centre', 'hiddenBelow', 'rows'],
      properties: {
        $schema: text,
        centre: text,
        hiddenBelow: { const: FEWEST_SHOWN },
        rows: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: [...KEYS, 'counts'],
            properties: {
              month: {
                type: 'string',
                pattern: String.raw`^\d{4}-\d{2}$`,
                description: 'Month in Asia/Ho_Chi_Minh',
              },
              unit: { ...text, description: 'Code of the competent agency' },
              unitName: text,
              field: { ...text, description: 'Field of the procedures' },
              place: {
                ...text,
                description: 'Code of the commune or ward that helped; empty where none did',
              },
              placeName: text,
              counts: {
                type: 'object',
                additionalProperties: false,
                required: [...FLOWS],
                properties: Object.fromEntries(FLOWS.map((flow) => [flow, count])),
              },
            },
          },
        },
      },
    },
    { headers: { 'Content-Type': 'application/schema+json' } },
  )
}
