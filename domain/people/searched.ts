/**
 * Text as it is searched: without diacritics, in lower case, đ as d, punctuation as one space. The only folding in
 * the house: what is stored for search and what is typed into a search box both pass here, so "hoà", "hòa" and
 * "HOA" (composed or not) find each other.
 */
export function searched(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
