import { isId } from '#shapes/id.ts'
import type { DeskVisit } from '../desk-page.ts'
import type { Standing } from '#work/post/see-post.ts'

export const POST = '/ban/buu-chinh' as const

/** What lies with the post at one standing, by the word it has in the address. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'to-send': 'can-gui',
  'under-way': 'dang-chuyen',
  late: 'qua-han',
  back: 'chuyen-hoan',
  arrived: 'mang-den',
  'to-see-to': 'can-xem',
}

export function standingAddress(standing: Standing): `/${string}` {
  return standing === 'to-send' ? POST : `${POST}?xem=${STANDING_WORDS[standing]}`
}

export function listAddress(id: string): `/${string}` {
  return `${POST}/bang/${id}`
}

export function parcelAddress(id: string): `/${string}` {
  return `${POST}/buu-gui/${id}`
}

export function orderingAddress(code: string): `/${string}` {
  return `${POST}/gui/${code}`
}

/** Receiving what a parcel brought. */
export const PARCEL_ASKED = 'buu-gui'

const NOTHING = '00000000-0000-0000-0000-000000000000'

/** The id in an address; one that cannot be one names nothing. */
export function idIn({ c }: DeskVisit): string {
  const id = c.req.param('id') ?? ''
  return isId(id) ? id : NOTHING
}
