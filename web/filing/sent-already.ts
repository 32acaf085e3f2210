import { sentBefore } from '#work/filing/sent-before.ts'
import { ownDossierAddress } from '../citizen/addresses.ts'
import { seeOther } from '../desk/desk-page.ts'
import { FOLLOWED, SENT_MARK } from '../portal/followed-addresses.ts'
import { filingAddress } from './addresses.ts'
import type { FilingVisit } from './filing-visit.ts'

/** On to what a draft has become, for who clicked twice or went back; undefined where it was not sent. */
export async function sentAlready({ at, base }: FilingVisit, draft: string): Promise<Response | undefined> {
  const sent = await sentBefore(at.desk, draft)
  switch (sent?.kind) {
    case undefined:
      return undefined
    case 'filing':
      return seeOther(filingAddress(base, sent.id))
    case 'dossier':
      return seeOther(`${ownDossierAddress(sent.code)}?${SENT_MARK}`)
    case 'dossier-by-key':
      return seeOther(`${FOLLOWED}?${SENT_MARK}`)
  }
}
