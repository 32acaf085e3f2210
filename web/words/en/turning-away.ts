import type { turningAway as inVietnamese } from '../vi/turning-away.ts'

export const turningAway: typeof inVietnamese = {
  supplement: 'Request to supplement and complete',
  refusal: 'Refusal to receive',
  supplementButton: 'Papers are missing: make out a slip',
  refusalButton: 'Cannot be received: make out a refusal',
  supplementLead: 'Nothing has been received and no clock runs. Put down everything at once.',
  refusalLead:
    'Only where it is not this centre’s to settle or the law forbids it. Name the ground and where to go.',
  name: 'Name of the applicant',
  idNumber: 'Number of the paper',
  phone: 'Telephone',
  address: 'Address',
  whyAgain: 'Why it is asked again',
  whyAgainHint: 'Only where this person was asked before with the same procedure.',
  write: 'Make out the slip',
  back: 'Back to receiving',
  procedure: 'Procedure',
  at: 'Made out at',
  place: 'Where',
  items: 'To be supplemented or completed',
  ground: 'Ground',
  reason: 'Reason',
  instead: 'Where to go or what to do instead',
}
