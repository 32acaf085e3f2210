import jsQR from 'jsqr'
import sharp from 'sharp'
import { isRefusal, refuse } from '#domain/outcome.ts'
import { assets } from '#web/page.tsx'
import { webPages } from '#web/pages.ts'
import type { PublicReads } from '#web/reads.ts'
import { expect, test } from 'vitest'
import { CODE, KEY, smallCentre, smallReads } from './small-centre.ts'

const pages = webPages(smallCentre())
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await pages.request(`http://localhost${path}`, { headers })
  return { response, html: await response.text() }
}
const lookUp = (typed: Record<string, string>, headers: Record<string, string> = {}, doors = pages) =>
  doors.request('http://localhost/tra-cuu', {
    method: 'POST',
    headers: { origin: 'http://localhost', ...headers },
    body: new URLSearchParams(typed),
  })
const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('the home page says what there is, counted, and that it is a demonstration', async () => {
  const { response, html } = await get('/')
  expect(response.status).toBe(200)
  expect(html).toContain('<html lang="vi"')
  expect(text(html)).toContain('12 thủ tục, nộp tại quầy, tại nhà, qua bưu chính công ích hoặc trực tuyến.')
  expect(text(html)).toContain('Danh mục minh họa năm 2019')
  expect(text(html)).toContain('thủ tục của địa phương trực tuyến mức độ 3, 4 (2/11) 18,18%')
  expect(html).not.toMatch(/javascript:|style=|<script(?! type="module" src="\/assets\/)/)
})

test('figures of dossiers are shown only when there are any', async () => {
  const home = async (received: number) => {
    const seeToday = () => Promise.resolve({ received, settled: 0, inTime: 0, inProgress: received })
    const response = await webPages(smallCentre({ reads: smallReads({ seeToday }) })).request('/')
    return text(await response.text())
  }
  expect(await home(0)).not.toContain('hồ sơ đã tiếp nhận')
  expect(await home(51_729)).toContain('hồ sơ đã tiếp nhận hôm nay 51.729')
})

test('the language is asked for once and remembered, and the switch keeps the page', async () => {
  const { response, html } = await get('/thu-tuc?q=khai+sinh&lang=en')
  expect(html).toContain('<html lang="en"')
  expect(response.headers.get('set-cookie')).toMatch(/^lang=en; .*Path=\/.*SameSite=Lax/)
  expect(html).toContain('href="/thu-tuc?q=khai+sinh&amp;lang=vi"')
  expect((await get('/', { cookie: 'lang=en' })).html).toContain('<html lang="en"')
  expect((await get('/?lang=fr')).html).toContain('<html lang="vi"')
})

test.each(['khai sinh', 'KHAI SINH', 'khai-sinh', 'KHAI  SÍNH'])(
  'the catalogue finds births by “%s”',
  async (q) => {
    const { html } = await get(`/thu-tuc?${new URLSearchParams({ q })}`)
    expect(text(html)).toContain('Tìm thấy 1 thủ tục')
    expect(html).toContain('href="/thu-tuc/2.000528"')
  },
)

test('what is typed into the search is shown as text, never as markup', async () => {
  const { html } = await get(`/thu-tuc?${new URLSearchParams({ q: '"><script>alert(1)</script>' })}`)
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script>alert(1)')
})

test('the catalogue is paged by what comes after', async () => {
  const first = await get('/thu-tuc?unit=TP')
  const next = /href="(\/thu-tuc\?[^"]*after=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(next).toBe('/thu-tuc?unit=TP&after=tp-2')
  expect((await get(next)).html).toContain('/thu-tuc/tp-3')
})

test('a condition that cannot be meant is left out', async () => {
  const { response, html } = await get('/thu-tuc?level=9&kind=constructor&after=')
  expect(response.status).toBe(200)
  expect(text(html)).toContain('Tìm thấy 12 thủ tục')
})

test('a procedure answers in the order in which people ask', async () => {
  const said = text((await get('/thu-tuc/2.000528')).html)
  const asked = [
    'Có làm qua mạng được không?',
    'Cần những gì?',
    'Bao lâu có kết quả?',
    'Hết bao nhiêu tiền?',
    'Nộp ở đâu?',
  ].map((question) => said.indexOf(question))
  expect(asked).not.toContain(-1)
  expect(asked).toEqual(asked.toSorted((a, b) => a - b))
  expect(said).toContain('Hôm nay: 07:00–11:30 (đang mở cửa)')
  expect(said).toContain('1 bản sao có chứng thực · 2 bản sao')
  expect(said).toContain('Chỉ khi: Tôi nộp thay người khác.')
})

test('a procedure that cannot be filed online says so first', async () => {
  const seeProcedure: PublicReads['seeProcedure'] = async (desk, key) => {
    const seen = await smallReads().seeProcedure(desk, key)
    return isRefusal(seen) ? seen : { ...seen, channels: ['counter', 'post'] }
  }
  const doors = smallCentre({ reads: smallReads({ seeProcedure }) })
  const said = text(await (await webPages(doors).request('/thu-tuc/2.000528')).text())
  expect(said).toContain('Chưa, phải nộp giấy')
})

test('words of offices open to plain words, each once on a page', async () => {
  const { html } = await get('/thu-tuc/2.000528')
  expect(html.match(/<summary[^>]*>ủy quyền<\/summary>/g)).toHaveLength(1)
  expect(text(html)).toContain('(giao cho người khác làm thay)')
  expect(text((await get('/tu-de-hieu')).html)).toContain('ủy quyền giao cho người khác làm thay')
})

test('my list holds the papers of my case, and its code nothing about me', async () => {
  const all = await get('/thu-tuc/2.000528/giay-to')
  expect(text(all.html)).toContain('2 loại giấy tờ')
  expect(text(all.html)).not.toContain('Văn bản ủy quyền nếu nộp thay')
  const mine = await get('/thu-tuc/2.000528/giay-to?case=chung&paper=c&name=Nguy%E1%BB%85n&text=large')
  expect(text(mine.html)).toContain('3 loại giấy tờ')
  expect(text(mine.html)).toContain('Văn bản ủy quyền nếu nộp thay')
  const message = /href="sms:\?&amp;body=([^"]*)"/.exec(mine.html)?.[1] ?? ''
  expect(decodeURIComponent(message)).toBe(
    'Giấy tờ cần mang: https://hanhchinhcong.example/thu-tuc/2.000528/giay-to?case=chung&paper=c',
  )
})

