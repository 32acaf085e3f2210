import { aboutMePage } from './about-me.tsx'
import type { CitizenPage } from './citizen-page.ts'
import { contactPage } from './contact.tsx'
import { devicesPage } from './devices.tsx'
import { letInPage } from './let-in.tsx'
import { minePage } from './mine.tsx'
import { noticesPage } from './notices.tsx'
import { ownFeedbackPage } from './own-feedback.tsx'
import { ownDossierPage, ownDossiersPage, ownResultPage, payOwnPage } from './own-dossiers.tsx'
import { answerOwnPage, withdrawOwnPage } from './own-acting.tsx'
import { correctDataPage, ownDataPage } from './own-data.tsx'
import { ownPapersPage } from './own-papers.tsx'
import { letterOwnPage, scanOwnPage, signedFilePage, signedOwnPage, wishOwnPage } from './own-result.tsx'
import { authorityPage, representationsPage } from './representations.tsx'
import { rateOwnPage } from './rate-own.ts'
import { stateForWhomPage } from './state-for-whom.tsx'
import { whoLookedPage } from './who-looked.tsx'

/** Every page of a citizen who is signed in, in one list. */
export const CITIZEN_PAGES: readonly CitizenPage[] = [
  minePage,
  aboutMePage,
  contactPage,
  ownDossiersPage,
  noticesPage,
  devicesPage,
  ownDossierPage,
  answerOwnPage,
  withdrawOwnPage,
  wishOwnPage,
  signedOwnPage,
  signedFilePage,
  letterOwnPage,
  scanOwnPage,
  ownPapersPage,
  whoLookedPage,
  ownDataPage,
  correctDataPage,
  rateOwnPage,
  ownFeedbackPage,
  representationsPage,
  stateForWhomPage,
  letInPage,
  authorityPage,
  payOwnPage,
  ownResultPage,
]
