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

/** The agency's red seal; on a copy, the signer's name and the moment at the top right of the first page. */
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

const CORNER = { width: 72 * MM, height: 15 * MM, margin: 6 * MM }

/**
 * The place of the signature on a copy: top right of its first page, upright or across (Decree 30/2020/NĐ-CP,
 * Appendix I). On a page too small for it, it takes the width there is.
 */
export function cornerOf(page: { readonly width: number; readonly height: number }): Spot {
  const width = Math.min(CORNER.width, page.width - 2 * CORNER.margin)
  const height = Math.min(CORNER.height, page.height - 2 * CORNER.margin)
  const x = page.width - CORNER.margin - width
  return { name: 'sao_y', page: 0, x, y: page.height - CORNER.margin - height, width, height }
}
