import { BATCH_ROUTES } from './batches.ts'
import { CASH_ROUTES } from './cash.ts'
import { COPY_ROUTES } from './copies.ts'
import { DELEGATION_ROUTES } from './delegations.ts'
import { CHANGE_ROUTES } from './dossier-changes.ts'
import { DOSSIER_ROUTES } from './dossiers.ts'
import { DRAFT_ROUTES } from './drafts.ts'
import { FILING_ROUTES } from './filings.ts'
import { FIELD_ROUTES } from './field/routes.ts'
import { FIGURE_ROUTES } from './figures.ts'
import { FOLLOW_ROUTES } from './follow.ts'
import { OUTREACH_ROUTES } from './outreach.ts'
import { REPORT_ROUTES } from './message-reports.ts'
import { PROCEDURE_ROUTES } from './procedures.ts'
import { SHEET_ROUTES } from './hand-over-sheets.ts'
import { POST_ROUTES } from './post.ts'
import { NOTICE_ROUTES } from './payment-notices.ts'
import type { ApiRoute } from './route.ts'
import { SESSION_ROUTES } from './sign-in.ts'
import { WORKLIST_ROUTES } from './worklists.ts'

/** Every route of the API that does something; the app, the document, the permission walk and the tests read it. */
export const ROUTES: readonly ApiRoute[] = [
  ...PROCEDURE_ROUTES,
  ...FOLLOW_ROUTES,
  ...SESSION_ROUTES,
  ...DOSSIER_ROUTES,
  ...FILING_ROUTES,
  ...OUTREACH_ROUTES,
  ...FIELD_ROUTES,
  ...BATCH_ROUTES,
  ...DRAFT_ROUTES,
  ...COPY_ROUTES,
  ...CHANGE_ROUTES,
  ...SHEET_ROUTES,
  ...WORKLIST_ROUTES,
  ...FIGURE_ROUTES,
  ...DELEGATION_ROUTES,
  ...CASH_ROUTES,
  ...POST_ROUTES,
  ...NOTICE_ROUTES,
  ...REPORT_ROUTES,
]
