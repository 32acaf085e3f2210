/** The parts of Turbo that the house calls; the package brings no types. */
declare module '@hotwired/turbo' {
  export const session: { refresh(url: string): void; pageRefreshDebouncePeriod: number }
  export function visit(address: string): void
}
