import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { csvText } from './csv.ts'

/** RFC 4180, letter by letter. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (isQuoted && letter === '"' && text.charAt(at + 1) === '"') {
      cell += '"'
      at += 1
    } else if (letter === '"') isQuoted = !isQuoted
    else if (isQuoted) cell += letter
    else if (letter === ',') {
      row.push(cell)
      cell = ''
    } else if (letter === '\r' && text.charAt(at + 1) === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      at += 1
    } else cell += letter
  }
  return rows
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')
const withoutDefusing = (cell: string): string => cell.replace(/^'(?='*[=+\-@\p{Cc}＝＋－＠])/u, '')

const oddLetters = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ';',
  '＝',
  '＠',
  '\u000B',
  '"',
  "'",
  ',',
  ' ',
  '\uFEFF',
  '1',
  'é',
)
const cells = fc.oneof(fc.string(), fc.string({ unit: oddLetters, maxLength: 6 }))
const tables = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 5 }))

describe('csvText', () => {
  test('is read back without loss, whatever the cells hold', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const read = readCsv(withoutMark(csvText(rows)))
        expect(read.map((row) => row.map(withoutDefusing))).toEqual(rows)
      }),
    )
  })

  test('never holds a cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        for (const cell of readCsv(withoutMark(csvText(rows))).flat())
          expect(/^[=+\-@\p{Cc}＝＋－＠]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)).toBe(false)
      }),
    )
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-cmd', "'-cmd"],
    ['@sum', "'@sum"],
    ['-0.5', '-0.5'],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠sum', "'＠sum"],
    ['\n=1+1', '"\'\n=1+1"'],
    ['\0=1+1', '\uFFFD=1+1'],
    ['a\tb', '"a\tb"'],
    ['a;=1+1', '"a;=1+1"'],
    ['a,b', '"a,b"'],
    ['a "b"', '"a ""b"""'],
    [' a', '" a"'],
    ['a ', '"a "'],
    ['a b', 'a b'],
    [-12, '-12'],
    [null, ''],
  ])('writes %j as %s', (cell, text) => {
    expect(csvText([[cell]])).toBe(`\uFEFF${text}\r\n`)
  })

  test('begins with a byte order mark and ends every line', () => {
    expect(csvText([['name'], ['é']])).toBe('\uFEFFname\r\né\r\n')
    expect(csvText([])).toBe('\uFEFF')
  })
})
