import { dayOf } from '#domain/calendar/moment.ts'
import type { Centre } from '#store/database.ts'
import { newestCalendars } from '#store/law.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import type { Finding } from '#work/checks/finding.ts'
import { clockFrom } from './clock.ts'
import { type Check, error, fine, type Remark, warning } from './remarks.ts'

/** Every centre holds its promises, and its calendars reach far enough. */
export const aroundCentres: Check = async ({ database }) => {
  const centres = await database.centres()
  if (centres.length === 0) return [warning('Chưa có trung tâm nào')]
  return (await Promise.all(centres.map(aroundCentre))).flat()
}

/** Beyond so many, one more line says no more than the number does. */
const MOST_TOLD = 20

const BROKEN: { readonly [promise in Finding['promise']]: string } = {
  'trail-unbroken': 'chuỗi sự kiện bị đứt hoặc bị sửa ở hồ sơ',
  'row-equals-events': 'dòng dữ liệu không khớp với các sự kiện của hồ sơ',
  'filing-equals-events': 'dòng dữ liệu không khớp với các sự kiện của hồ sơ nộp trực tuyến',
  'parcel-equals-events': 'dòng dữ liệu không khớp với các sự kiện của bưu gửi',
  'one-holder': 'không có đúng một người giữ hồ sơ',
  'due-equals-slow-calculation': 'hạn trả không khớp với cách tính chậm ở hồ sơ',
  'figures-equal-events': 'số liệu cộng dồn không khớp với các sự kiện của hồ sơ',
  'scan-unchanged': 'bản quét không còn đúng nội dung lúc gắn vào hồ sơ',
  'cash-balances': 'sổ quỹ đã khóa không khớp với tiền thu, hủy, hoàn trong ngày',
  'online-money-balances': 'tiền thu trực tuyến không khớp với biên lai trên hồ sơ',
  'registers-whole': 'sổ chứng thực không khớp với số đã lấy và chữ ký của hồ sơ',
}

async function aroundCentre(centre: Centre): Promise<Remark[]> {
  const findings = await checkCentre(centre)
  const promises = findings
    .slice(0, MOST_TOLD)
    .map(({ promise, code, found }) => error(`${centre.slug}: ${BROKEN[promise]} ${code ?? ''} (${found})`))
  if (findings.length > MOST_TOLD)
    promises.push(error(`${centre.slug}: còn ${findings.length - MOST_TOLD} sai lệch nữa`))
  const held =
    promises.length === 0 ? [fine(`${centre.slug}: hồ sơ, chuỗi sự kiện và số liệu khớp nhau`)] : promises
  return [...held, ...(await aroundCalendars(centre))]
}

/** This year and the next must be announced before their days are promised to anybody. */
async function aroundCalendars(centre: Centre): Promise<Remark[]> {
  const year = dayOf(clockFrom(null)()).year
  const calendars = await newestCalendars(centre)
  const names = { counting: 'lịch tính hạn', reception: 'lịch tiếp nhận' } as const
  return calendars.flatMap(({ name, years }) => {
    const provisional = years
      .filter((one) => one.status === 'provisional' && one.year >= year)
      .map((one) => one.year)
    const last = Math.max(...years.map((one) => one.year))
    return [
      ...(provisional.length > 0
        ? [
            warning(
              `${centre.slug}: ${names[name]} các năm ${provisional.join(', ')} còn tạm tính; nhập thông báo nghỉ lễ khi có`,
            ),
          ]
        : []),
      ...(last <= year
        ? [
            error(
              `${centre.slug}: ${names[name]} hết sau năm ${last}; hồ sơ có hạn sang năm sau sẽ bị từ chối`,
            ),
          ]
        : []),
    ]
  })
}
