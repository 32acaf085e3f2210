import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { aLaw, aProcedure, MARCH_5, paper } from '#domain/dossier/a-dossier.ts'
import { aField } from '#domain/procedure/a-form.ts'
import { NO_FORM } from '#domain/procedure/form.ts'
import { wordsIn } from '#web/words/words.ts'
import { ChooseProcedure } from './intake/choose-procedure.tsx'
import { DraftsList } from './intake/drafts-list.tsx'
import { begunDraft, withBoxes } from './intake/intake-draft.ts'
import { IntakeScreen } from './intake/intake-screen.tsx'
import { INTAKE_STEPS } from './intake/intake-steps.ts'
import { type ReceiptOutside, ReceiptScreen } from './intake/receipt-screen.tsx'
import { RegisteredList } from './intake/registered-list.tsx'
import { HandOutScreen } from './results/hand-out-screen.tsx'
import { ResultsList } from './results/results-list.tsx'
import { ContactScreen } from './visit/contact-screen.tsx'
import { VisitSheet } from './visit/visit-sheet.tsx'
import type { Written } from './written/written.ts'

const nothing = () => {}
const noFiles = {
  keep: () => Promise.resolve(),
  read: () => Promise.resolve(null),
  drop: () => Promise.resolve(),
}
const [vi, en] = [wordsIn('vi'), wordsIn('en')]
const begun = begunDraft(
  { id: 'x', begunAt: MARCH_5 },
  { name: 'Nguyễn Thị Hương', phone: '0912345678', procedure: '2.000748' },
)
const out = {
  kind: 'session' as const,
  id: 's',
  placeOfReceipt: 'HCC-TN',
  placeOfSupport: null,
  now: '2019-03-09T01:30:00.000Z',
}
const form = {
  ...NO_FORM,
  key: 'f',
  version: 1,
  title: 'Tờ khai',
  fields: [aField({ name: 'shop', type: 'text', isRequired: true })],
}
const law = aLaw({
  procedure: aProcedure({
    cases: aProcedure().cases.map((one) => ({
      ...one,
      components: [paper('declaration', { original: 1, isForm: true }), paper('deed', { copy: 2 })],
    })),
  }),
})
const draft = withBoxes(begun, { formHere: 'true', 'components.deed.copy': '2' })
const common = {
  files: noFiles,
  served: { looker: '', codeReader: '' },
  change: nothing,
  isKept: true,
  choosing: () => <p>chọn</p>,
  finish: nothing,
  isFinishing: false,
  refused: null,
}

test.each(INTAKE_STEPS)(
  'the step %s says what it is in both languages, and every box has its label',
  (step) => {
    for (const words of [vi, en]) {
      const taking = { law, form, places: [], out }
      const html = render(
        <IntakeScreen {...common} words={words} draft={{ ...draft, step }} taking={taking} />,
      )
      expect(html).toContain(words.fieldIntake.steps[step])
      for (const [, id] of html.matchAll(
        /<(?:select|textarea|input(?![^>]*type="(?:radio|checkbox|file)"))[^>]* id="([^"]+)"/g,
      ))
        expect(html).toContain(`for="${id}"`)
    }
  },
)

test('what was brought along is found by what people type it as, and who registered is told nothing else', () => {
  const html = render(
    <ChooseProcedure
      words={vi}
      procedures={[law.procedure, aProcedure({ key: 'b', name: 'Đăng ký khai sinh', weight: 9 })]}
      unitNames={new Map([['TP', 'Phòng Tư pháp']])}
      guide={{ plainNames: {}, everydayWords: [] }}
      chosen=""
      choose={nothing}
    />,
  )
  expect(html.indexOf('Đăng ký khai sinh')).toBeLessThan(html.indexOf('Thay đổi, cải chính hộ tịch'))
  expect(html).toContain('Phòng Tư pháp')
})

