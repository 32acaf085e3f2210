import type { ResultToPrint } from './result.ts'

/** A result to be printed, as long as is asked for. Only for tests. */
export function aResult({
  code = '000.00.12.H49-190305-0042',
  signer = 'Đặng Ngọc Ánh',
  paragraphs = 1,
} = {}): ResultToPrint {
  const said = 'Hạt Kiểm lâm đã thẩm định hồ sơ, xác nhận hồ sơ đủ điều kiện và đồng ý giải quyết. '.repeat(5)
  return {
    data: Object.assign(
      {
        code,
        title: 'Kết quả giải quyết thủ tục hành chính',
        subject: 'Xác nhận bảng kê lâm sản',
        office: { agency: 'Ủy ban nhân dân thị xã Đông Triều', unit: 'Hạt Kiểm lâm' },
        place: 'Đông Triều',
        receivers: ['Phạm Thị Mơ', 'Bộ phận Tiếp nhận và Trả kết quả'],
      },
      {
        lines: [{ label: 'Chủ hồ sơ', value: 'Phạm Thị Mơ' }],
        paragraphs: Array.from({ length: paragraphs }, () => said),
      },
    ),
    template: 'result.typ',
    signer: { name: signer, capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
    madeAt: '2019-03-05T03:00:00.000Z',
  }
}
