import type { Holder } from '#domain/dossier/events.ts'
import type { Centre } from '#store/database.ts'

/** Whom what is filed online concerns: everybody who may see it. */
export const ALL_FILINGS = 'filings'

/** Tells the pages of the counters and of the director that what was filed online is another than before. */
export function announceFiling(centre: Centre, code: string): void {
  centre.announce({ code, concerns: [ALL_FILINGS] })
}

/** Tells the pages of those who held the dossier and of those who hold it now. */
export function announceChange(
  centre: Centre,
  code: string,
  holders: readonly (Pick<Holder, 'unit' | 'post' | 'staff'> | null)[],
): void {
  const concerns = holders.flatMap((one) =>
    one ? [one.staff ?? '', `${one.unit} ${one.post}`].filter(Boolean) : [],
  )
  centre.announce({ code, concerns: [...new Set(concerns)] })
}
