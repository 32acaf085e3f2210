import { type Suggested, SuggestionBox } from './suggestion-box.ts'

interface Suggestion {
  readonly href: string
  readonly name: string
  readonly note: string
  /** The language of name and note, where it is not that of the page. */
  readonly lang?: string
}

/** Suggests procedures and what is done elsewhere. */
class Find extends SuggestionBox {
  protected asksFor(typed: string): boolean {
    return typed.trim().length > 1
  }

  protected async ask(typed: string, signal: AbortSignal): Promise<Suggested | null> {
    const answer = await fetch(`/thu-tuc/goi-y?${new URLSearchParams({ q: typed })}`, { signal })
    const found: unknown = answer.ok ? await answer.json() : null
    return isFound(found) ? { options: found.suggestions.map(optionOf), said: found.said } : null
  }

  protected open(option: HTMLElement): void {
    location.assign(option.dataset['href'] ?? '/thu-tuc')
  }
}

interface Found {
  readonly suggestions: readonly Suggestion[]
  readonly said: string
}

function isFound(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && 'suggestions' in value && 'said' in value
}

function optionOf({ href, name, note, lang }: Suggestion): HTMLElement {
  const option = document.createElement('li')
  option.dataset['href'] = href
  if (lang !== undefined) option.lang = lang
  const more = document.createElement('small')
  more.textContent = note
  option.append(name, ' ', more)
  return option
}

customElements.define('mc-find', Find)
