import { describe, expect, test } from 'vitest'
import { readCsv } from '#figures/formats/csv.ts'
import { csvText } from '#figures/formats/csv-out.ts'
import { decodeText } from '#figures/formats/encoding.ts'

const sheet = (text: string) => {
  const read = readCsv(text)
  if ('unreadable' in read) throw new Error(read.unreadable)
  return read
}

describe('a table of separated values', () => {
  test.each([
    [',', 'period,value\n2026-01,12.5\n2026-02,13\n'],
    [';', 'period;value\r\n2026-01;12,5\r\n2026-02;13,25\r\n'],
    ['\t', 'period\tvalue\n2026-01\t12.5\n2026-02\t13\n'],
    ['|', 'period|value\n2026-01|12.5\n2026-02|13\n'],
  ])('finds the separator %j', (separator, text) => {
    const read = sheet(text)
    expect(read.separator).toBe(separator)
    expect(read.columns).toEqual(['period', 'value'])
    expect(read.rows.map((row) => row.line)).toEqual([2, 3])
  })

  test('takes the separator that the file itself names', () => {
    expect(sheet('sep=;\r\na;b,c\r\n1;2,5\r\n')).toMatchObject({ separator: ';', headerLine: 2, columns: ['a', 'b,c'] })
  })

  test('counts lines as an editor does: byte-order mark, titles, empty lines and quoted line breaks', () => {
    const read = sheet('\ufeffReport of the mill\n\nname;value\n"two\nlines";1\n\nplain;2\n')
    expect(read.preamble).toEqual(['Report of the mill'])
    expect(read.headerLine).toBe(3)
    expect(read.rows).toEqual([
      { line: 4, cells: ['two\nlines', '1'] },
      { line: 7, cells: ['plain', '2'] },
    ])
  })

  test('tells a header from data, also where periods are the header', () => {
    expect(sheet('bread,2026-01,12.5\nbread,2026-02,13\n').headerLine).toBeNull()
    expect(sheet('product,2025,2026\nbread,12,13\n')).toMatchObject({
      headerLine: 1,
      columns: ['product', '2025', '2026'],
    })
  })

  test('says why a file is no table', () => {
    expect(readCsv('')).toMatchObject({ unreadable: 'file-empty' })
    expect(readCsv('Dear office\nplease find attached\n')).toMatchObject({ unreadable: 'file-not-a-table' })
    expect(readCsv('a,b\n"open,2\n')).toMatchObject({ unreadable: 'file-quote-not-closed' })
    expect(readCsv(`a,b\n${'1,2\n'.repeat(200_001)}`)).toMatchObject({ unreadable: 'file-too-many-rows' })
  })
})

describe('the encoding of a file', () => {
  const text = 'Maßeinheit;Wert\nStück;1\n'
  const utf16 = (order: 'le' | 'be') =>
    Uint8Array.from(
      [...text].flatMap((letter) => {
        const code = letter.charCodeAt(0)
        return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255]
      }),
    )

  test.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new TextEncoder().encode(`\ufeff${text}`)],
    ['latin1', Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))],
    ['utf-16le', utf16('le')],
    ['utf-16le', Uint8Array.from([0xff, 0xfe, ...utf16('le')])],
    ['utf-16be', utf16('be')],
    ['utf-16be', Uint8Array.from([0xfe, 0xff, ...utf16('be')])],
  ])('reads %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding })
  })

  test('leaves no NUL in the text', () => {
    expect(decodeText(Uint8Array.from([97, 0, 98])).text).toBe('a\ufffdb')
  })
})

test('an exported cell never starts a formula, and numbers stay numbers', () => {
  const written = csvText([['=1+1', '@SUM(A1)', '+49', '-3.5', '-x', 'plain, with "quotes"', null, '\tx']])
  expect(written).toBe(`"'=1+1","'@SUM(A1)","'+49",-3.5,"'-x","plain, with ""quotes""",,"'\tx"\r\n`)
})
