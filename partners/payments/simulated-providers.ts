import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { BankSettings } from './bank-account.ts'
import { compactTime } from './compact-time.ts'
import type { NationalSettings } from './national-platform.ts'
import { type SimulatedBank, simulatedBank } from './simulated-bank.ts'
import { type Deed, DEEDS, type SimulatedBooks } from './simulated-deeds.ts'
import { type SimulatedNational, simulatedNational } from './simulated-national.ts'
import { bankPage, homePage, payPage } from './simulated-pages.ts'
import { type SimulatedVnpay, simulatedVnpay } from './simulated-vnpay.ts'
import type { VnpaySettings } from './vnpay.ts'

export interface SimulatedProviders {
  readonly vnpay: SimulatedVnpay
  readonly national: SimulatedNational
  readonly bank: SimulatedBank
  /** Its pages, which show what it holds. */
  readonly origin: string
  readonly settings: {
    readonly vnpay: VnpaySettings
    readonly national: NationalSettings
    readonly bank: BankSettings
  }
  stop(): Promise<void>
}

interface Playing {
  readonly now: () => Temporal.Instant
  /** Where the centre is to be told, by provider. */
  readonly noticeAt: (provider: ProviderKey) => string
  readonly returnTo: string
  /** Drawn anew for every start; nobody outside knows them. */
  readonly secret: string
}

type Fields = Readonly<Record<string, string>>

/**
 * All three providers on one small server of this machine alone, for tests and the demonstration, with the settings by
 * which the centre reaches them. No money is ever moved.
 */
export async function startSimulatedProviders({
  now,
  noticeAt,
  returnTo,
  secret,
}: Playing): Promise<SimulatedProviders> {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  const address = server.address()
  const origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
  const settings = settingsAt(origin, secret)
  const vnpay = simulatedVnpay({ ...settings.vnpay, now, noticeAt: noticeAt('vnpay') })
  const national = simulatedNational({
    ...settings.national,
    now,
    noticeAt: noticeAt('national'),
    returnTo,
    pageOf: (reference) => `${origin}/national/pay?ref=${reference}`,
  })
  const bank = simulatedBank({ ...settings.bank, secret, now, noticeAt: noticeAt('bank') })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    const query = Object.fromEntries(url.searchParams)
    const html = (page: string) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    const go = (to: string | null) => response.writeHead(303, { location: to ?? origin }).end()
    const csv = (content: string) =>
      response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' }).end(content)
    const route = `${request.method ?? 'GET'} ${url.pathname}`
    switch (route) {
      case 'GET /':
        return void html(homePage(origin))
      case 'GET /vnpay/pay':
        return void html(payPage('VNPAY', vnpay.opened(query)))
      case 'POST /vnpay/pay':
        return void go(await acted(vnpay, await formOf(request)))
      case 'GET /national/pay':
        return void html(payPage('Cổng Dịch vụ công quốc gia', national.opened(query['ref'] ?? '')))
      case 'POST /national/pay':
        return void go(await acted(national, await formOf(request)))
      case 'POST /vnpay/api':
        return spoken(response, vnpay.books, () => vnpay.answer, await text(request))
      case 'POST /national/api':
        return spoken(response, national.books, () => national.answer, await text(request))
      case 'GET /bank':
        return void html(bankPage())
      case 'POST /bank': {
        const { dong = '', content = '', told = '' } = await formOf(request)
        await bank.transfer({ dong: Number(dong) || 0, content, isTold: told !== '' })
        return void go(`${origin}/bank`)
      }
      case 'GET /vnpay/list.csv':
        return void csv(listOf(vnpay.books))
      case 'GET /national/list.csv':
        return void csv(listOf(national.books))
      case 'GET /bank/statement.csv':
        return void csv(bank.statement())
      default:
        response.writeHead(404).end()
    }
  }

  return {
    vnpay,
    national,
    bank,
    origin,
    settings,
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function settingsAt(origin: string, secret: string): SimulatedProviders['settings'] {
  return {
    vnpay: {
      url: `${origin}/vnpay/pay`,
      api: `${origin}/vnpay/api`,
      terminal: 'MOTCUA01',
      secret,
      minutes: 15,
      serverAddress: '127.0.0.1',
    },
    national: {
      url: `${origin}/national/api`,
      pages: [origin],
      partner: 'MOTCUA',
      secret,
      minutes: 15,
      beneficiary: { account: '0123456789', bank: '970436', name: 'TRUNG TAM HANH CHINH CONG' },
    },
    bank: {
      bank: '970436',
      bankName: 'Vietcombank',
      account: '0123456789',
      holder: 'TRUNG TAM HANH CHINH CONG',
      days: 7,
      secret,
    },
  }
}

async function formOf(request: IncomingMessage): Promise<Fields> {
  return Object.fromEntries(new URLSearchParams(await text(request)))
}

function acted(
  provider: Pick<SimulatedVnpay, 'act'>,
  { reference = '', deed = '' }: Fields,
): Promise<string | null> {
  const known = DEEDS.find((one): one is Deed => one === deed)
  return known ? provider.act(reference, known) : Promise.resolve(null)
}

function spoken(
  response: ServerResponse,
  { mood }: SimulatedBooks,
  answer: () => (fields: Fields) => object,
  body: string,
): void {
  if (mood === 'silent') return void response.writeHead(503).end()
  const said =
    mood === 'nonsense' ? { vnp_ResponseCode: '00', error_code: '00', message: '???' } : answer()(flat(body))
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said))
}

function flat(body: string): Fields {
  const given: unknown = JSON.parse(body)
  return Object.fromEntries(
    Object.entries(typeof given === 'object' && given ? given : {}).flatMap(([name, value]) =>
      typeof value === 'object' ? [] : [[name, String(value)]],
    ),
  )
}

/** What it took, as both providers write their lists in these trials. */
function listOf({ payments }: SimulatedBooks): string {
  return [
    'Mã giao dịch,Mã giao dịch VNPAY,Mã tham chiếu,Số tiền,Thời gian giao dịch,Trạng thái',
    ...payments.map(({ transaction, reference, dong, paidAt }) =>
      [transaction, transaction, reference, dong, compactTime(paidAt), 'Thành công'].join(','),
    ),
  ].join('\n')
}
