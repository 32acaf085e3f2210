/** A transfer as a banking app reads it from a code. */
export interface TransferAsked {
  /** Six digits by which the banks name each other (BIN). */
  readonly bank: string
  readonly account: string
  readonly dong: number
  /** What is written with the transfer: letters and digits. */
  readonly content: string
}

/** What the national payment corporation registered in the EMVCo scheme. */
const NAPAS = 'A000000727'
const TO_AN_ACCOUNT = 'QRIBFTTA'
const ONCE = '12'
const DONG = '704'

/** The text of a VietQR code for one transfer: the EMVCo QR format with its check sum at the end. */
export function vietQr({ bank, account, dong, content }: TransferAsked): string {
  const beneficiary = field('00', bank) + field('01', account)
  const open =
    field('00', '01') +
    field('01', ONCE) +
    field('38', field('00', NAPAS) + field('01', beneficiary) + field('02', TO_AN_ACCOUNT)) +
    field('53', DONG) +
    field('54', String(dong)) +
    field('58', 'VN') +
    field('62', field('08', content)) +
    '6304'
  return open + crc16(open)
}

function field(tag: string, value: string): string {
  return `${tag}${String(value.length).padStart(2, '0')}${value}`
}

/** CRC-16/CCITT-FALSE of ASCII text, in four hexadecimal digits. */
function crc16(text: string): string {
  let crc = 0xff_ff
  for (const one of text) {
    crc ^= one.charCodeAt(0) << 8
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x80_00 ? (crc << 1) ^ 0x10_21 : crc << 1) & 0xff_ff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
