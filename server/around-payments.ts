import { answers } from './answers.ts'
import { openPayments } from './payments/open-payments.ts'
import { type CentrePayments, readPaymentSettings } from './payments/payment-settings.ts'
import { type Check, error, type Remark, warning } from './remarks.ts'
import { isOpenToOthers } from './signing/signing-settings.ts'

/** Providers whose secrets can be read by nobody else, and that answer. */
export const aroundPayments: Check = async ({ config, database }) => {
  if (config.payments === null) {
    const isReal = (await database.centres()).some((one) => !one.isDemonstration)
    return isReal ? [warning('Chưa đặt PAYMENTS: người dân chỉ nộp tiền được tại quầy')] : []
  }
  const centres = [...readPaymentSettings(config.payments)]
  return (await Promise.all(centres.map(([slug, settings]) => aroundCentre(slug, settings)))).flat()
}

async function aroundCentre(slug: string, settings: CentrePayments): Promise<Remark[]> {
  openPayments(settings)
  const { vnpay, national, bank } = settings
  const secrets = [vnpay, national, bank].flatMap((one) => one?.secretFile ?? [])
  return [
    ...secrets.filter(isOpenToOthers).map((path) => error(`${path} mở cho người khác: chmod 600 ${path}`)),
    ...(vnpay ? [await answers(`${slug}: VNPAY`, vnpay.api)] : []),
    ...(national ? [await answers(`${slug}: nền tảng thanh toán quốc gia`, national.url)] : []),
    ...(bank && bank.secretFile === undefined
      ? [warning(`${slug}: ngân hàng không báo tiền về; tải sao kê vào trang Đối soát mỗi ngày`)]
      : []),
  ]
}
