import type { Moment } from '#domain/calendar/moment.ts'
import type { Paper, Spot } from '../print.ts'
import { signingTime } from '../vietnamese.ts'

/** What is seen where a person signed: the name and the moment, in blue. */
export function signatureLook(name: string, at: Moment, { width, height }: Spot): Paper {
  return {
    template: 'signature.typ',
    data: { name: name.normalize('NFC'), at: signingTime(at), width, height },
    madeAt: at,
  }
}

/** The agency's red seal; on a copy, its name and the moment at the top right of the first page. */
export function sealLook(agency: string, at: Moment, { width, height }: Spot, isCopy = false): Paper {
  const data = { agency: agency.normalize('NFC'), at: signingTime(at), width, height, isCopy }
  return { template: 'seal.typ', data, madeAt: at }
}

/** A number or a day, put in where it was left empty. */
export function filledLook(
  text: string,
  at: Moment,
  { width, height }: Spot,
  style: 'normal' | 'italic',
): Paper {
  return { template: 'filled.typ', data: { text: text.normalize('NFC'), width, height, style }, madeAt: at }
}

/** Millimetres in PDF points. */
const MM = 72 / 25.4

/** The place of the agency's signature on a copy: top right of the first page (Decree 30/2020/NĐ-CP, Appendix I). */
export const CORNER: Spot = {
  name: 'sao_y',
  page: 0,
  x: 132 * MM,
  y: 278 * MM,
  width: 72 * MM,
  height: 15 * MM,
}
