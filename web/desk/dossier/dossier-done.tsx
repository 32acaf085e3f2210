import { isRefusal } from '#domain/outcome.ts'
import { seeWhereabouts } from '#work/reading/see-whereabouts.ts'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { DeskVisit } from '../desk-page.ts'
import { dossierAddress } from './address.ts'
import { PAGE_COMMANDS, type PageCommand } from './verbs.ts'

const DID = 'da-lam'
const TO = 'ho-so'

/** The worklist, told what was just done; it stands in the address, so that the line stays until one goes on. */
export function doneAddress(command: PageCommand, code: string): `/${string}` {
  return `/ban?${DID}=${command}&${TO}=${code}`
}

/** What was just done with which dossier, where it lies now, and the way back to it; nothing otherwise. */
export async function DossierDone({ url, words, desk }: DeskVisit) {
  const command = PAGE_COMMANDS.find((one) => one === url.searchParams.get(DID))
  const code = url.searchParams.get(TO)
  if (!command || code === null) return null
  const where = await seeWhereabouts(desk, code)
  if (isRefusal(where)) return null
  const said = words.desk.dossier
  const { holder, stepName, stage } = where
  return (
    <Notice kind="success" role="status" id="dossier-done">
      <p>
        {said.done[command]} {said.doneFor(code)}{' '}
        {holder && (
          <>
            {stage === 'ready' ? said.liesReady : said.nowAt}{' '}
            {stage !== 'ready' && <span lang="vi">{stepName}; </span>}
            {holder.staffName === null ? (
              `${words.posts[holder.post]}, `
            ) : (
              <span lang="vi">{holder.staffName}, </span>
            )}
            <span lang="vi">{holder.unitName}</span>.{' '}
          </>
        )}
        <Link href={dossierAddress(code)}>{said.reopen}</Link>
      </p>
    </Notice>
  )
}
