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

/** Where pages are sent to become a copy. */
export function digitiseAddress(code: string): `/${string}` {
  return `${scansAddress(code)}/so-hoa`
}

/** Where a copy is certified. */
export function certifyAddress(code: string): `/${string}` {
  return `${scansAddress(code)}/chung-nhan`
}

/** The copies already held of the owner's papers. */
export function heldAddress(code: string): `/${string}` {
  return `${scansAddress(code)}/da-co`
}
