import { FILE_HELPED } from '../../filing/addresses.ts'
import { actOnFiling, filingPage } from '../../filing/filing-page.tsx'
import type { FilingAnswer, FilingPost, FilingVisit } from '../../filing/filing-visit.ts'
import { begin, startPage } from '../../filing/start-page.tsx'
import { saveStep, stepPage } from '../../filing/step-page.tsx'
import { MOST_UPLOAD_BYTES } from '#work/scanning/readable-files.ts'
import { isRefusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { today } from '#work/change-dossier.ts'
import type { DeskPage, DeskVisit } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'

/** The citizen's own pages at the centre's computer, where an officer helps: the citizen files, the officer is written down. */
function helped(
  path: DeskPage['path'],
  get: (filing: FilingVisit) => FilingAnswer,
  post: FilingPost,
  mostBytes?: number,
): DeskPage {
  const answered = async (visit: DeskVisit, answer: (filing: FilingVisit) => FilingAnswer) => {
    const allowed = may(visit.desk.actor, { kind: 'help-to-file' }, today(visit.desk))
    return isRefusal(allowed) ? refusedPage(visit, allowed) : answer(await atHelper(visit))
  }
  return {
    path,
    action: 'help-to-file',
    get: (visit) => answered(visit, get),
    post: (visit, typed) => answered(visit, (filing) => post(filing, typed)),
    ...(mostBytes !== undefined && { mostBytes }),
  }
}

async function atHelper(visit: DeskVisit): Promise<FilingVisit> {
  const at = { desk: visit.desk, browser: null }
  return {
    // Who is signed in as a citizen in this browser is not the one who sits here.
    visit: { ...visit, citizen: null },
    at,
    base: FILE_HELPED,
    plainWords: await visit.reads.seePlainWords(visit.desk),
    signIn: () => FILE_HELPED,
    withBrowser: () => at,
    mayBegin: () => null,
    mayUpload: () => null,
  }
}

export const HELPED_PAGES: readonly DeskPage[] = [
  helped(`${FILE_HELPED}/ho-so/:id`, filingPage, actOnFiling),
  helped(`${FILE_HELPED}/:key/:draft/:step`, stepPage, saveStep, MOST_UPLOAD_BYTES),
  helped(`${FILE_HELPED}/:key`, startPage, begin),
]
