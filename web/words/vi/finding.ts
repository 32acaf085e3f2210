import { format } from '../format.ts'

const f = format('vi')

/** Finding one's way in the catalogue: suggestions, what is near, what is elsewhere, life events, plain words. */
export const finding = {
  suggestions: 'Thủ tục gợi ý',
  suggested: (shown: number, total: number) =>
    shown === 0
      ? 'Chưa có gợi ý'
      : `Có ${f.number(Math.max(shown, total))} thủ tục; dùng phím mũi tên để chọn trong ${f.number(shown)} gợi ý`,
  elsewhere: 'Việc này làm ở nơi khác',
  elsewhereTag: 'Làm ở nơi khác',
  ground: 'Căn cứ:',
  near: 'Có thể bạn cần',
  tryTitle: 'Thử cách khác',
  tries: [
    'Gõ ít chữ hơn: chỉ tên giấy tờ bạn cần, ví dụ “khai sinh”, “sổ đỏ”, “thẻ bảo hiểm”.',
    'Bỏ bớt điều kiện lọc.',
    'Không thấy thì hỏi thẳng quầy tiếp nhận; bạn không cần biết tên thủ tục.',
  ],
  toLifeEvents: 'Hoặc chọn theo việc của bạn: sinh con, mua đất, mở quán…',
  mostReceived: 'Nhiều người làm nhất',
  received: (count: number) => `${f.number(count)} hồ sơ`,
  countedFrom: (days: number) =>
    `Đếm từ hồ sơ Trung tâm đã tiếp nhận trong ${f.number(days)} ngày qua; dưới 5 hồ sơ thì không nêu.`,
  lifeEvents: 'Bạn đang có việc gì?',
  allLifeEvents: 'Tất cả các việc',
  lifeEventHint: 'Không phải ai cũng cần làm hết. Đọc dòng chữ dưới mỗi thủ tục để biết khi nào cần.',
  plainWords: 'Từ khó, nói cho dễ hiểu',
  plainWordsLead: 'Chữ hay gặp trong giấy tờ nhà nước và nghĩa của chúng bằng lời thường ngày.',
}
