import type { DeskPage } from './desk-page.ts'
import { callsPage } from './returning/calls-page.tsx'
import { arrivedPage } from './returning/arrived.tsx'
import { absencePage } from './dividing/absence.tsx'
import { delegatingPage } from './dividing/delegating.tsx'
import { divisionPage } from './dividing/division.tsx'
import { givingPage } from './dividing/giving.tsx'
import { papersPage } from './papers/papers-page.tsx'
import { sheetPage } from './papers/sheet-page.tsx'
import { manyPage } from './many/many-page.tsx'
import { dossierPage } from './dossier/dossier-page.tsx'
import { DOSSIER_FORM_PAGES } from './dossier/verb-pages.ts'
import { drawerFoundPage, drawerPage } from './returning/drawer.tsx'
import { handOverPage } from './returning/hand-over.tsx'
import { returnedPage } from './returning/returned.tsx'
import { foundPage, searchPage } from './search.tsx'
import { suggestPage } from './suggest.ts'
import { accountPage } from './account/account.tsx'
import { chooseSeatPage } from './account/choose-seat.tsx'
import { apologiesPage } from './lists/apologies.tsx'
import { anyListPage } from './lists/any-list.tsx'
import { communesPage } from './communes/communes-page.tsx'
import { digitisingPage } from './digitising.tsx'
import { cashPage } from './cash.tsx'
import { moneyOfDayPage } from './reconciling/day.tsx'
import { reconciliationPage } from './reconciling/reconciliation.tsx'
import { dayPage } from './lists/day.tsx'
import { REPORT_FILE_PAGES } from './reports/report-files.ts'
import { reportPage } from './reports/report-page.tsx'
import { partsPage } from './lists/parts-list.tsx'
import { remindersPage } from './lists/reminders.tsx'
import { worklistPage } from './lists/worklist.tsx'
import { feedbackListPage } from './opinions/feedback-list.tsx'
import { feedbackFilePage, feedbackPage } from './opinions/feedback-page.tsx'
import { handRatingPage } from './opinions/hand-over-page.tsx'
import { ratingsPage } from './opinions/ratings-page.tsx'
import { OUTREACH_PAGES } from './outreach/outreach-pages.ts'
import { PAPER_PAGES } from './printing/paper-pages.ts'
import { KEPT_PAPER_PAGES } from './printing/kept-papers.tsx'
import { REGISTER_PAGES } from './printing/register-page.tsx'
import { receiptPdf } from './receive/receipt-pdf.ts'
import { batchPage } from './receive/batch.tsx'
import { receiptListPdf, visitPage } from './receive/visit.tsx'
import { documentBookPage } from './certifying/document-book.tsx'
import { registerPage } from './certifying/register.tsx'
import { filingFilePage, filingPage, filingSlipPage } from './filings/filing-page.tsx'
import { filingsPage } from './filings/filings-page.tsx'
import { HELPED_PAGES } from './filings/helped-pages.ts'
import { receivedPage } from './receive/received.tsx'
import { receivePage } from './receive/receive.tsx'
import { turnAwayPage, turnedAwayPage } from './receive/turning-away.tsx'
import { orderingPage } from './post/ordering-page.tsx'
import { parcelPage } from './post/parcel-page.tsx'
import { POST_PAPER_PAGES } from './post/post-papers.ts'
import { postListPage } from './post/list-page.tsx'
import { postPage } from './post/post-page.tsx'
import { COPY_PAGES } from './scans/copy-pages.ts'
import { heldPage } from './scans/held-page.tsx'
import { comparedPage } from './drafting/compared-page.tsx'
import { draftPdf } from './drafting/draft-pdf.ts'
import { draftCommentsPage, draftsPage } from './drafting/drafts-page.tsx'
import { resultPdf } from './dossier/result-pdf.ts'
import { SCAN_BOX_PAGES } from './scan-box/scan-box-pages.tsx'
import { SCAN_PAGES } from './scans/scan-pages.ts'
import { shortcutsPage } from './shortcuts.tsx'
import { kioskPage } from './kiosk-page.tsx'
import { unreachedPage } from './telling/unreached-page.tsx'

/** Every page of the desk, in one list. */
export const DESK_PAGES: readonly DeskPage[] = [
  worklistPage,
  kioskPage,
  anyListPage,
  dayPage,
  apologiesPage,
  ratingsPage,
  feedbackListPage,
  feedbackPage,
  feedbackFilePage,
  handRatingPage,
  ...OUTREACH_PAGES,
  cashPage,
  reconciliationPage,
  moneyOfDayPage,
  communesPage,
  digitisingPage,
  remindersPage,
  partsPage,
  reportPage,
  ...REPORT_FILE_PAGES,
  registerPage,
  documentBookPage,
  receivePage,
  batchPage,
  visitPage,
  receiptListPdf,
  receivedPage,
  filingsPage,
  filingSlipPage,
  filingFilePage,
  filingPage,
  ...HELPED_PAGES,
  turnAwayPage,
  turnedAwayPage,
  receiptPdf,
  ...PAPER_PAGES,
  ...REGISTER_PAGES,
  ...KEPT_PAPER_PAGES,
  accountPage,
  chooseSeatPage,
  shortcutsPage,
  dossierPage,
  ...DOSSIER_FORM_PAGES,
  ...COPY_PAGES,
  heldPage,
  ...SCAN_PAGES,
  ...SCAN_BOX_PAGES,
  resultPdf,
  draftsPage,
  draftCommentsPage,
  comparedPage,
  draftPdf,
  searchPage,
  suggestPage,
  foundPage,
  postPage,
  postListPage,
  orderingPage,
  parcelPage,
  ...POST_PAPER_PAGES,
  drawerPage,
  drawerFoundPage,
  callsPage,
  unreachedPage,
  arrivedPage,
  returnedPage,
  handOverPage,
  divisionPage,
  givingPage,
  absencePage,
  delegatingPage,
  manyPage,
  papersPage,
  sheetPage,
]
