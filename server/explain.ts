import { MigrationChanged, MigrationUnknown } from '#store/migrate.ts'
import { codeOf, Fault, fault } from './faults.ts'

/** What to tell the person at the keyboard of an error that ended a command: one sentence, or a fault of ours. */
export function explain(error: unknown, folder: string): string {
  if (error instanceof Fault) return error.message
  if (error instanceof MigrationChanged) return fault('migration-changed', error).message
  if (error instanceof MigrationUnknown) return fault('migration-unknown', error).message
  switch (codeOf(error)) {
    case 'ENOSPC':
    case '53100':
      return fault('disk-full', { folder }).message
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fault('data-dir-unusable', { folder, reason: 'không có quyền đọc, ghi' }).message
    // The program's login, its schemas or tables are not there: nothing was ever started on this database.
    case '28P01':
    case '3F000':
    case '42P01':
      return fault('not-set-up', { folder }).message
    case '42501':
      return fault('database-rights-missing', { reason: messageOf(error) }).message
    default:
      return `Lỗi không lường trước, xin báo cho người phát triển:\n${stackOf(error)}`
  }
}

export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
