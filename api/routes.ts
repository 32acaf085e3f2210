import { CASH_ROUTES } from './cash.ts'
import { CHANGE_ROUTES } from './dossier-changes.ts'
import { DOSSIER_ROUTES } from './dossiers.ts'
import { DRAFT_ROUTES } from './drafts.ts'
import { FIGURE_ROUTES } from './figures.ts'
import { FOLLOW_ROUTES } from './follow.ts'
import { PROCEDURE_ROUTES } from './procedures.ts'
import { SHEET_ROUTES } from './hand-over-sheets.ts'
import type { ApiRoute } from './route.ts'
import { SESSION_ROUTES } from './sign-in.ts'
import { WORKLIST_ROUTES } from './worklists.ts'

/** Every route of the API that does something; the app, the document, the permission walk and the tests read it. */
export const ROUTES: readonly ApiRoute[] = [
  ...PROCEDURE_ROUTES,
  ...FOLLOW_ROUTES,
  ...SESSION_ROUTES,
  ...DOSSIER_ROUTES,
  ...DRAFT_ROUTES,
  ...CHANGE_ROUTES,
  ...SHEET_ROUTES,
  ...WORKLIST_ROUTES,
  ...FIGURE_ROUTES,
  ...CASH_ROUTES,
]
