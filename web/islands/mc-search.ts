import { visit } from '@hotwired/turbo'
import { readAsked } from '#domain/dossier/asked.ts'
import { type Suggested, SuggestionBox } from './suggestion-box.ts'

interface Piece {
  readonly text: string
  readonly isFound: boolean
}

interface Suggestion {
  readonly code: string
  readonly title: readonly Piece[]
  readonly person: readonly Piece[]
  readonly stage: string
  readonly procedureName: string
}

/** Suggests dossiers. */
class Search extends SuggestionBox {
  protected asksFor(typed: string): boolean {
    const { code, needles } = readAsked(typed)
    // A whole code is opened by Enter at once; there is nothing to choose from.
    return code === null && needles.length > 0
  }

  protected async ask(typed: string, signal: AbortSignal): Promise<Suggested | null> {
    const answer = await fetch(this.dataset['suggest'] ?? '', {
      method: 'POST',
      body: new URLSearchParams({ q: typed }),
      signal,
      redirect: 'error',
    })
    const found: unknown = answer.ok ? await answer.json() : null
    return isFound(found) ? { options: found.suggestions.map(optionOf), said: found.said } : null
  }

  protected open(option: HTMLElement): void {
    const { input } = this
    if (input) input.value = ''
    visit(`/ban/ho-so/${encodeURIComponent(option.dataset['code'] ?? '')}`)
  }
}

interface Found {
  readonly suggestions: readonly Suggestion[]
  readonly said: string
}

function isFound(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && 'suggestions' in value && 'said' in value
}

function optionOf({ code, title, person, stage, procedureName }: Suggestion): HTMLElement {
  const option = document.createElement('li')
  option.dataset['code'] = code
  const more = document.createElement('small')
  const procedure = document.createElement('span')
  procedure.lang = 'vi'
  procedure.textContent = procedureName
  more.append(`${stage} · `, procedure)
  option.append(lineOf('code', title), ' ', lineOf('name', person), ' ', more)
  return option
}

function lineOf(name: string, pieces: readonly Piece[]): HTMLElement {
  const line = document.createElement('span')
  line.className = name
  if (name === 'name') line.lang = 'vi'
  line.append(
    ...pieces.map(({ text, isFound }) => {
      if (!isFound) return text
      const mark = document.createElement('mark')
      mark.textContent = text
      return mark
    }),
  )
  return line
}

customElements.define('mc-search', Search)
