import type { Dots } from './dots.ts'

const ESC = 0x1b
const GS = 0x1d
/** Cheap printers hold little: a picture goes in bands of so many rows. */
const BAND = 128
const FEED_LINES = 3

/**
 * A picture as the bytes of ESC/POS: begin anew, the picture in bands (GS v 0), feed, cut. Letters are drawn and not sent
 * as letters: code pages for Vietnamese differ from printer to printer.
 */
export function escPos({ width, height, bits }: Dots): Uint8Array<ArrayBuffer> {
  const row = width / 8
  const parts = [[ESC, 0x40]]
  for (let from = 0; from < height; from += BAND) {
    const rows = Math.min(BAND, height - from)
    parts.push([GS, 0x76, 0x30, 0, row & 0xff, row >> 8, rows & 0xff, rows >> 8])
    parts.push([...bits.subarray(from * row, (from + rows) * row)])
  }
  parts.push([ESC, 0x64, FEED_LINES], [GS, 0x56, 0x42, 0])
  return new Uint8Array(parts.flat())
}
