/** Where citizens file, and where an officer files with one of them at the centre. */
export const FILE_ONLINE = '/nop'
export const FILE_HELPED = '/ban/nop-giup'
export type FilingBase = typeof FILE_ONLINE | typeof FILE_HELPED

export function startAddress(base: FilingBase, procedure: string): `/${string}` {
  return `${base}/${encodeURIComponent(procedure)}`
}

interface Draft {
  readonly id: string
  readonly procedure: string
}

export function stepAddress(base: FilingBase, { id, procedure }: Draft, step: string): `/${string}` {
  // A redirect would write what is written so already a second time.
  return `${startAddress(base, procedure)}/${id}/${encodeURIComponent(step).replaceAll('%40', '@')}`
}

/** Where the files of a page that asks for a paper are sent to in pieces. */
export function uploadsAddress(base: FilingBase, draft: Draft, step: string): `/${string}` {
  return `${stepAddress(base, draft, step)}/tep`
}

export function filingAddress(base: FilingBase, id: string): `/${string}` {
  return `${base}/ho-so/${id}`
}

export const CHECK_STEP = 'kiem-tra'
/** A page for itself, where the form has a new version. */
export const SAVED_STEP = 'da-luu'
