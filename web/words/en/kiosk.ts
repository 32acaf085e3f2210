import type { kiosk as vietnamese } from '../vi/kiosk.ts'

export const kiosk: typeof vietnamese = {
  title: 'The machine for citizens',
  lead: 'What would you like to do? Touch a box.',
  tiles: {
    find: 'Find a procedure, print what to bring',
    lookUp: 'Look up a dossier',
    file: 'File online',
    help: 'Have an officer file with you',
    rate: 'Rate the service',
    feedback: 'Remarks, proposals, complaints',
  },
  hints: {
    find: 'What you need, how long it takes, what it costs',
    lookUp: 'By the code and the key on your slip',
    file: 'Choose a procedure and press “File online”',
    help: 'Call an officer, who signs in here and does it with you',
    rate: 'By the six figures an officer gives you',
    feedback: 'Write to the centre and see the answer',
  },
  privacy:
    'The machine keeps nothing: after 60 seconds without a touch all you typed and saw is gone. When you are done, press “Finish”.',
  staff: 'For officers: set up this machine',
  end: 'Finish, forget everything',
  print: 'Print this page',
  warnTitle: 'Are you still there?',
  warn: (seconds: number) =>
    `Nobody has touched the machine for a while. In ${seconds} seconds it forgets everything, to keep what is yours to yourself. Touch anywhere to go on.`,
  stay: 'I am still here',
  desk: {
    title: 'The machine for citizens in the hall',
    isOn: 'The machine you sit at is one for citizens.',
    isOff: 'The machine you sit at is an ordinary one. Turn this on only at a machine in the hall.',
    what: [
      'Large letters and buttons; at the foot of every page “Finish, forget everything”.',
      'After 60 seconds without a touch it finishes by itself: signed out, what was typed forgotten, back at the first page. It asks 20 seconds before; any touch goes on.',
      'Turning it on signs you out of this machine. To turn it off, sign in here again.',
    ],
    turnOn: 'Use this machine for citizens',
    turnOff: 'No longer use it for citizens',
  },
}
