export const fieldPrinting = {
  receivedAt: 'Received',
  paper: 'Paper',
  papers: { '80': 'Roll of 80 mm', '58': 'Roll of 58 mm', a5: 'Sheet of A5' },
  print: 'Print the receipt',
  bluetooth: 'Print over Bluetooth',
  usb: 'Print over USB',
  states: {
    sending: 'Sending to the printer…',
    sent: 'Sent to the printer.',
    none: 'No printer was chosen.',
    failed:
      'It could not be sent to the printer. See that it is on and has paper and try again, or print from the browser.',
  },
}
