import { format } from '../format.ts'

const f = format('vi')

/** What the search of the desk says. */
export const search = {
  label: 'Tìm hồ sơ',
  placeholder: 'Mã, tên, điện thoại, số giấy tờ',
  submit: 'Tìm',
  title: 'Tìm hồ sơ',
  titleFor: (typed: string) => `Tìm “${typed}”`,
  again: 'Tìm trong mọi hồ sơ',
  hint: 'Mã hồ sơ (cả mã hoặc đuôi mã), họ tên có dấu hay không dấu, số điện thoại, số giấy tờ; hoặc quét mã QR trên giấy hẹn, trên thẻ căn cước.',
  found: (count: number) => `${f.number(count)} hồ sơ.`,
  narrow: (most: number) =>
    `Còn nhiều hồ sơ khác cũng khớp; đây là ${f.number(most)} hồ sơ gần nhất. Hãy thu hẹp: gõ thêm họ, tên đệm, số điện thoại hoặc số giấy tờ.`,
  nothing: 'Không có hồ sơ nào khớp trong những hồ sơ bạn được xem.',
  tooLittle: 'Hãy gõ ít nhất hai chữ cái của tên hoặc ba chữ số.',
  forgotten: 'Lần tìm này đã quá một giờ nên không còn được giữ. Xin gõ lại.',
  scope: 'Gồm hồ sơ chưa xong và hồ sơ nhận trong 90 ngày.',
  scopeAll: 'Gồm mọi hồ sơ từ trước đến nay.',
  withOlder: 'Tìm cả hồ sơ cũ hơn',
  table: 'Hồ sơ tìm thấy',
  dossier: 'Hồ sơ',
  person: 'Chủ hồ sơ',
  appliedBy: 'Người nộp:',
  state: 'Tình trạng',
  received: 'Tiếp nhận',
  due: 'Hạn',
  noLimit: 'Không đặt thời hạn',
  phone: 'ĐT',
  suggestions: 'Gợi ý',
  suggested: (count: number) =>
    count === 0 ? 'Không có gợi ý' : `${f.number(count)} gợi ý; dùng phím mũi tên để chọn`,
}
