import { format } from '../format.ts'
import type { fieldFrame as vi } from '../vi/field-frame.ts'

const f = format('en')

export const fieldFrame: typeof vi = {
  title: 'Field',
  appTitle: 'Một Cửa in the field',
  online: 'Online',
  offline: 'Offline',
  lock: 'Lock',
  home: 'Outings',
  noLine:
    'The centre cannot be reached. Check the network and try again; what was done is still on the device.',
  needsScript: 'The field app needs JavaScript: switch it on in the browser and open it again.',
  tooOld:
    'This browser is too old to reckon due dates by the law. Update Chrome or Edge to version 144 or later and open it again.',
  noStore:
    'The device does not let anything be kept (private window, or no space left). Use an ordinary window, make room and try again.',
  register: {
    title: 'Register this device',
    lead: 'At the centre open the desk, mobile sessions, devices, and ask for a device code. It works once, within 15 minutes.',
    code: 'Device code',
    codeHint: '10 letters and digits, such as 7KQ2M-9XTRB',
    name: 'Name of the device',
    nameHint: 'To tell it by if it is lost, such as: Tablet no. 2',
    act: 'Register',
    acting: 'Registering…',
    codeNeeded: 'The device code is missing.',
    nameNeeded: 'The name of the device is missing.',
  },
  pin: {
    chooseTitle: 'Choose a PIN',
    chooseLead: (name) =>
      `Hello ${name}. What is half done on this device is encrypted by your PIN. Forget it, or type it wrong 10 times, and everything not sent is erased.`,
    first: 'PIN',
    firstHint: '6 to 12 digits',
    again: 'PIN again',
    choose: 'Use this PIN',
    faults: {
      'not-digits': 'A PIN has 6 to 12 digits.',
      'too-plain': 'Anybody would guess this one (the same or neighbouring digits). Choose another.',
    },
    differs: 'The two are not the same.',
    title: 'Type your PIN',
    lead: (name) => `Device of ${name}`,
    open: 'Unlock',
    opening: 'Unlocking…',
    wrong: (left) =>
      left === 1
        ? 'Wrong PIN. One try left; one more wrong one erases everything here.'
        : `Wrong PIN. ${f.number(left)} tries left.`,
    forgotten: 'PIN forgotten',
    forget: 'Erase everything and register again',
    forgetLead:
      'Nobody can open it without the PIN. To go on, everything here has to be erased, sealed dossiers that were not sent among it, and the device registered again.',
    forgetSure: 'I understand that what was not sent is lost',
  },
  outings: {
    title: 'My outings',
    onBoard: 'On this device',
    none: 'No outing is on this device yet. With a network, choose one below and press “Bring on board”.',
    upcoming: 'Planned in the next 7 days',
    noneUpcoming: 'No outing of the next 7 days has your name.',
    refresh: 'Look at the plan again',
    asking: 'Asking the centre…',
    session: 'Mobile session',
    visit: 'Visit at home',
    open: 'Go in',
    bring: 'Bring on board',
    bringAgain: 'Bring the latest',
    bringing: 'Loading, keep the device on…',
    brought: 'All on board, the network may go.',
    has: (procedures, numbers, registered, results) =>
      `${f.number(procedures)} procedures, ${f.number(numbers)} numbers, ${f.number(registered)} registered, ${f.number(results)} results to bring`,
    loadedAt: (moment) => `Loaded ${moment}`,
    drop: 'Take off the device',
    hours: (opens, closes) => `${f.clock(opens)} to ${f.clock(closes)}`,
  },
  sync: {
    title: 'Done on this device',
    count: (count) => (count === 0 ? 'All sent' : `${f.number(count)} to send`),
    send: 'Send now',
    sending: 'Sending…',
    none: 'Nothing was sealed on this device yet.',
    noNumber: '(no number yet)',
    kinds: {
      intake: 'Dossier',
      'hand-back': 'Result handed out',
      contact: 'At home',
      closing: 'Closing sheet',
    },
    waiting: 'Sealed on the device, sent when there is a network.',
    arriving: (have, all) => `On its way: ${f.number(have)} of ${f.number(all)} pieces.`,
    takenIn: 'The centre has it.',
    takenInDue: (due) => `The centre has it; due ${due}.`,
    toDecide: 'The centre has it; a person is looking at it.',
    refused: 'The centre did not take it; ask who leads the mobile team.',
    concerns: {
      'number-used-up': 'No number was left: the centre gives one.',
      'number-not-ours': 'The number on the slip does not count: the centre gives another.',
      'procedure-changed': 'The procedure has just changed.',
      'filed-also': 'This person has an open dossier of the same procedure.',
      'clock-unsure': 'The clock of the device is wrong, the moment of receipt is not sure.',
      refused: 'It did not pass the checks at receipt.',
    },
  },
  storage: {
    low: (mb) => `Only ${f.number(mb)} MB are left for this app. Remove photos or videos before you go.`,
    notKept:
      'The browser may erase data when the device is full. Install the app on the home screen to prevent it.',
  },
}
