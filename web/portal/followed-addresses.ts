/** The dossier that code and key in the cookie open, and what is done with it from there. */
export const FOLLOWED = '/tra-cuu/ho-so'
export const FOLLOWED_RESULT = '/tra-cuu/ket-qua.pdf'
export const ANSWER_FOLLOWED = '/tra-cuu/bo-sung'
export const WITHDRAW_FOLLOWED = '/tra-cuu/rut'
/** In an address after something was sent, so that the page says so. */
export const SENT_MARK = 'da-gui'
