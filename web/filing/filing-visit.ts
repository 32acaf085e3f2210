import type { PlainWord } from '#domain/finding/guide.ts'
import type { Refusal } from '#domain/outcome.ts'
import type { AtDraft } from '#work/filing/own-draft.ts'
import { errorPage } from '../portal/error.tsx'
import type { Page } from '../page.tsx'
import type { Visit } from '../visit.ts'
import { refusalText, type Typed } from '../desk/form.ts'
import type { FilingBase } from './addresses.ts'

/** Somebody who files, alone or with an officer beside him: the same pages, in the frame of where they are. */
export interface FilingVisit {
  readonly visit: Visit
  readonly at: AtDraft
  readonly base: FilingBase
  /** Words of offices and what they mean. */
  readonly plainWords: readonly PlainWord[]
  /** How a page leads on to the sign-in and back. */
  readonly signIn: (path: string) => `/${string}`
  /** Makes sure the browser holds what its drafts are known by. */
  readonly withBrowser: () => AtDraft
  /** From when on another filing may be begun from here; null when one may. */
  readonly mayBegin: () => Temporal.Instant | null
  /** From when on so many files may be handed in from here; null when they may now. */
  readonly mayUpload: (files: number) => Temporal.Instant | null
}

export type FilingAnswer = Promise<Page | Response>
export type FilingPost = (filing: FilingVisit, typed: Typed) => FilingAnswer

/** What is not there, or not this person's, is a page that says so. */
export function refusedFiling({ visit }: FilingVisit, refusal: Refusal): Page {
  return errorPage(visit.words, 404, refusalText(visit.words, refusal))
}
