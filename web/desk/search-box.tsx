import '../parts/elements.ts'
import type { Words } from '../words/vi.ts'

export const SEARCH = '/ban/tim'
export const SUGGEST = '/ban/tim/goi-y'

/**
 * The one search box, on top of every page of the desk. It sends by itself; script suggests while one types. What is
 * typed stays when the page shows itself anew, but not when its language is changed.
 */
export function SearchBox({ words }: { words: Words }) {
  const said = words.desk.search
  return (
    <mc-search
      id={`search-${words.language}`}
      class="search-box"
      role="search"
      aria-label={said.label}
      data-turbo-permanent="true"
      data-suggest={SUGGEST}
      data-suggestions={said.suggestions}
    >
      <form method="post" action={SEARCH}>
        <label class="ds-sr-only" for="search-typed">
          {said.label}
        </label>
        <input
          class="ds-input"
          type="search"
          id="search-typed"
          name="q"
          maxLength={400}
          placeholder={said.placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          data-search-box
          aria-keyshortcuts="/"
        />
        <button class="ds-button" data-variant="secondary">
          {said.submit}
        </button>
      </form>
    </mc-search>
  )
}
