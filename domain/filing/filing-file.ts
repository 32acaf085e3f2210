/** A file as it was handed in online. */
export interface FilingFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Hexadecimal. */
  readonly sha256: string
}
