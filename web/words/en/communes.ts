import type { communes as inVietnamese } from '../vi/communes.ts'

/** What the desk says of the communes and wards. */
export const communes: typeof inVietnamese = {
  title: 'Communes and wards',
  lead: (from, until) => `What the communes and wards settle themselves, from ${from} to ${until}.`,
  toReceive: 'To be received here',
  from: 'From',
  until: 'Until',
  show: 'Show',
  commune: 'Commune or ward',
  columns: {
    received: 'Received',
    settled: 'Settled',
    'settled-early': 'Early',
    'settled-late': 'Late',
    'in-progress': 'In progress',
    overdue: 'Overdue',
  },
  early: 'Share early',
  target: 'Target',
  missed: 'not reached',
  handedOn: 'Received for others',
  handedOnList: 'Dossiers handed in at another desk than that of the agency',
  hint: 'The share early is what was settled early of what was settled, cut to two decimals. The time of what was handed in elsewhere runs from its receipt by the competent agency.',
}
