/** The screens of an outing, as their addresses begin. */
export const INTAKE = 'ho-so'
export const DRAFTS = 'lam-do'
export const RESULTS = 'ket-qua'
export const CONTACT = 'den-nha'
export const CLOSING = 'cuoi-ngay'
