import type { DeskPage } from '../desk-page.ts'
import { devicesPage } from './devices-page.tsx'
import { homeListPage } from './home-list.tsx'
import { homeNewPage } from './home-new.tsx'
import { homePage, homeSheetPdf } from './home-page.tsx'
import { homeRoutePage } from './home-route.tsx'
import { packetPage } from './packet-page.tsx'
import { packetsPage } from './packets-page.tsx'
import { changePlanPage, planPage } from './plan-page.tsx'
import { resultsToBringPdf, sessionPage } from './session-page.tsx'
import { sessionsPage } from './sessions-page.tsx'

/** Mobile sessions and visits at home; what has a name comes before what is named by an address. */
export const OUTREACH_PAGES: readonly DeskPage[] = [
  sessionsPage,
  planPage,
  changePlanPage,
  devicesPage,
  packetsPage,
  packetPage,
  resultsToBringPdf,
  sessionPage,
  homeListPage,
  homeNewPage,
  homeRoutePage,
  homeSheetPdf,
  homePage,
]
