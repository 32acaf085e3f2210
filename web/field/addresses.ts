/** The field app of the mobile team and of visits at home. */
export const FIELD = '/thuc-dia/'
export const FIELD_WORKER = '/thuc-dia/sw.js'
export const FIELD_MANIFEST = '/thuc-dia/ung-dung.webmanifest'
