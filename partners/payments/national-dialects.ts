import type { Day } from '#domain/calendar/moment.ts'
import type { NoticeSaid } from '#domain/paying/provider.ts'

/**
 * How the national payment platform is spoken with from a day on: the version it is told, and which values its
 * authentication code is reckoned over, in their order. Only INIT and QUERY were found written down; the orders of the
 * notice and of the answer, the codes it wants to hear and the words of its files are taken from the order of its
 * fields, and are to be set anew in the settings when the ministry's document is at hand.
 */
export interface Dialect {
  readonly from: Day
  readonly version: string
  readonly init: readonly string[]
  readonly query: readonly string[]
  readonly notice: readonly string[]
  /** Of the answer to QUERY; null where it bears no code of its own. */
  readonly answer: readonly string[] | null
  readonly paid: readonly string[]
  /** What is neither paid nor failed yet. */
  readonly open: readonly string[]
  readonly codes: Readonly<Record<NoticeSaid, string>>
}

const words = (text: string) => text.split(' ')

const SAID =
  'LoaiBanTin MaLoi MaDoiTac MaThamChieu SoTien MaTienTe MaGiaoDich MaNganHang ThoiGianGD ThongTinGiaoDich'

export const DIALECTS: readonly Dialect[] = [
  {
    from: '2019-01-01',
    version: '1.0.6',
    init: words(
      'LoaiBanTin PhienBan MaDoiTac MaThamChieu SoTien LoaiHinhThanhToan MaKenhThanhToan MaThietBi NgonNgu MaTienTe MaNganHang ThongTinGiaoDich ThoiGianGD Ip',
    ),
    query: words('LoaiBanTin PhienBan MaDoiTac MaThamChieu ThoiGianGD'),
    notice: words(SAID),
    answer: words(SAID),
    paid: ['00'],
    open: ['', '01', '09'],
    codes: {
      confirmed: '00',
      known: '00',
      'no-such-order': '01',
      'other-amount': '04',
      'false-signature': '97',
      fault: '99',
    },
  },
]

/** The dialect of a day: the last that has begun. */
export function dialectOn(dialects: readonly Dialect[], day: Day): Dialect {
  const begun = dialects
    .filter(({ from }) => from <= day)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const found = begun.at(-1) ?? dialects[0]
  if (!found) throw new Error('the national payment platform has no dialect')
  return found
}
