import type { NoticeWay } from '#domain/notices/notice.ts'
import { isOvertaken } from '#domain/notices/told.ts'
import { isRefusal } from '#domain/outcome.ts'
import { veiled } from '#domain/people/contact.ts'
import { may } from '#domain/people/may.ts'
import type { HeldDossier } from '#store/dossiers.ts'
import { actionFor, lawFor, today } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { receiversOf } from './receivers-of.ts'
import { dossierSubject } from './subjects.ts'
import { type ToldLine, toldLines } from './told-lines.ts'

export interface SeenNotice extends ToldLine {
  /** Whether the caller may have it sent again, because it is so still. */
  readonly mayAgain: boolean
}

/** What the citizen was told of a dossier, the latest first, and where it goes now. */
export interface SeenTold {
  readonly lines: readonly SeenNotice[]
  /** Addresses veiled; empty where there is nobody to tell. */
  readonly goTo: readonly { readonly way: NoticeWay; readonly address: string | null }[]
  /** Whether the centre tells citizens at all. */
  readonly isTold: boolean
}

export async function seeTold(desk: Desk, held: HeldDossier, book: CentreBook): Promise<SeenTold> {
  const { centre, now, notices } = desk
  const { id, dossier } = held
  const lines = await toldLines(centre, id)
  const receivers = notices && (await receiversOf({ centre, now, notices }, [dossierSubject(held)]))
  const destinations = receivers?.get(id)?.destinations ?? []
  const { steps } = lawFor(dossier, book).procedure
  const mayTell = !isRefusal(may(desk.actor, actionFor('PromptApplicant', dossier, steps), today(desk)))
  return {
    isTold: notices !== undefined,
    goTo: destinations.map(({ way, to }) => ({ way, address: to && veiled(to) })),
    lines: lines.map((line) => ({
      ...line,
      mayAgain: mayTell && destinations.length > 0 && !isOvertaken(line.kind, dossier),
    })),
  }
}
