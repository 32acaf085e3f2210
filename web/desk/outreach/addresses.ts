export const OUT_SESSIONS = '/ban/luu-dong'
export const OUT_SESSIONS_NEW = '/ban/luu-dong/moi'
export const OUT_DEVICES = '/ban/luu-dong/thiet-bi'
export const OUT_PACKETS = '/ban/luu-dong/goi-ho-so'
export const OUT_HOME = '/ban/tai-nha'
export const OUT_HOME_NEW = '/ban/tai-nha/moi'
export const OUT_HOME_ROUTE = '/ban/tai-nha/lich'

export function outSessionAddress(id: string): `/${string}` {
  return `${OUT_SESSIONS}/${id}`
}

export function outHomeAddress(code: string): `/${string}` {
  return `${OUT_HOME}/${code}`
}

export function packetAddress(id: string): `/${string}` {
  return `${OUT_PACKETS}/${id}`
}
