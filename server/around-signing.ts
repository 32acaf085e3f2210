import { X509Certificate } from 'node:crypto'
import { isRefusal } from '#domain/outcome.ts'
import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { issuersAt } from '#papers/signing/issuers.ts'
import { issuersObject, pathOfSigner } from '#papers/signing/issuers-object.ts'
import { unfitToSign } from '#papers/signing/unfit-to-sign.ts'
import { answers } from './answers.ts'
import { clockFrom } from './clock.ts'
import { messageOf } from './explain.ts'
import { type Check, error, fine, type Remark, warning } from './remarks.ts'
import { certificatesIn, openKey } from './signing/open-signing.ts'
import {
  type CentreSigning,
  isOpenToOthers,
  type KeySettings,
  readSigningSettings,
} from './signing/signing-settings.ts'

/** Keys that open, certificates that last, a time stamp that answers. */
export const aroundSigning: Check = async ({ config, database }) => {
  if (config.signing === null) {
    const isReal = (await database.centres()).some((one) => !one.isDemonstration)
    return isReal ? [warning('Chưa đặt SIGNING: kết quả chỉ ký, đóng dấu trên giấy')] : []
  }
  const centres = [...readSigningSettings(config.signing)]
  return (await Promise.all(centres.map(([slug, settings]) => aroundCentre(slug, settings)))).flat()
}

async function aroundCentre(slug: string, settings: CentreSigning): Promise<Remark[]> {
  const { seal, copies, people, timestampUrl, asksIssuers } = settings
  const anchors = asksIssuers ? settings.trust.flatMap(certificatesIn) : null
  const keys = [
    ...Object.entries(people),
    ...(seal ? [['con dấu', seal] as const] : []),
    ...(copies ? [['sao y', copies] as const] : []),
  ]
  return [
    ...(seal ? [] : [error(`${slug}: chưa có khoá con dấu của cơ quan, văn bản ký số không đóng dấu được`)]),
    ...(await Promise.all(keys.map(([name, key]) => aroundKey(`${slug}, ${name}`, key, anchors)))).flat(),
    timestampUrl === null
      ? warning(`${slug}: chưa có dịch vụ dấu thời gian; chữ ký hết giá trị kiểm tra khi chứng thư hết hạn`)
      : await answers(`${slug}: dịch vụ dấu thời gian`, timestampUrl),
  ]
}

const SOON_DAYS = 60

async function aroundKey(
  name: string,
  key: KeySettings,
  anchors: readonly Uint8Array[] | null,
): Promise<Remark[]> {
  try {
    const signer = await openKey(key)
    const now = clockFrom(null)()
    const secret = 'file' in key ? key.passphraseFile : key.secretFile
    const { validToDate } = new X509Certificate(signer.certificate)
    const days = Math.floor((validToDate.getTime() - now.epochMilliseconds) / 86_400_000)
    const unfit = unfitToSign(signer, toMoment(now))
    return [
      ...(isOpenToOthers(secret) ? [error(`${secret} mở cho người khác: chmod 600 ${secret}`)] : []),
      isRefusal(unfit)
        ? error(`${name}: chứng thư số không ký được (${unfit.refused})`)
        : days < SOON_DAYS
          ? warning(`${name}: chứng thư số còn ${days} ngày, hãy gia hạn`)
          : fine(`${name}: chứng thư số còn ${days} ngày`),
      ...(anchors === null ? [] : await aroundIssuers(name, pathOfSigner(signer, anchors), toMoment(now))),
    ]
  } catch (failure) {
    return [error(`${name}: ${messageOf(failure)}`)]
  }
}

/** Whether who issued the certificates answers for them, as he is asked before each signature. */
async function aroundIssuers(name: string, path: readonly Uint8Array[], at: Moment): Promise<Remark[]> {
  const objection = await issuersObject(path, issuersAt(at, 5_000))
  if (objection === null) return []
  return objection.refused === 'certificate-revoked'
    ? [error(`${name}: chứng thư số đã bị thu hồi`)]
    : [error(`${name}: nơi cấp chứng thư số không trả lời, lúc này chưa ký được`)]
}
