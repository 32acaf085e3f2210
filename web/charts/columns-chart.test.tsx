import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ColumnsChart, niceAbove } from './columns-chart.tsx'

test('the scale ends at a round number that no value passes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (value) => {
      expect(niceAbove(value)).toBeGreaterThanOrEqual(value)
      expect(niceAbove(value)).toBeLessThanOrEqual(value * 5)
      expect(String(niceAbove(value))).toMatch(/^[125]0*$/)
    }),
  )
  expect(niceAbove(0)).toBe(0)
})

test('a chart says what it shows, and no column is drawn outside of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9000), fc.nat(900), fc.nat(9)), { minLength: 1, maxLength: 40 }),
      (all) => {
        const html = renderToString(
          <ColumnsChart
            id="c"
            title="Theo tháng"
            description="Số hồ sơ"
            columns={all.map((parts, at) => ({ label: `${at}`, parts }))}
            parts={['Trước hạn', 'Đúng hạn', 'Quá hạn']}
            said={String}
          />,
        )
        expect(html).toContain('<title id="c-title">Theo tháng</title>')
        for (const [, y, height] of html.matchAll(
          /<rect x="[\d.]+" y="([\d.-]+)" width="[\d.]+" height="([\d.]+)"/g,
        )) {
          expect(Number(y)).toBeGreaterThanOrEqual(0)
          expect(Number(y) + Number(height)).toBeLessThanOrEqual(240)
        }
      },
    ),
  )
})

test('without anything to show it is empty, not broken', () => {
  const html = renderToString(
    <ColumnsChart
      id="c"
      title=""
      description=""
      columns={[{ label: 'a', parts: [0] }]}
      parts={['x']}
      said={String}
    />,
  )
  expect(html).not.toContain('NaN')
})
