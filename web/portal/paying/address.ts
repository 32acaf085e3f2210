export const PAY = '/tra-cuu/nop-tien'
/** Where providers send the browser back to. Nothing that comes along is looked at. */
export const PAID = `${PAY}/ve`
