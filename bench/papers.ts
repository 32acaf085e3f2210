import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { aResult } from '#papers/a-result.ts'
import { paperPrinted } from '#papers/print-apart.ts'
import { printForm } from '#papers/print-form.ts'
import { receiptOnPaper, type ReceiptData } from '#papers/receipt.ts'
import { APPROVAL, DAY_FIELD, NUMBER_FIELD, printResult, printResultOnPaper, SEAL } from '#papers/result.ts'
import { checkPdf } from '#papers/signing/check-pdf.ts'
import { filledLook, sealLook, signatureLook } from '#papers/signing/looks.ts'
import { pkcs12Signer } from '#papers/signing/pkcs12.ts'
import { signPdf } from '#papers/signing/sign-pdf.ts'
import { trialKeys } from '#papers/signing/trial-keys.ts'
import { NO_WITNESSES } from '#papers/signing/witnesses.ts'

/**
 * How long papers take: set, signed, sealed and checked, each one a new one, turn about. The median a paper, and what of it is
 * processor time, which other work on the machine does not lengthen.
 */
const ROUNDS = Number(process.env['BENCH_PAPERS'] ?? '60')
const TARGET_MS = 10
const AT = '2019-03-05T01:05:00.000Z'
const MO = {
  kind: 'citizen',
  name: 'Phạm Thị Mơ',
  idNumber: '022188001234',
  phone: '0912345678',
  address: 'Khu 3, phường Mạo Khê',
} as const

interface Times {
  readonly wall: number[]
  readonly processor: number[]
}

/** The lines of the bench. */
export async function paperTimes(): Promise<string[]> {
  const jobs = await jobsOf()
  const times = new Map(jobs.map(([name]) => [name, { wall: [], processor: [] } as Times]))
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, job] of jobs) {
      const [began, used] = [performance.now(), process.cpuUsage()]
      await job(round)
      const { user, system } = process.cpuUsage(used)
      // The first of each reads fonts and templates.
      if (round === 0) continue
      times.get(name)?.wall.push(performance.now() - began)
      times.get(name)?.processor.push((user + system) / 1000)
    }
  const one = median(times.get('receipt, one paper')?.wall ?? [])
  return [...times].map(([name, { wall, processor }]) => {
    const target = name.startsWith('receipt')
      ? ` (target under ${TARGET_MS} ms, ${median(wall) < TARGET_MS ? 'reached' : 'MISSED'})`
      : ''
    return `${name}: median ${median(wall).toFixed(1)} ms, processor ${median(processor).toFixed(1)} ms, ${(median(wall) / one).toFixed(2)} of a receipt of one paper${target}`
  })
}

type Job = readonly [name: string, job: (round: number) => Promise<unknown>]

async function jobsOf(): Promise<readonly Job[]> {
  const keys = trialKeys()
  const person = found(await pkcs12Signer(keys.key('nguoi-ky', { subject: 'Đặng Ngọc Ánh' }), 'mo'))
  const office = found(await pkcs12Signer(keys.key('con-dau', { subject: 'UBND thị xã' }), 'mo'))
  const trust = { anchors: [keys.anchor], lists: [], answers: [] }
  keys.remove()
  const common = {
    at: AT,
    document: { title: 'Kết quả', reviewed: '' },
    witnesses: NO_WITNESSES,
    anchors: trust.anchors,
  }
  const last: { result?: Awaited<ReturnType<typeof printResult>>; signed?: Uint8Array; sealed?: Uint8Array } =
    {}
  const spotIn = (name: string) => last.result?.spots.get(name) ?? missing(name)
  const own = { main: 'rieng.typ', files: { 'rieng.typ': OWN } }
  return [
    ['receipt, one paper', (round) => printed(round, 1)],
    ['receipt, five papers', (round) => printed(round, 5)],
    [
      'the centre’s own template, in its process',
      (round) => paperPrinted({ template: own, data: { name: `${MO.name} ${round}` }, madeAt: AT }),
    ],
    ['result to be signed by hand', async (round) => printResultOnPaper(aResult({ code: codeOf(round) }))],
    [
      'result to be signed with a key',
      async (round) => {
        last.result = await printResult(aResult({ code: codeOf(round) }))
      },
    ],
    [
      'signature',
      async () => {
        const place = spotIn(APPROVAL)
        const look = signatureLook('Đặng Ngọc Ánh', AT, place)
        const bytes = last.result?.bytes ?? missing('result')
        const signing = { ...common, signer: person, field: APPROVAL, place, look, fillings: [] }
        last.signed = found(await signPdf(bytes, signing))
      },
    ],
    [
      'number, day and seal',
      async (round) => {
        const place = spotIn(SEAL)
        const filling = (field: string, text: string) => {
          return { field, text, look: filledLook(text, AT, spotIn(field), 'normal') }
        }
        const fillings = [
          filling(NUMBER_FIELD, `${round}/GXN-UBND`),
          filling(DAY_FIELD, 'Đông Triều, ngày 05 tháng 3 năm 2019'),
        ]
        const look = sealLook('Ủy ban nhân dân thị xã', AT, place)
        const sealing = { ...common, signer: office, field: SEAL, place, look, fillings }
        last.sealed = found(await signPdf(last.signed ?? missing('signed'), sealing))
      },
    ],
    [
      'check of both signatures',
      async () => {
        const checked = found(await checkPdf(last.sealed ?? missing('sealed'), { trust, now: AT }))
        if (checked.some(({ faults }) => faults.length > 0)) throw new Error('a signature is not valid')
      },
    ],
  ]
}

const OWN = `#import "/sheet.typ": *
#let data = json("/data.json")
#text(font: "Tinos", data.name)
`

const codeOf = (round: number) => `000.00.12.H49-190305-${String(round).padStart(4, '0')}`

async function printed(round: number, papers: number): Promise<void> {
  const data = receiptOf(round, papers)
  found(await printForm({ key: 'giay_tiep_nhan', receivedAt: AT, madeAt: AT, data: receiptOnPaper(data) }))
}

function receiptOf(round: number, papers: number): ReceiptData {
  const keys = Array.from({ length: papers }, (_, place) => String(place + 1))
  return {
    code: codeOf(round * 10 + papers),
    lookupKey: 'RVZWBMBZYV',
    site: 'https://hanhchinhcong.example/tra-cuu',
    agency: 'Trung tâm Hành chính công thị xã Đông Triều',
    counter: 'Bộ phận Tiếp nhận và Trả kết quả',
    committee: 'Ủy ban nhân dân thị xã Đông Triều',
    channel: 'counter',
    applicant: MO,
    owner: MO,
    subject: 'Xác nhận bảng kê lâm sản',
    field: 'Lâm nghiệp',
    components: keys.map((component) => ({
      component,
      original: 1,
      certified: 0,
      copy: 1,
      insteadOfPaper: null,
    })),
    asked: keys.map((key) => ({ key, name: `Giấy tờ thứ ${key} của hồ sơ` })),
    limit: { kind: 'civil-days', days: 3 },
    receivedAt: AT,
    due: '2019-03-08T10:00:00.000Z',
    isDueProvisional: false,
    elsewhere: null,
    returnWish: { way: 'counter', address: null },
    receiver: 'Trịnh Xuân Đạt',
  }
}

function found<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

function missing(what: string): never {
  throw new Error(`no ${what} yet`)
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
