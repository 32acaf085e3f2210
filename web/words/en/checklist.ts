import { format } from '../format.ts'
import type { Words } from '../vi.ts'

const f = format('en')

export const checklist: Words['checklist'] = {
  title: 'Papers to bring',
  titleOf: (name) => `Papers to bring: ${name}`,
  toProcedure: 'Back to the procedure',
  myCase: 'My case',
  iAm: 'What holds for me?',
  make: 'Make the list',
  papers: (count) => (count === 1 ? '1 paper' : `${f.number(count)} papers`),
  take: 'Take the list along',
  qr: 'QR code that opens this list',
  scan: 'Scan this code with your telephone to open the list. It holds nothing about you.',
  sms: 'Send by text message',
  mail: 'Send by e-mail',
  print: 'To print: press Ctrl+P; the list fits one sheet of A4.',
  asOf: (moment) => `Made at ${moment}. Rules may change.`,
}
