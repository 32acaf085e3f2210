import { types } from 'pg'

/**
 * The only crossing of days and moments between TypeScript and PostgreSQL: both are text on our side. Every
 * connection sets `timezone` to UTC and `datestyle` to ISO, so a moment comes as `2019-03-05 01:00:00.123+00`.
 */
const { builtins } = types

function toMoment(column: string): string {
  if (column === 'infinity') return column
  const [whole = '', fraction = ''] = column.slice(0, -3).replace(' ', 'T').split('.')
  return `${whole}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}

/** Readers for `pg`: `date` and `timestamptz` as text, `bigint` as a number (all ours are far below 2^53). */
export const columnTypes: { getTypeParser: typeof types.getTypeParser } = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === builtins.DATE) return (column: string) => column
    if (oid === builtins.TIMESTAMPTZ) return toMoment
    if (oid === builtins.INT8) return Number
    return types.getTypeParser(oid, format as 'text')
  }) as typeof types.getTypeParser,
}
