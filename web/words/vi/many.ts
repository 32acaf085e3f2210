import type { Doing } from '#shapes/chosen-dossiers.ts'
import { format } from '../format.ts'

const f = format('vi')

/** Doing the same to several dossiers. */
export const many = {
  titles: {
    forward: (count: number) => `Chuyển ${f.number(count)} hồ sơ sang bước tiếp theo`,
    pay: (count: number) => `Thu tiền mặt ${f.number(count)} hồ sơ`,
    approve: (count: number) => `Phê duyệt ${f.number(count)} hồ sơ`,
    seal: (count: number) => `Vào số, đóng dấu ${f.number(count)} hồ sơ`,
    assign: (count: number) => `Giao ${f.number(count)} hồ sơ`,
    claim: (count: number) => `Nhận ${f.number(count)} hồ sơ về mình`,
  } satisfies Record<Doing, (count: number) => string>,
  leads: {
    forward: 'Bước hiện tại của mỗi hồ sơ được ghi là đã xong và hồ sơ sang bước tiếp theo.',
    pay: 'Thu bằng tiền mặt: mỗi hồ sơ một biên lai, đúng số còn phải nộp, và hồ sơ sang bước tiếp theo. Chuyển khoản hay thẻ thì thu ở từng hồ sơ.',
    approve: 'Bạn phê duyệt kết quả của từng hồ sơ dưới đây, theo văn bản ủy quyền mang tên bạn.',
    seal: 'Mỗi hồ sơ nhận một số văn bản, tăng dần từ số đầu tiên theo thứ tự dưới đây.',
    assign: 'Mỗi hồ sơ được giao cho người bạn chọn; chỉ giao được cho người giữ đúng vị trí của bước.',
    claim: 'Các hồ sơ rời danh sách chung và nằm ở bạn.',
  } satisfies Record<Doing, string>,
  done: {
    forward: (count: number) => `Đã chuyển ${f.number(count)} hồ sơ.`,
    pay: (count: number) => `Đã thu tiền ${f.number(count)} hồ sơ.`,
    approve: (count: number) => `Đã phê duyệt ${f.number(count)} hồ sơ.`,
    seal: (count: number) => `Đã vào số, đóng dấu ${f.number(count)} hồ sơ.`,
    assign: (count: number) => `Đã giao ${f.number(count)} hồ sơ.`,
    claim: (count: number) => `Bạn đã nhận ${f.number(count)} hồ sơ.`,
  } satisfies Record<Doing, (count: number) => string>,
  partly: (done: number, failed: number) =>
    done === 0
      ? `Chưa làm được hồ sơ nào trong ${f.number(failed)} hồ sơ`
      : `Xong ${f.number(done)} hồ sơ, còn ${f.number(failed)} hồ sơ chưa được`,
  results: 'Kết quả từng hồ sơ',
  isDone: 'Xong',
  notDone: 'Chưa được',
  title: 'Làm nhiều hồ sơ một lúc',
  dossiers: 'Hồ sơ sẽ làm',
  dossier: 'Hồ sơ',
  person: 'Chủ hồ sơ',
  step: 'Bước',
  left: 'Còn lại',
  tick: (code: string) => `Làm hồ sơ ${code}`,
  number: 'Số văn bản',
  numberOf: (code: string) => `Số văn bản của hồ sơ ${code}`,
  numberMissing: 'Bạn chưa nhập số văn bản do cơ quan khác cấp.',
  numbersFromBook: 'Số của mỗi văn bản do sổ cấp, lần lượt theo thứ tự dưới đây.',
  toTake: (dong: string) => `Tổng cộng phải thu: ${dong}`,
  basis: 'Văn bản ủy quyền',
  note: 'Ghi chú cho mọi hồ sơ (không bắt buộc)',
  confirm: {
    forward: (count: number) => `Chuyển ${f.number(count)} hồ sơ`,
    pay: (count: number) => `Đã thu đủ ${f.number(count)} hồ sơ, ghi biên lai`,
    approve: (count: number) => `Phê duyệt ${f.number(count)} hồ sơ`,
    seal: (count: number) => `Đóng dấu ${f.number(count)} hồ sơ`,
    assign: (count: number) => `Giao ${f.number(count)} hồ sơ`,
    claim: (count: number) => `Nhận ${f.number(count)} hồ sơ`,
  } satisfies Record<Doing, (count: number) => string>,
  retryLead:
    'Các hồ sơ chưa được vẫn còn chọn dưới đây, theo tình trạng mới nhất. Xem lại lý do rồi làm lại.',
  noneTicked: 'Bạn chưa chọn hồ sơ nào. Quay lại danh sách và đánh dấu ít nhất một hồ sơ.',
  noneLeft: 'Không còn hồ sơ nào làm được.',
  tooMany: (most: number) =>
    `Mỗi lần chỉ làm được nhiều nhất ${f.number(most)} hồ sơ. Bạn bỏ bớt rồi làm lại.`,
  noDoing: 'Chưa rõ bạn muốn làm gì với các hồ sơ. Quay lại danh sách và bấm một nút.',
  back: 'Về Việc của tôi',
}
