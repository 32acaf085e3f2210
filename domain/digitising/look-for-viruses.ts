/** What a look for viruses came to. Whatever is not plainly clean or infected is unknown, and looked at again later. */
export type VirusFinding =
  | { readonly kind: 'clean' }
  /** What the scanner calls it. */
  | { readonly kind: 'infected'; readonly found: string }
  | { readonly kind: 'unknown'; readonly why: string }

/** Looks for viruses in a file. Never throws: a scanner that is away has found nothing out. */
export type LookForViruses = (bytes: Uint8Array) => Promise<VirusFinding>
