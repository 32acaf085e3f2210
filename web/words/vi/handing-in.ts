import type { PageFault } from '#domain/digitising/page-quality.ts'
import type { Fact } from '#domain/outcome.ts'
import { format } from '../format.ts'
import { said } from '../said.ts'

const f = format('vi')
type Facts = { readonly [name: string]: Fact }

/** What is hard to read on a page, each with what to do. */
const pageFaults: Record<PageFault, string> = {
  blank: 'Ảnh trắng, không thấy chữ. Xem có chụp nhầm mặt giấy không, rồi chụp lại.',
  'too-dark': 'Ảnh tối quá. Bật đèn hoặc ra chỗ sáng, rồi chụp lại.',
  'too-faint': 'Chữ mờ nhạt quá. Để giấy ở chỗ sáng đều, tay không che bóng, rồi chụp lại.',
  blurred: 'Ảnh bị nhòe. Giữ chắc máy, chạm vào chữ trên màn hình để lấy nét, rồi chụp lại.',
  'too-small':
    'Ảnh nhỏ quá, phóng to không đọc được. Chụp gần hơn cho tờ giấy đầy khung hình; đừng lấy ảnh lưu từ tin nhắn.',
}

/** Papers handed in as photographs and files. */
export const handingIn = {
  pageFaults,
  ofPage: (page: number, fault: string) => `Trang ${f.number(page)}: ${fault}`,
  hardToRead: (name: string) => `Xem lại “${name}”`,
  stillCounts: 'Nếu bạn vẫn đọc rõ từng chữ thì cứ tiếp tục; nếu không, bỏ tệp này và chụp lại.',
  waiting: 'Đang chờ kiểm tra mã độc. Bạn cứ làm tiếp, không phải gửi lại.',
  infected: (moment: string) =>
    `Một tệp gửi lúc ${moment} có mã độc nên đã bị xóa và không được tính. Gửi tệp khác, ví dụ chụp lại từ bản giấy.`,
  ownStates: {
    waiting: 'Có tệp đang chờ kiểm tra mã độc; bạn không phải làm gì.',
    infected: 'Có tệp mang mã độc, đã bị xóa và không được tính. Cán bộ sẽ yêu cầu gửi lại nếu cần.',
  },
  unfinished: 'Gửi dở',
  unfinishedOne: (name: string, percent: number) =>
    `“${name}” mới gửi được ${f.number(percent)} %. Chọn lại đúng tệp đó để gửi tiếp phần còn lại.`,
  forget: 'Bỏ tệp gửi dở',
  // What script says; {tep} stands for the name of a file, {so} for a number.
  camera: 'Chụp bằng điện thoại',
  cameraHint:
    'Đặt giấy trên nền sẫm, chụp thẳng từ trên xuống, đủ bốn góc. Ảnh được nắn thẳng và làm rõ tự động.',
  preparing: 'Đang xem ảnh “{tep}”…',
  straightened: 'Đã nắn thẳng và làm rõ ảnh.',
  again: 'Chụp hoặc chọn ảnh khác',
  anyway: 'Tôi đọc rõ, vẫn gửi ảnh này',
  sending: 'Đang gửi “{tep}”: {so} %',
  brokenOff: 'Mất mạng khi gửi được {so} %. Phần đã gửi được giữ lại; có mạng sẽ tự gửi tiếp.',
  goOn: 'Gửi tiếp ngay',
  stop: 'Thôi, không gửi tệp này',
  failed: 'Chưa gửi được “{tep}”. Kiểm tra mạng rồi bấm “Gửi tiếp ngay”.',
  done: 'Đã gửi xong “{tep}”.',
  thenOnward: 'Gửi xong sẽ tự đi tiếp.',
  understood: 'Đã hiểu',
  held: 'Trung tâm đang giữ bản đã chứng thực giấy tờ này của bạn. Chọn bản ấy ở mục “Nộp bằng cách nào?” thì không phải gửi lại.',
  useHeld: (code: string, moment: string, until: string | null) =>
    `Dùng bản đã chứng thực của hồ sơ ${code} (đối chiếu ${moment}${until === null ? '' : `; giấy có giá trị đến ${until}`})`,
  // At the desk.
  notChecked: 'chưa kiểm tra xong, chưa mở được',
  thrownOut: 'có mã độc, đã xóa; yêu cầu nộp lại giấy tờ này',
  seeHeld: (code: string) => `Bản đã chứng thực của hồ sơ ${code}`,
}

/** Why a file is not taken, or a filing must wait for one. */
export const handingInRefusals = {
  'draft-too-many-files': (facts: Facts) =>
    `Một hồ sơ nhiều nhất ${said(facts['most'])} tệp. Gộp nhiều trang vào một tệp PDF, hoặc bỏ bớt tệp thừa.`,
  'draft-too-large': (facts: Facts) =>
    `Các tệp của hồ sơ này cộng lại quá ${said(facts['most'])} MB. Bỏ bớt tệp thừa, hoặc chụp lại cho nhẹ hơn rồi gửi “${said(facts['name'])}”.`,
  'uploads-too-large': (facts: Facts) =>
    `Các hồ sơ bạn đang điền dở đã có quá ${said(facts['most'])} MB tệp. Nộp hoặc xóa bớt hồ sơ cũ rồi gửi tiếp.`,
  'uploads-too-many': (facts: Facts) =>
    `Bạn đang gửi dở ${said(facts['most'])} tệp. Gửi xong hoặc bỏ bớt tệp gửi dở rồi gửi tệp mới.`,
  'no-such-upload': () => 'Phần đã gửi không còn được giữ. Chọn tệp và gửi lại từ đầu.',
  'upload-under-way': (facts: Facts) =>
    facts['name'] === null || facts['name'] === undefined
      ? 'Có tệp vừa gửi xong trong lúc bạn bấm nộp. Xem lại giấy tờ rồi bấm nộp lần nữa.'
      : `Tệp “${said(facts['name'])}” mới gửi được ${said(facts['percent'])} %. Chờ gửi xong rồi nộp, hoặc bỏ tệp này ở trang giấy tờ.`,
  'file-infected': (facts: Facts) =>
    `Tệp “${said(facts['name'])}” có mã độc nên không được nhận và đã bị xóa. Gửi tệp khác, ví dụ chụp lại từ bản giấy; và quét mã độc cho máy của bạn.`,
  'file-check-away': (facts: Facts) =>
    `Hiện chưa kiểm tra được mã độc cho tệp “${said(facts['name'])}”. Thử lại sau ít phút, hoặc gửi không kèm tệp.`,
  'files-not-checked': (facts: Facts) =>
    `Chưa kiểm tra mã độc xong: ${said(facts['files'])}. Hệ thống tự kiểm tra lại mỗi nửa phút; chưa tiếp nhận được trước khi xong.`,
  'paper-infected': () =>
    'Có giấy tờ mà mọi tệp đều có mã độc, đã xóa. Yêu cầu người nộp gửi lại giấy tờ ấy; chưa tiếp nhận được.',
} as const
