/** The screen of what was done on this device, beside those of an outing. */
export const DONE = 'da-lam'
