import { type Deed, DEEDS, DEEDS_IN_WORDS, type SimulatedOrder } from './simulated-deeds.ts'

const LOOK =
  'body{font:18px/1.5 system-ui,sans-serif;max-width:34rem;margin:0 auto;padding:1rem}button,input{font:inherit;padding:.6rem 1rem;margin:.25rem 0;width:100%;box-sizing:border-box}.first{background:#0a5;color:#fff;border:0}'

function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${safe(title)}</title><style>${LOOK}</style></head><body><p><strong>Mô phỏng: không có đồng tiền nào được chuyển.</strong></p><h1>${safe(title)}</h1>${body}</body></html>`
}

const safe = (text: string) => text.replaceAll(/[&<>"']/g, (one) => `&#${String(one.codePointAt(0))};`)

/** The page on which a citizen would pay; each button is something a provider can do. */
export function payPage(provider: string, order: SimulatedOrder | null): string {
  if (!order) return page(provider, '<p>Yêu cầu không đúng chữ ký.</p>')
  const { reference, dong } = order
  const button = (deed: Deed) =>
    `<button name="deed" value="${deed}"${deed === 'pays' ? ' class="first"' : ''}>${DEEDS_IN_WORDS[deed]}</button>`
  return page(
    `${provider}: ${dong.toLocaleString('vi-VN')} đ`,
    `<p>Mã nộp tiền ${safe(reference)}</p><form method="post"><input type="hidden" name="reference" value="${safe(reference)}">${DEEDS.map(button).join('')}</form>`,
  )
}

export function bankPage(): string {
  return page(
    'Ngân hàng',
    '<form method="post"><label>Số tiền (đồng)<input name="dong" inputmode="numeric"></label><label>Nội dung<input name="content"></label><button class="first" name="told" value="1">Chuyển, ngân hàng báo ngay</button><button>Chuyển, chỉ có trong sao kê</button></form><p><a href="/bank/statement.csv">Sao kê CSV</a></p>',
  )
}

export function homePage(origin: string): string {
  const link = (path: string, text: string) => `<li><a href="${origin}${path}">${text}</a></li>`
  return page(
    'Nơi thu tiền mô phỏng',
    `<ul>${link('/bank', 'Ngân hàng')}${link('/bank/statement.csv', 'Sao kê ngân hàng (CSV)')}${link('/vnpay/list.csv', 'Danh sách giao dịch VNPAY (CSV)')}${link('/national/list.csv', 'Danh sách giao dịch của nền tảng quốc gia (CSV)')}</ul>`,
  )
}
