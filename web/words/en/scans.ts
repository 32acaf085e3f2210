import { format } from '../format.ts'
import type { scans as vietnamese } from '../vi/scans.ts'

const f = format('en')

/** What the viewer of scanned papers says. */
export const scans: typeof vietnamese = {
  title: 'Scanned papers',
  none: 'There is no scan yet.',
  other: 'Other papers',
  show: (name) => `Show ${name}`,
  by: (name, moment) => `${name}, ${moment}`,
  sentOnline: 'Sent online by the applicant',
  size: (bytes) =>
    bytes < 1_048_576 ? `${f.number(Math.ceil(bytes / 1024))} KB` : `${f.number(bytes / 1_048_576)} MB`,
  viewer: 'Paper shown',
  openFile: 'Open the file',
  checksum: (start) => `Checksum ${start}`,
  page: (at, of) => `Page ${at}/${of}`,
  previous: 'Previous page',
  next: 'Next page',
  larger: 'Larger',
  smaller: 'Smaller',
  broken: 'This file cannot be shown. Use “Open the file” to look at it with another program.',
  attach: 'Add scans',
  attachFiles: 'Choose files (PDF, JPEG, PNG)',
  attachHint: (most) => `Each at most ${f.number(most)} MB; several at once`,
  of: 'A scan of',
  send: 'Add to the dossier',
  noFile: 'No file was chosen.',
  strike: 'Strike out a scan attached by mistake',
  reason: 'Why',
  reasonHint: 'The file is kept; everybody sees the reason.',
  noReason: 'Say why the scan is struck out.',
  strikeSend: 'Strike this scan out',
  struck: (reason) => `Struck out: ${reason}`,
}
