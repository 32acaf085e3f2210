export const MINE = '/toi'
export const SIGN_IN = '/toi/dang-nhap'
export const CODE = '/toi/dang-nhap/ma'
/** Off to the national identity, and back from it. */
export const IDENTITY = '/toi/dang-nhap/dinh-danh'
export const IDENTITY_RETURN = '/toi/dang-nhap/dinh-danh/ve'
/** Where the browser asks what a passkey shall sign. */
export const PASSKEY = '/toi/dang-nhap/khoa'
export const SIGN_OUT = '/toi/dang-xuat'
export const ABOUT_ME = '/toi/thong-tin'
export const CONTACT = '/toi/lien-he'
export const NOTICES = '/toi/thong-bao'
/** What a device is told to show, and which devices do. */
export const DEVICES = '/toi/thong-bao/thiet-bi'
/** The script that a browser wakes for a push. Below the page of notices: it has a say on no page at all. */
export const PUSH_WORKER = '/toi/thong-bao/bao-tin.js'
/** In letters, for who wants no more of them; needs no sign-in. */
export const STOP_NOTICES = '/thoi-bao-tin/:token'
export const OWN_DOSSIERS = '/toi/ho-so'
export const REPRESENTING = '/toi/nop-thay'
export const STATE_FOR_WHOM = '/toi/nop-thay/khai'
export const LET_IN = '/toi/nop-thay/cho-nguoi'
export const AUTHORITY = '/toi/nop-thay/giay'
export const OWN_FEEDBACK = '/toi/gop-y'
export const MESSAGES = '/trinh-dien/tin-nhan'

/** Only ways within the house are gone on to. */
export function nextOf(path: string | undefined): string {
  return path && path.length <= 300 && /^\/[a-z][\w\-./?=&%~]*$/.test(path) ? path : MINE
}

export function ownDossierAddress(code: string): `/${string}` {
  return `${OWN_DOSSIERS}/${encodeURIComponent(code)}`
}

export function ownFeedbackAddress(code: string): `/${string}` {
  return `${OWN_FEEDBACK}/${encodeURIComponent(code)}`
}

export function rateOwnAddress(code: string): `/${string}` {
  return `${ownDossierAddress(code)}/danh-gia`
}

/** Off to the national identity, and on from there. */
export function identityFor(next: string): string {
  return `${IDENTITY}?tiep=${encodeURIComponent(next)}`
}

export const PAY_OWN = 'nop-tien'

export function ownPayAddress(code: string): `/${string}` {
  return `${ownDossierAddress(code)}/${PAY_OWN}`
}

/** The stamped result of one of them. */
export function ownResultAddress(code: string): `/${string}` {
  return `${ownDossierAddress(code)}/ket-qua.pdf`
}

/** The sign-in, and the way back from it. */
export function signInFor(path: string): `/${string}` {
  return `${SIGN_IN}?tiep=${encodeURIComponent(path)}`
}

export const ANSWER_OWN = 'bo-sung'
export const WITHDRAW_OWN = 'rut'

/** Where what is asked for in one of them is answered. */
export function ownAnswerAddress(code: string): `/${string}` {
  return `${ownDossierAddress(code)}/${ANSWER_OWN}`
}

/** Where one of them is taken back. */
export function ownWithdrawAddress(code: string): `/${string}` {
  return `${ownDossierAddress(code)}/${WITHDRAW_OWN}`
}

/** What somebody handed in and what was given out to him. */
export const OWN_PAPERS = '/toi/giay-to'
/** Who has looked at it. */
export const WHO_LOOKED = '/toi/ai-da-xem'

export function whoLookedAddress(code: string): `/${string}` {
  return `${WHO_LOOKED}?ma=${encodeURIComponent(code)}`
}

/** Where the way is chosen by which the result of one of them comes back. */
export function ownWishAddress(code: string): `/${string}` {
  return `${ownDossierAddress(code)}/cach-nhan`
}

/** The signed result of one of them. */
export function ownSignedAddress(code: string): `/${string}` {
  return `${ownDossierAddress(code)}/ket-qua`
}

export function ownLetterAddress(code: string, sequence: number): `/${string}` {
  return `${ownDossierAddress(code)}/giay/${sequence}`
}

export function ownScanAddress(code: string, scan: string): `/${string}` {
  return `${ownDossierAddress(code)}/tep/${scan}`
}

/** What is held of a person, to be taken along or put right. */
export const OWN_DATA = '/toi/du-lieu'
export const CORRECT_DATA = '/toi/du-lieu/dinh-chinh'