test('the code of my list is read back as its address', async () => {
  const { html } = await get('/thu-tuc/tp-memory/giay-to?case=hiem')
  const svg = decodeURIComponent(/src="data:image\/svg\+xml,([^"]*)"/.exec(html)?.[1] ?? '')
  const { data, info } = await sharp(Buffer.from(svg), { density: 300 })
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const read = jsQR.default(new Uint8ClampedArray(data), info.width, info.height)
  expect(read?.data).toBe('https://hanhchinhcong.example/thu-tuc/tp-memory/giay-to?case=hiem')
})

test('a life event lists what is done here and what is done elsewhere, by what law', async () => {
  expect((await get('/')).html).toContain('href="/su-kien/sinh-con"')
  const said = text((await get('/su-kien/sinh-con')).html)
  expect(said).toContain('Đăng ký khai sinh Làm ở nơi khác Làm tại UBND xã, phường.')
  expect(said).toContain('Luật Hộ tịch 2014, Điều 13')
  expect(text((await get('/su-kien/sinh-con?lang=en')).html)).toContain('Register the birth Done elsewhere')
})

test('what is done elsewhere is said, and what is not found shows what is near', async () => {
  const elsewhere = text((await get('/thu-tuc?q=h%E1%BB%99+chi%E1%BA%BFu')).html)
  expect(elsewhere).toContain('Việc này làm ở nơi khác Hộ chiếu do Công an tỉnh cấp.')
  const nothing = text((await get('/thu-tuc?q=phi+thuy%E1%BB%81n')).html)
  expect(nothing).toContain('Tìm thấy 0 thủ tục cho “phi thuyền”')
  expect(nothing).toContain('Có thể bạn cần Chứng thực bản sao')
})

