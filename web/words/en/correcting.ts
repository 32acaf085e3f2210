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
  whats: {
    identity: 'Name, number of the paper',
    due: 'Lawful due moment',
    result: 'Result given',
  },
}
