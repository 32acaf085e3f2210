import type { SimulatedParcel } from './simulated-post.ts'

const DEEDS = {
  taken: 'Đã nhận',
  'on-the-way': 'Đang chuyển',
  attempted: 'Phát không thành công',
  delivered: 'Đã phát',
  'going-back': 'Chuyển hoàn',
  'given-back': 'Đã hoàn trả',
}

/** What a simulated post holds, with what it can do to it. */
export function simulatedPostPage(parcels: readonly SimulatedParcel[]): string {
  const rows = parcels.map(
    ({ orderNumber, item, entries }) => `<tr><td>${escaped(orderNumber)}</td><td>${escaped(item)}</td>
<td>${entries.map(({ status }) => DEEDS[status]).join(', ')}</td><td>${Object.entries(DEEDS)
      .map(
        ([status, name]) => `<form method="post" action="/lam" style="display:inline">
<input type="hidden" name="order" value="${escaped(orderNumber)}"><button name="status" value="${status}">${name}</button></form>`,
      )
      .join(' ')}</td></tr>`,
  )
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bưu chính mô phỏng</title>
<h1>Bưu chính mô phỏng</h1><p>Không có bưu gửi nào thật.</p>
<table border="1" cellpadding="6"><tr><th>Mã đơn</th><th>Số hiệu</th><th>Đã báo</th><th>Việc tiếp theo</th></tr>${rows.join('')}</table></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
