import { stageInWords } from '../parts/stage-in-words.ts'
import { isRefusal } from '#domain/outcome.ts'
import { highlighted, type Piece } from '#domain/people/highlighted.ts'
import { searchDossiers } from '#work/searching/search-dossiers.ts'
import { soughtBy } from '../parts/highlighted.tsx'
import type { DeskPage } from './desk-page.ts'
import { first } from './form.ts'
import { SUGGEST } from './search-box.tsx'

/** One dossier to choose while typing, ready to be shown. */
export interface Suggestion {
  readonly code: string
  readonly title: readonly Piece[]
  readonly person: readonly Piece[]
  readonly stage: string
  readonly procedureName: string
}

export interface Suggestions {
  readonly suggestions: readonly Suggestion[]
  /** How many there are, for those who hear. */
  readonly said: string
}

const MOST = 8

/** What the search box suggests while one types: asked by its script alone, and recorded like every search. */
export const suggestPage: DeskPage = {
  path: SUGGEST,
  action: 'search-dossiers',
  async post({ desk, words }, typed) {
    const found = await searchDossiers(desk, {
      typed: first(typed, 'q').slice(0, 400),
      withOlder: false,
      most: MOST,
    })
    if (isRefusal(found)) return answer({ suggestions: [], said: '' }, 403)
    const { lines, asked } = found
    const pieces = (text: string) => highlighted(text, soughtBy(asked.needles))
    const suggestions = lines.map(({ code, owner, stage, waitsFor, procedureName }) => ({
      code,
      title: pieces(code),
      person: pieces(owner.name),
      stage: stageInWords(words, { stage, waitsFor }),
      procedureName,
    }))
    return answer({ suggestions, said: words.desk.search.suggested(suggestions.length) })
  },
}

function answer(suggestions: Suggestions, status = 200): Response {
  return Response.json(suggestions, { status, headers: { 'Cache-Control': 'no-store' } })
}
