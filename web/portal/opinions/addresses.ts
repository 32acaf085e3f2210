/** By code and key. */
export const RATE = '/tra-cuu/ho-so/danh-gia'
/** On the machine for citizens at the counter. */
export const COUNTER = '/danh-gia'
export const COUNTER_FORM = '/danh-gia/phieu'
export const COUNTER_DONE = '/danh-gia/xong'
/** Remarks, proposals, complaints: to write one, to follow it, and what was answered to others. */
export const FEEDBACK = '/gop-y'
export const FEEDBACK_FOLLOW = '/gop-y/theo-doi'
export const FEEDBACK_APPEAL = '/gop-y/xem-lai'
export const FEEDBACK_CLOSE = '/gop-y/dong'
export const FEEDBACK_PUBLISHED = '/gop-y/da-tra-loi'

/** To write about a dossier; its code says nothing by itself. */
export function feedbackAbout(code: string): string {
  return `${FEEDBACK}?ho-so=${encodeURIComponent(code)}`
}
