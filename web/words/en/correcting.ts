import type { correcting as inVietnamese } from '../vi/correcting.ts'

export const correcting: typeof inVietnamese = {
  contactHint:
    'One officer can correct telephone, address, and diacritics or capitals of a name. What is left empty is removed.',
  proposeHint: 'It holds once the head or the director agrees. History keeps what stood before.',
  confirmHint: 'It holds at once. Who proposed it cannot confirm it.',
  waiting: 'A correction awaits its second person',
  what: 'What is corrected',
  whose: 'Whose',
  name: 'Name',
  phone: 'Telephone',
  address: 'Address',
  idNumber: 'Number of the paper',
  why: 'Reason for the correction',
  dueOn: 'Lawful due day',
  wrong: 'What is wrong with the result',
  documentNumber: 'Number of the correcting document',
  ground: 'Ground',
  mistake: 'What was mistaken',
  mistakes: {
    'wrong-person': 'Handed to the wrong person',
    'wrong-dossier': 'The wrong dossier was handed over',
    'not-taken': 'Recorded as handed over, but not taken',
  },
  handBackHint:
    'Only when the result is back at the counter. Once confirmed it waits to be handed over again; the mistaken hand-over stays in the history.',
  whats: {
    identity: 'Name, number of the paper',
    due: 'Lawful due moment',
    result: 'Result given',
    'hand-back': 'Result handed over by mistake',
  },
}
