import type { PageFault } from '#domain/digitising/page-quality.ts'
import type { Fact } from '#domain/outcome.ts'
import { format } from '../format.ts'
import { said } from '../said.ts'
import type { handingIn as vietnamese } from '../vi/handing-in.ts'

const f = format('en')
type Facts = { readonly [name: string]: Fact }

const pageFaults: Record<PageFault, string> = {
  blank:
    'The picture is blank, no writing is seen. Check that it is the right side of the paper, then take it again.',
  'too-dark': 'The picture is too dark. Switch on a light or go where it is bright, then take it again.',
  'too-faint':
    'The writing is too faint. Lay the paper in even light without the shade of your hand, then take it again.',
  blurred:
    'The picture is blurred. Hold the phone still, touch the writing on the screen to focus, then take it again.',
  'too-small':
    'The picture is too small to be read. Go nearer so that the paper fills the picture; do not use pictures saved from messages.',
}

export const handingIn: typeof vietnamese = {
  pageFaults,
  ofPage: (page, fault) => `Page ${f.number(page)}: ${fault}`,
  hardToRead: (name) => `Look at “${name}” again`,
  stillCounts: 'If you can read every word, go on; if not, remove this file and take the picture again.',
  waiting: 'Waiting to be checked for viruses. Go on, you need not send it again.',
  infected: (moment) =>
    `A file sent at ${moment} carried a virus, was deleted and does not count. Send another, for example a photograph of the paper.`,
  ownStates: {
    waiting: 'A file is waiting to be checked for viruses; there is nothing for you to do.',
    infected:
      'A file carried a virus, was deleted and does not count. The officer asks for it again if needed.',
  },
  unfinished: 'Not sent to the end',
  unfinishedOne: (name, percent) =>
    `${f.number(percent)} % of “${name}” has been sent. Choose the same file again to send the rest.`,
  forget: 'Remove what was sent',
  camera: 'Take a photograph',
  cameraHint:
    'Lay the paper on a dark ground and take it from straight above with all four corners. It is straightened and made readable by itself.',
  preparing: 'Looking at “{tep}”…',
  straightened: 'The picture was straightened and made readable.',
  again: 'Take or choose another picture',
  anyway: 'I can read it, send this picture',
  sending: 'Sending “{tep}”: {so} %',
  brokenOff: 'The line broke at {so} %. What was sent is kept; the rest goes by itself once there is a line.',
  goOn: 'Go on now',
  stop: 'Do not send this file',
  failed: '“{tep}” could not be sent. Check your connection, then press “Go on now”.',
  done: '“{tep}” has been sent.',
  thenOnward: 'The page goes on when it has been sent.',
  understood: 'I see',
  held: 'The centre holds a certified copy of this paper of yours. Choose it below and you need not send it again.',
  useHeld: (code, moment, until) =>
    `Use the certified copy of dossier ${code} (checked ${moment}${until === null ? '' : `; the paper is valid until ${until}`})`,
  notChecked: 'not checked yet, cannot be opened',
  thrownOut: 'carried a virus, deleted; ask for this paper again',
  seeHeld: (code) => `Certified copy of dossier ${code}`,
}

export const handingInRefusals = {
  'draft-too-many-files': (facts: Facts) =>
    `A filing has at most ${said(facts['most'])} files. Put several pages into one PDF, or remove files you do not need.`,
  'draft-too-large': (facts: Facts) =>
    `The files of this filing together are more than ${said(facts['most'])} MB. Remove files you do not need, or take smaller pictures, then send “${said(facts['name'])}”.`,
  'uploads-too-large': (facts: Facts) =>
    `What you have begun and not filed holds more than ${said(facts['most'])} MB of files. File or delete older ones first.`,
  'uploads-too-many': (facts: Facts) =>
    `You have ${said(facts['most'])} files that were not sent to the end. Finish or remove some, then send another.`,
  'no-such-upload': () =>
    'What was sent is not kept any more. Choose the file and send it from the beginning.',
  'upload-under-way': (facts: Facts) =>
    facts['name'] === null || facts['name'] === undefined
      ? 'A file arrived while you were filing. Look at the papers again, then file.'
      : `${said(facts['percent'])} % of “${said(facts['name'])}” has been sent. Wait until it is done, or remove it on the page of the paper.`,
  'file-infected': (facts: Facts) =>
    `“${said(facts['name'])}” carries a virus; it was not taken and has been deleted. Send another file, for example a photograph of the paper, and have your device checked.`,
  'file-check-away': (facts: Facts) =>
    `“${said(facts['name'])}” cannot be checked for viruses just now. Try again in a few minutes, or send without a file.`,
  'files-not-checked': (facts: Facts) =>
    `Not checked for viruses yet: ${said(facts['files'])}. It is tried again every half minute; nothing can be accepted before.`,
  'paper-infected': () =>
    'All files of a paper carried a virus and were deleted. Ask for that paper again; it cannot be accepted.',
} as const