test('suggestions come as the person types, with where they lead', async () => {
  const response = await pages.request('http://localhost/thu-tuc/goi-y?q=ch%E1%BB%A9ng+th%E1%BB%B1c')
  expect(await response.json()).toEqual({
    suggestions: [{ href: '/thu-tuc/tp-memory', name: 'Chứng thực bản sao', note: 'Hộ tịch' }],
    said: 'Có 1 thủ tục; dùng phím mũi tên để chọn trong 1 gợi ý',
  })
})

test('in English a name has its translation with the official name beside it', async () => {
  const { html } = await get('/thu-tuc/tp-memory?lang=en')
  expect(text(html)).toContain('Certifying a copy Official name: Chứng thực bản sao')
  expect(html).toContain('<title>Certifying a copy – ')
})

test('a page says its one address and that of the other language, however it is shown; an error says none', async () => {
  const links = async (path: string) =>
    [
      ...(await get(path)).html.matchAll(
        /<link rel="(canonical|alternate)"(?: hreflang="(..)")? href="([^"]+)"/g,
      ),
    ].map(([, rel, language, href]) => [language ?? rel, href])
  const [vi, en] = ['http://localhost/thu-tuc?unit=TP', 'http://localhost/thu-tuc?unit=TP&amp;lang=en']
  expect(await links('/thu-tuc?unit=TP&text=large&contrast=high')).toEqual([
    ['canonical', vi],
    ['vi', vi],
    ['en', en],
  ])
  expect(await links('/thu-tuc?unit=TP&lang=en')).toEqual([
    ['canonical', en],
    ['vi', vi],
    ['en', en],
  ])
  expect(await links('/khong-co')).toEqual([])
})

test('large text and high contrast are asked for once and remembered, without script', async () => {
  const { response, html } = await get('/?text=large&contrast=high')
  expect(html).toContain('data-text="large" data-contrast="high"')
  expect(response.headers.getSetCookie().map((one) => one.split(';')[0])).toEqual([
    'text=large',
    'contrast=high',
  ])
  const again = await get('/thu-tuc?q=cap', { cookie: 'text=large; contrast=high' })
  expect(again.html).toContain('data-text="large" data-contrast="high"')
  expect(again.html).toContain('href="/thu-tuc?q=cap&amp;text=normal"')
  expect((await get('/?text=huge')).html).not.toContain('data-text')
})

test('search engines are told what a page holds and what is not for them', async () => {
  expect((await get('/thu-tuc/2.000528')).html).toContain(
    '<meta name="description" content="Đăng ký khai sinh có yếu tố nước ngoài: cần giấy tờ gì,',
  )
  expect((await get('/robots.txt')).html).toContain('Disallow: /tra-cuu/')
})

test('a procedure says what to bring, how long, how much, who and when', async () => {
  const said = text((await get('/thu-tuc/2.000528')).html)
  expect(said).toContain('Nộp bây giờ thì có kết quả lúc 17:00, thứ Ba 05/03/2019')
  expect(said).toContain('Nghỉ lễ: Ngày hội làng')
  expect(said).toContain('Xem rồi trả lại ngay')
  expect(said).toContain('Chưa xác định')
  expect(said).not.toMatch(/\b0 đ/)
  expect(said).toContain('0,5 ngày làm việc')
  expect(said).toContain('30 phút')
  expect(said).toContain('Mã thủ tục quốc gia 2.000528')
})

