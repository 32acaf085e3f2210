export const SCANS_AT = 'giay-to'

/** The scans of a dossier: where forms about them go. */
export function scansAddress(code: string): `/${string}` {
  return `/ban/ho-so/${code}/${SCANS_AT}`
}

/** The dossier with one of its scans shown. */
export function shownAddress(code: string, scan: string): `/${string}` {
  return `/ban/ho-so/${code}?xem=${scan}#${SCANS_AT}`
}

/** The content of a scan. */
export function contentAddress(code: string, scan: string): `/${string}` {
  return `${scansAddress(code)}/${scan}`
}
