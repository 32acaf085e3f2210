import { format } from '../format.ts'
import type {
  scanBox as vietnamese,
  scanBoxRefusals as refusals,
  sealedCopy as copy,
} from '../vi/scan-box.ts'

const f = format('en')

/** Where results that were stamped by hand come back as scans. */
export const scanBox: typeof vietnamese = {
  title: 'Scans of stamped results',
  way: 'Stamped scans',
  lead: 'Results printed here, signed by hand and stamped: scan them and put the files in. The QR code in the lower corner of each page brings the scan to its dossier.',
  files: 'Drop or choose scanned files (PDF, JPEG, PNG)',
  filesHint: (each, all) =>
    `A stack of several results may be one file; upside down, crooked, with blank sheets between is fine. At most ${f.number(each)} MB a file, ${f.number(all)} MB and 100 pages in one go; 100 pages take about a minute.`,
  noFile: 'No file was chosen.',
  send: 'Read and attach',
  took: ({ pages, attached, left, known }) =>
    [
      `${f.number(pages)} pages read: attached to ${f.number(attached)} dossiers`,
      `${f.number(left)} documents not recognised`,
      ...(known === 0 ? [] : [`${f.number(known)} documents sent before, not attached again`]),
    ].join('; ') + '.',
  assigned: (code) => `The scan was attached to dossier ${code}.`,
  putAside: 'The scan was put aside. File and reason are kept.',
  again: 'Recognise again',
  againHint: 'Scans of what was approved or sealed meanwhile are attached.',
  recognised: (count) =>
    count === 0
      ? 'No further scan was recognised.'
      : `${f.number(count)} more scans were recognised and attached.`,
  waiting: 'Not recognised',
  noneWaiting: 'No scan waits.',
  why: {
    'no-mark': 'No QR code of a result could be read',
    'unknown-dossier': 'The QR code names a dossier this centre does not have',
    'signed-electronically': 'The result of this dossier is signed electronically and is no paper',
    'not-approved': 'The result of this dossier is not approved, or was sent back to be done anew',
    'another-print': 'This is not the print that was approved for this dossier',
    'attached-already': 'This dossier has its stamped scan already',
    'not-sealed': 'The sealing of this dossier is not recorded yet',
    'pages-missing': 'Pages are missing, or the code on some cannot be read',
  },
  whatToDo: {
    'no-mark': 'Look at the scan and attach it to its dossier, or scan the lower left corner anew.',
    'unknown-dossier': 'It may come from elsewhere. Look at it and reject it, or attach it to its dossier.',
    'signed-electronically': 'The original is the signed file; look at this scan and reject it.',
    'not-approved': 'Wait for the approval and scan the new print, or reject this scan.',
    'another-print': 'See whether it is the document that was issued, then attach or reject it.',
    'attached-already':
      'Compare it with the one that is there. Reject a double; where the other is bad, strike that on the page of the dossier and attach this one.',
    'not-sealed': 'Record the sealing on the page of the dossier, then “Recognise again”.',
    'pages-missing': 'Scan all pages anew; if this one is whole all the same, attach it.',
  },
  nowKnown: 'It can be recognised by now: “Recognise again” attaches it.',
  thumbnail: (number) => `First page of scan ${number}`,
  number: (number) => `Scan ${f.number(number)}`,
  see: (pages) => `See the scan (PDF, ${f.number(pages)} pages)`,
  marked: 'The QR code names dossier',
  missing: (pages, of) => `page ${pages} of ${f.number(of)} missing`,
  unread: (count) => `${f.number(count)} pages without a code that can be read`,
  sent: (name, moment) => `sent by ${name}, ${moment}`,
  file: (name, pages) => `${name}, page ${pages}`,
  original: 'Original file',
  assign: 'Attach to a dossier',
  code: 'Dossier code',
  reason: 'Why',
  assignHint: 'For example: the code is under the stamp, compared with the dossier.',
  doAssign: 'Attach this scan',
  reject: 'Reject the scan',
  rejectHint: 'For example: scanned twice; no result. The file is kept with the reason.',
  doReject: 'Reject this scan',
  needed: { code: 'Give the dossier code.', reason: 'Say why: whoever looks at it again has to know.' },
  more: 'See the next scans',
  lately: 'Attached last',
  noneLately: 'No scan has been attached yet.',
  columns: { dossier: 'Dossier', at: 'Attached', by: 'Sent by', how: 'How' },
  byMark: (pages) => `By its QR code, ${f.number(pages)} pages`,
  byPerson: (reason) => `By hand: ${reason}`,
  struck: 'struck out on the page of the dossier',
  onDossier: 'The result as signed and stamped on paper, scanned',
  ofEarlier: 'of an earlier approval',
  seeOnDossier: 'Scan of the signed and stamped result',
}

/** Why a scan is not attached where a person wants it. */
export const scanBoxRefusals: typeof refusals = {
  'stack-blank': () =>
    'The files hold blank pages alone: see which side of the paper was scanned and scan it again.',
  'result-electronic': () =>
    'The result of this dossier is signed electronically: the original is the file, and no stamped scan is attached.',
  'result-not-stamped': () =>
    'This dossier is not approved and sealed here yet. Record the sealing on its page first, then attach the scan.',
  'result-scanned-already': () =>
    'This dossier has its stamped scan. If that one is bad, strike it on the page of the dossier and attach this one.',
  'no-such-waiting-scan': () =>
    'This scan is no longer here: somebody else may have just attached or rejected it. Load the page again.',
}

/** The stamped result, to who follows a dossier. */
export const sealedCopy: typeof copy = {
  title: 'Result',
  certified: 'Electronic copy of the result, compared with the paper (PDF)',
  plain: 'Scan of the signed and stamped result (PDF)',
  plainHint: 'A scan to look at; what counts is the paper that was handed over.',
}