test('a code known from memory only is not shown as official', async () => {
  expect((await get('/thu-tuc/tp-memory')).html).not.toContain('9.999999')
})

test('the due day is worked out for the case and channel asked for', async () => {
  const { html } = await get('/thu-tuc/tp-memory?case=hiem&channel=online')
  expect(text(html)).toContain('17:00, thứ Hai 04/03/2019')
  expect(html).toContain('<option value="hiem" selected')
  expect(html).toContain('<option value="online" selected')
})

test('a calendar that does not reach so far promises nothing', async () => {
  const seeDue = () => Promise.resolve(refuse('outside-calendar'))
  const response = await webPages(smallCentre({ reads: smallReads({ seeDue }) })).request('/thu-tuc/2.000528')
  expect(response.status).toBe(200)
  expect(await response.text()).not.toContain('Nộp bây giờ')
})

test('code and key open the dossier by a strict cookie and leave no key in the address', async () => {
  const response = await lookUp({ ma: CODE, khoa: KEY })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/tra-cuu/ho-so')
  const cookie = response.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/Max-Age=900; Path=\/tra-cuu; HttpOnly; SameSite=Strict/)
  const { html } = await get('/tra-cuu/ho-so', { cookie: cookie.split(';')[0] ?? '' })
  const said = text(html)
  expect(said).toContain('Chuyên viên thụ lý, Phòng Tư pháp , từ 08:10, thứ Năm 28/02/2019')
  expect(said).toContain('Hẹn trên giấy 17:00, thứ Ba 05/03/2019')
  expect(said).toContain('Hạn hiện nay 17:00, thứ Tư 06/03/2019 tạm tính')
  expect(html).not.toContain(KEY)
})

test('the QR of the receipt does the same', async () => {
  const { response } = await get(`/tra-cuu?ma=${CODE}&khoa=${KEY}`)
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/tra-cuu/ho-so')
})

test('a link from another site is asked for once more from our own page, so that the strict cookie comes', async () => {
  const { html } = await get('/tra-cuu/ho-so', { 'sec-fetch-site': 'cross-site' })
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=/tra-cuu/ho-so"')
  const again = await get('/tra-cuu/ho-so', { 'sec-fetch-site': 'same-origin' })
  expect(again.response.headers.get('location')).toBe('/tra-cuu')
})

