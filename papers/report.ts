import { print } from './print.ts'
import { footWords, headCells, headWord, type ReportData, TITLE, windowWords } from './report-words.ts'
import { placeAndDate, placeOf } from './vietnamese.ts'

/** The report in official layout: PDF/A. */
export function printReport(data: ReportData): Uint8Array {
  return print({ template: 'report.typ', data: onPaper(data), madeAt: data.countedAt })
}

/** The data as the template shows them. */
function onPaper(data: ReportData) {
  const { form, unitName, field, agency, committee, countedAt, lines, number, corrects, signer } = data
  return {
    office: { agency: committee, unit: agency },
    number: number ?? '………',
    isIssued: number !== null,
    placeAndDate: placeAndDate(placeOf(committee), countedAt),
    formName: `Biểu số ${form.key}`,
    title: TITLE,
    window: windowWords(data.window),
    scope: `Đơn vị: ${unitName}${field === null ? '' : `; lĩnh vực: ${field}`}`,
    corrects: corrects && `(Đính chính lần ${corrects.time} cho báo cáo số ${corrects.number})`,
    head: headCells(form).map((cell) => ({
      x: cell.column,
      y: cell.row,
      rowspan: cell.rows,
      colspan: cell.columns,
      text: headWord(data, cell),
    })),
    columns: form.columns.length,
    lines: lines.map(({ place, name, cells }) => ({
      place,
      name,
      isStrong: place === '' || (form.lines === 'unit' && !place.includes('.')),
      cells: cells.map((cell) => String(cell).replace(/\B(?=(\d{3})+$)/g, '.')),
    })),
    foot: footWords(data),
    signer: signer ?? '',
  }
}
