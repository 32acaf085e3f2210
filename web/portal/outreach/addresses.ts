/** Sessions of the mobile team, and a registration by its code. */
export const SESSIONS = '/luu-dong'
export const SESSIONS_FEED = '/luu-dong/lich.ics'
export const REGISTERED = '/luu-dong/dang-ky'
export const REGISTERED_CANCEL = '/luu-dong/dang-ky/huy'
export const REGISTERED_CLOSE = '/luu-dong/dang-ky/dong'
/** Visits at home: to ask for one, and to follow it by code and key. */
export const HOME_VISIT = '/tai-nha'
export const HOME_FOLLOW = '/tai-nha/theo-doi'
export const HOME_TAKE_BACK = '/tai-nha/rut'
export const HOME_CLOSE = '/tai-nha/dong'

export function sessionAddress(id: string): string {
  return `${SESSIONS}/${id}`
}

export function posterAddress(id: string): string {
  return `${SESSIONS}/${id}/ap-phich.pdf`
}