test('an unknown code, a wrong key and both wrong are answered alike', async () => {
  const wrong = [
    { ma: CODE, khoa: 'ZZZZZZZZZZ' },
    { ma: '000.00.12.H49-190228-9999', khoa: KEY },
    { ma: 'KHONG-PHAI-MA', khoa: 'SAI' },
  ]
  const answers = await Promise.all(
    wrong.map(async (typed) => {
      const response = await lookUp(typed)
      const html = (await response.text()).replaceAll(typed.ma, 'CODE')
      return { status: response.status, html, cookie: response.headers.get('set-cookie') }
    }),
  )
  expect(answers[0]?.status).toBe(404)
  expect(text(answers[0]?.html ?? '')).toContain('Không có hồ sơ nào khớp với cả mã và khóa này')
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('what is missing is said at its field, with what was typed kept', async () => {
  const response = await lookUp({ ma: CODE })
  const html = await response.text()
  expect(response.status).toBe(422)
  expect(html).toContain('<a class="ds-link" href="#khoa">Bạn chưa nhập khóa tra cứu</a>')
  expect(html).toContain(`value="${CODE}"`)
})

test('a form sent from another site is refused', async () => {
  const response = await lookUp({ ma: CODE, khoa: KEY }, { origin: 'https://elsewhere.example' })
  expect(response.status).toBe(403)
  expect(text(await response.text())).toContain('Biểu mẫu được gửi từ một trang khác')
})

test('looking up too fast is told when to try again', async () => {
  const follow = () => Promise.resolve(Temporal.Instant.from('2019-02-28T02:01:30Z'))
  const limited = webPages(smallCentre({ follow }))
  const response = await lookUp({ ma: CODE, khoa: KEY }, {}, limited)
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('90')
  expect(text(await response.text())).toContain('Xin thử lại sau 2 phút.')
})

test.each([
  ['GET', '/khong-co', 404],
  ['GET', '/thu-tuc/khong-co', 404],
  ['GET', '/thu-tuc/khong-co/giay-to', 404],
  ['GET', '/su-kien/khong-co', 404],
  ['GET', '/assets/khong-co.css', 404],
  ['DELETE', '/thu-tuc', 405],
  ['POST', '/', 405],
  ['PUT', '/tra-cuu', 405],
])('%s %s is a %i page with ways onward', async (method, path, status) => {
  const response = await pages.request(`http://localhost${path}`, { method })
  const html = await response.text()
  expect(response.status).toBe(status)
  expect(html).toContain('href="/thu-tuc"')
  expect(html).toContain('href="/tra-cuu"')
  expect(response.headers.has('allow')).toBe(status === 405)
})

test('a form too large is a 413 page', async () => {
  const response = await lookUp({ ma: 'x'.repeat(5000), khoa: KEY }, { 'content-length': '5100' })
  expect(response.status).toBe(413)
  expect(text(await response.text())).toContain('Nội dung gửi quá lớn')
})

test('a fault of the program is told to the house and is a page in plain words, even when nothing can be read', async () => {
  const told: unknown[] = []
  const deskFor = () => Promise.reject(new Error('no database'))
  const broken = webPages(smallCentre({ deskFor, onError: (error) => told.push(error) }))
  const response = await broken.request('/')
  expect(response.status).toBe(500)
  expect(text(await response.text())).toContain('Lỗi ở phía chúng tôi, không phải do bạn.')
  expect(String(told[0])).toContain('no database')
})

test('a first visit is under 100 KB compressed besides the fonts, and what is named by content is kept for ever', async () => {
  const home = await pages.request('http://localhost/', { headers: { 'accept-encoding': 'gzip' } })
  expect(home.headers.get('content-encoding')).toBe('gzip')
  const page = (await home.arrayBuffer()).byteLength
  const { html } = await get('/')
  const paths = [...new Set(html.match(/\/assets\/[^"]+/g))]
  const assets = await Promise.all(
    paths.map(async (path) => {
      const response = await pages.request(`http://localhost${path}`, {
        headers: { 'accept-encoding': 'br, gzip' },
      })
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      return { path, bytes: (await response.arrayBuffer()).byteLength }
    }),
  )
  const bytes = (isFont: boolean) =>
    assets.filter(({ path }) => path.endsWith('.woff2') === isFont).reduce((sum, one) => sum + one.bytes, 0)
  expect(page + bytes(false)).toBeLessThan(100_000)
  const scripts = assets.filter(({ path }) => path.endsWith('.js'))
  expect(scripts).toHaveLength(1)
  expect(scripts[0]?.bytes).toBeLessThan(30_000)
  expect(paths.filter((path) => path.endsWith('.woff2'))).toHaveLength(4)
})

test('the page of a paper that is handed in has less than 30 KB of script, with what looks at pictures', async () => {
  const weights = await Promise.all(
    [assets.paperScript, assets.pageLooker].map(async (path) => {
      const headers = { 'accept-encoding': 'br, gzip' }
      return (await (await pages.request(`http://localhost${path}`, { headers })).arrayBuffer()).byteLength
    }),
  )
  expect(weights.reduce((sum, one) => sum + one, 0)).toBeLessThan(30_000)
})

test('a page with the search box lets in the script of the house alone', async () => {
  const { response } = await get('/')
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
})

test('a page lets in no script, no frame and no other site', async () => {
  const { response } = await get('/tu-de-hieu')
  expect(response.headers.get('content-security-policy')).not.toContain('script-src')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
  expect(response.headers.get('referrer-policy')).toBe('same-origin')
})
