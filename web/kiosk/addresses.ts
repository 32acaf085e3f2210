/** Where the machine in the hall begins, and where a person leaves it: everything is forgotten there. */
export const KIOSK = '/ki-ot'
export const KIOSK_LEAVE = '/ki-ot/xong'
export const KIOSK_MANIFEST = '/ki-ot/ung-dung.webmanifest'
/** Where an officer makes a machine one for citizens, and an own one again. */
export const KIOSK_SETTING = '/ban/ki-ot'
