import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

/** A box on a page, by name. */
export interface Place {
  readonly name: string
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A result that was just signed or sealed. */
export interface DocumentToKeep {
  /** Hexadecimal. */
  readonly sha256: string
  readonly stage: 'approved' | 'sealed' | 'on-paper'
  readonly at: Moment
  readonly places: readonly Place[]
  readonly bytes: Uint8Array
  /** By what its scan is known again, where it is signed by hand. */
  readonly onPaper?: { readonly print: string; readonly pages: number }
}

/** A signed result by its hash. */
export async function resultDocument({ db }: Centre, sha256: string) {
  return db
    .selectFrom('result_document')
    .select(['bytes', 'places', 'stage', 'print'])
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirst()
}

/** Which of these hashes are results of this centre, with the dossier's code. */
export async function issuedAmong({ db }: Centre, hashes: readonly string[]) {
  if (hashes.length === 0) return []
  const rows = await db
    .selectFrom('result_document')
    .innerJoin('dossier', 'dossier.id', 'result_document.dossier_id')
    .select(['sha256', 'result_document.stage', 'result_document.at', 'dossier.code'])
    .where(
      'sha256',
      'in',
      hashes.map((one) => Buffer.from(one, 'hex')),
    )
    .execute()
  return rows.flatMap(({ sha256, stage, ...row }) =>
    // What goes out on paper is not a document anybody could show as a file.
    stage === 'on-paper' ? [] : { ...row, stage, sha256: sha256.toString('hex') },
  )
}
