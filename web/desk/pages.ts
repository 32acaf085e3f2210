import type { DeskPage } from './desk-page.ts'
import { shortcutsPage } from './shortcuts.tsx'

/** Every page of the desk, in one list. */
export const DESK_PAGES: readonly DeskPage[] = [shortcutsPage]
