/** What a file may ask of the program before anything of it is unpacked. */
export const UPLOAD_LIMITS = {
  /** Of one copy, whichever files it comes from. */
  pages: 100,
  files: 30,
  /** Width times height of one picture: A4 at 600 dpi has 35 million. */
  pixels: 40_000_000,
  /** Bytes all compressed parts of a PDF may come to. */
  unpacked: 512 * 1024 * 1024,
  /** Seconds in which a copy must have been made. */
  seconds: 120,
} as const

/** Why a file cannot be worked with once it has been looked into; each has a sentence that says what to do. */
export type UploadFault = 'locked' | 'active' | 'bomb' | 'too-many-pages' | 'unreadable' | 'too-slow'