test('who registered stands in the order of time, with whether it was begun', () => {
  const one = { id: '1', slot: 510, name: 'Trần Văn Đức', phone: '0912345678', procedure: '2.000748' }
  const two = { ...one, id: '2', slot: 480, name: 'Ksor Phước', procedure: null }
  const html = render(
    <RegisteredList
      words={vi}
      registrations={[one, two]}
      begun={new Set(['1'])}
      nameOf={() => 'Đăng ký khai sinh'}
      start={nothing}
    />,
  )
  expect(html.indexOf('08:00')).toBeLessThan(html.indexOf('08:30'))
  expect(html).toContain('đã bắt đầu')
  expect(html).toContain('chưa rõ thủ tục')
})

test('a receipt shows its code and the way to follow it; a provisional slip says that it is one', () => {
  const receipt: ReceiptOutside = {
    code: '000.00.12.H49-190309-0001',
    slip: 'AB12CD34EF56',
    lookupKey: 'K7MQ2W9XAB',
    procedureName: 'Đăng ký khai sinh',
    applicantName: 'Ksor Phước',
    receivedAt: MARCH_5,
    due: '2019-03-13T10:00:00.000Z',
    feeDong: 8000,
    paidDong: 8000,
  }
  const shown = (over: Partial<ReceiptOutside>) =>
    render(
      <ReceiptScreen
        words={vi}
        receipt={{ ...receipt, ...over }}
        lookUp="https://mot-cua.example/tra-cuu"
        printing={null}
        next={nothing}
      />,
    )
  expect(shown({})).toContain('000.00.12.H49-190309-0001')
  expect(shown({})).toContain('<svg')
  expect(shown({})).toContain('Đã thu 8.000')
  expect(shown({ code: null })).toContain('AB12CD34EF56')
  expect(shown({ code: null })).not.toContain('<svg')
})

const writing = (kind: Written['kind']) => ({
  draft: { id: 'x', begunAt: MARCH_5, kind, about: 'y', typed: {}, signed: null },
  isKept: true,
  change: nothing,
  finish: nothing,
  leave: nothing,
})

test('results, visits and what was left half done say whose they are', () => {
  const result = {
    code: '000.00.12.H49-190301-0007',
    version: 5,
    step: 'return',
    procedure: 'b',
    procedureName: 'Đăng ký khai sinh',
    ownerName: 'Phạm Thị Lụa',
    applicantName: 'Phạm Văn Hùng',
    idNumberEnd: '3456',
    isRefused: false,
    toWithdraw: [paper('old', { original: 1 })],
    toGiveBack: [],
  }
  const person = {
    id: 'v',
    code: 'TN-190309-AB12',
    name: 'Bùi Thị Mận',
    born: '1932-03-05',
    phone: null,
    address: 'Ngõ 3',
    hamlet: 'Thôn Chí Linh',
    contactName: 'Bùi Văn Tư',
    contactPhone: '0912345678',
    wish: 'Chứng thực giấy ủy quyền',
    ground: 'old' as const,
  }
  const outing = {
    kind: 'home-visit' as const,
    id: 'v',
    on: '2019-03-09',
    opens: null,
    closes: null,
    place: 'Ngõ 3',
    communeName: 'Xã An Sinh',
    team: [],
    commune: 'X07075',
    equipment: '',
    person,
  }
  const files = noFiles
  const list = render(
    <ResultsList words={vi} results={[result]} handedOut={new Set([result.code])} open={nothing} />,
  )
  expect(list).toContain('Phạm Thị Lụa')
  expect(list).not.toContain('<button')
  const handing = {
    words: vi,
    result,
    files,
    served: { looker: '', codeReader: '' },
    ...writing('hand-back'),
  }
  expect(render(<HandOutScreen {...handing} at={{ way: 'counter' }} />)).toContain('Phạm Văn Hùng')
  expect(render(<VisitSheet words={vi} outing={outing} person={person} />)).toContain('05/03/1932')
  const contact = { words: vi, person, files, looker: '', ...writing('contact') }
  expect(render(<ContactScreen {...contact} />)).toContain('Không có ai ở nhà')
  const left = { id: 'x', begunAt: MARCH_5, name: '', procedure: 'Đăng ký khai sinh', where: '', route: '' }
  const drafts = { words: vi, drafts: [left], open: nothing, drop: nothing }
  expect(render(<DraftsList {...drafts} />)).toContain('Chưa ghi tên')
})
