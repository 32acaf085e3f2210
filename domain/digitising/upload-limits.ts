/** What a file may ask of the program before anything of it is unpacked. */
export const UPLOAD_LIMITS = {
  /** Of one copy, whichever files it comes from. */
  pages: 100,
  files: 30,
  /** Of one file: a scanned page in colour is about one megabyte; more than this is a slip. */
  bytes: 20 * 1024 * 1024,
  /** Width times height of one picture: A4 at 600 dpi has 35 million. */
  pixels: 40_000_000,
  /** Bytes all compressed parts of a PDF may come to. */
  unpacked: 512 * 1024 * 1024,
  /** Seconds in which a copy must have been made. */
  seconds: 120,
  /** Seconds in which a stack of scans must have been read and taken apart: many copies, on a machine that has other work. */
  stackSeconds: 300,
} as const

/** How large a page is kept. */
export const PAGE_SIZE = {
  /** Decree 30/2020/NĐ-CP, appendix I: at least 200 dpi; A4 at that has 2339 dots on its long side. */
  longSide: 2400,
  /** Of its JPEG, of a hundred. */
  quality: 80,
} as const

/** Why a file cannot be worked with once it has been looked into; each has a sentence that says what to do. */
export type UploadFault = 'locked' | 'active' | 'bomb' | 'too-many-pages' | 'unreadable' | 'too-slow'
