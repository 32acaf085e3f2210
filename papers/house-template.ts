import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** What every template takes in. */
const SHEET = 'sheet.typ'
const known = new Map<string, string>()

/**
 * Which version of the house's own template a paper is set with: the beginning of SHA-256 over its file and the sheet all
 * share, so that two papers of one form can be told apart by the layout of their day.
 */
export function houseTemplateVersion(template: string): string {
  const before = known.get(template)
  if (before !== undefined) return before
  const texts = [template, SHEET].map((name) =>
    readFileSync(new URL(`templates/${name}`, import.meta.url), 'utf8'),
  )
  const version = hash('sha256', JSON.stringify(texts)).slice(0, 12)
  known.set(template, version)
  return version
}
