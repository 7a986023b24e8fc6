import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Known, Mapping } from '#figures/intake/mapping.ts'
import { nameKey } from '#figures/intake/names.ts'
import { type Intake, readIntake } from '#figures/intake.ts'

const known: Known = {
  measures: [
    { id: 'output', name: 'Output', unit: null, mayBeNegative: false },
    { id: 'stock', name: 'Stock', unit: null, mayBeNegative: false },
    { id: 'labour-hours', name: 'Hours of labour', unit: 'h', mayBeNegative: false },
    { id: 'net-loss', name: 'Net loss', unit: 't', mayBeNegative: true },
    { id: 'deliveries', name: 'Deliveries', unit: null, mayBeNegative: false },
  ],
  products: [
    { id: 'bread', name: 'Bread', unit: 't' },
    { id: 'flour', name: 'Flour', unit: 't' },
  ],
  units: [
    { id: 'bakery', name: 'The Bakery' },
    { id: 'mill', name: 'The Mill' },
    { id: 'town', name: 'Upper Town' },
  ],
  series: [],
}

const intake = (text: string, mapping: Mapping | null = null): Intake => {
  const read = readIntake({ text, unitId: 'bakery', known, mapping })
  if ('unreadable' in read) throw new Error(read.unreadable)
  return read
}

const figures = (read: Intake) => read.observations.map((one) => [one.seriesId, one.period, one.entered])

describe('a file in long shape', () => {
  test('is read by its headers', () => {
    const read = intake(
      'unit,measure,product,period,value,unit of measure,status,note\nbakery,output,bread,2026-01,12.50,t,final,as weighed\n',
    )
    expect(read.problems).toEqual([])
    expect(read.series).toMatchObject([{ id: 'bakery/output/bread/', unit: 't', isNew: true }])
    expect(read.observations).toEqual([
      {
        row: 2,
        seriesId: 'bakery/output/bread/',
        period: '2026-01',
        entered: '12.50',
        mantissa: 1250,
        scale: 2,
        rounded: false,
        status: 'final',
        note: 'as weighed',
      },
    ])
  })

  test('is read in German, with decimal commas, thousands marks and month names', () => {
    const read = intake(
      'Kennzahl;Erzeugnis;Empfänger;Monat;Menge;Einheit\nDeliveries;Bread;Upper Town;März 2026;1.234,5;kg\n',
    )
    expect(read.problems).toEqual([])
    expect(figures(read)).toEqual([['bakery/deliveries/bread/town', '2026-03', '1.2345']])
  })

  test('is read without any header, by its contents', () => {
    const read = intake('output;bread;2026-01;12,5\noutput;bread;2026-02;13,5\n')
    expect(read.mapping.columns).toEqual(['measure', 'product', 'period', 'value'])
    expect(figures(read)).toEqual([
      ['bakery/output/bread/', '2026-01', '12.5'],
      ['bakery/output/bread/', '2026-02', '13.5'],
    ])
  })

  test('takes a column called month for the period where whole periods stand in it, faulty ones among them', () => {
    const read = intake('Kennzahl;Produkt;Monat;Wert\noutput;bread;März 2026;1\noutput;bread;2026-99;2\n')
    expect(read.mapping.columns[2]).toBe('period')
    expect(read.problems).toMatchObject([{ row: 3, code: 'period-not-understood' }])
  })

  test('takes year and month from two columns', () => {
    const read = intake('Jahr;Monat;Kennzahl;Wert\n2026;3;Hours of labour;1200\n2026;April;Hours of labour;1300\n')
    expect(figures(read).map(([, period]) => period)).toEqual(['2026-03', '2026-04'])
  })

  test('keeps an empty value as a gap, never as zero', () => {
    const read = intake(
      'measure,product,period,value\noutput,bread,2026-01,\noutput,bread,2026-02,n/a\noutput,bread,2026-03,0\n',
    )
    expect(read.observations.map((one) => [one.entered, one.mantissa])).toEqual([
      [null, null],
      [null, null],
      ['0', 0],
    ])
  })
})

describe('a file in wide shape', () => {
  test('has periods as columns; empty cells say nothing', () => {
    const read = intake('measure;product;2026-01;2026-02;2026-03\noutput;bread;1,5;;2,5\nstock;flour;10;11;12\n')
    expect(read.mapping.across).toBe('period')
    expect(figures(read)).toEqual([
      ['bakery/output/bread/', '2026-01', '1.5'],
      ['bakery/output/bread/', '2026-03', '2.5'],
      ['bakery/stock/flour/', '2026-01', '10'],
      ['bakery/stock/flour/', '2026-02', '11'],
      ['bakery/stock/flour/', '2026-03', '12'],
    ])
  })

  test('has measures as columns, each with its unit of measure', () => {
    const read = intake('Month,Product,Output (kg),Labour hours\n2026-01,Bread,1500,20\n2026-02,Bread,1600,21\n')
    expect(read.mapping.across).toBe('measure')
    expect(figures(read)).toEqual([
      ['bakery/output/bread/', '2026-01', '1.5'],
      ['bakery/labour-hours/bread/', '2026-01', '20'],
      ['bakery/output/bread/', '2026-02', '1.6'],
      ['bakery/labour-hours/bread/', '2026-02', '21'],
    ])
  })
})

describe('a faulty row', () => {
  const head = 'unit,measure,product,counterpart,period,value,uom,status\n'
  test.each([
    ['bakery,production,bread,,2026-01,1,,', 'measure', 'measure-unknown'],
    ['bakery,output,cake,,2026-01,1,,', 'product', 'product-unknown'],
    ['bakery,output,,,2026-01,1,,', 'product', 'product-needed'],
    ['bakery,output,bread,moon,2026-01,1,,', 'counterpart', 'counterpart-unknown'],
    ['bakery,output,bread,,26-1,1,,', 'period', 'period-not-understood'],
    ['bakery,output,bread,,2026-13,1,,', 'period', 'period-not-understood'],
    ['bakery,output,bread,,2026-01,a lot,,', 'value', 'value-not-a-number'],
    ['bakery,output,bread,,2026-01,-1,,', 'value', 'value-below-zero'],
    ['bakery,output,bread,,2026-01,1,h,', 'value', 'unit-of-measure-differs'],
    ['bakery,output,bread,,2026-01,1,,perhaps', 'status', 'status-not-understood'],
    ['mill,output,flour,,2026-01,1,,', 'unit', 'row-of-another-unit'],
    ['bakery,output,bread,,2026-02,1,t,final', 'value', 'said-twice'],
    ['bakery,output,bread,,2026-01,12,5,t,final', null, 'row-too-long'],
  ])('%s is named with its number and the reason', (row, column, code) => {
    const read = intake(
      `${head}bakery,output,bread,,2026-02,1.5,t,final\n${row}\nbakery,output,bread,,2026-03,1.5,t,final\n`,
    )
    expect(read.problems).toMatchObject([{ row: 3, column, code }])
    expect(read.faultyRows).toBe(1)
    expect(read.observations.map((one) => one.row)).toEqual([2, 4])
  })

  test('is the only one named among 10,000', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      const year = 1500 + (at % 600)
      const [measure, product] = [
        ['output', 'stock', 'deliveries'][at % 3],
        ['bread', 'flour'][Math.floor(at / 600) % 2],
      ]
      const counterpart = ['', 'mill', 'town'][Math.floor(at / 1200) % 3]
      return `${measure},${product},${counterpart},${year}-${String((Math.floor(at / 3600) % 12) + 1).padStart(2, '0')},${at === 6172 ? 'twelve' : at}`
    })
    const read = intake(`measure,product,counterpart,period,value\n${rows.join('\n')}\n`)
    expect(read.problems).toEqual([
      expect.objectContaining({ row: 6174, column: 'value', value: 'twelve', code: 'value-not-a-number' }),
    ])
    expect(read.observations).toHaveLength(9_999)
  })
})

describe('a mapping', () => {
  const text = 'Was;Brot;Wann\nA;1,5;2026-01\nA;2,5;2026-02\n'

  test('can be settled by a person: roles, what holds for every row, and what names stand for', () => {
    const mapping: Mapping = {
      columns: ['measure', 'value', 'period'],
      across: null,
      decimal: ',',
      fixed: {
        measure: null,
        product: 'bread',
        counterpart: null,
        period: null,
        unitOfMeasure: 'kg',
        status: 'estimated',
      },
      names: { [nameKey('measure', 'A')]: 'output' },
    }
    const read = intake(text, mapping)
    expect(read.mapping).toEqual(mapping)
    expect(read.observations).toMatchObject([
      { seriesId: 'bakery/output/bread/', entered: '0.0015', status: 'estimated' },
      { seriesId: 'bakery/output/bread/', entered: '0.0025', status: 'estimated' },
    ])
  })

  test('says what is lacking before anything can be read', () => {
    expect(intake(text).lacking).toEqual(['measure'])
  })

  test('that was made for another file is left aside', () => {
    const other: Mapping = { ...intake(text).mapping, columns: ['value'] }
    expect(intake(text, other).mappingFits).toBe(false)
  })
})

test('a number that can be read in two ways is marked as uncertain', () => {
  expect(intake('measure\tproduct\tperiod\tvalue\noutput\tbread\t2026-01\t1,234\n').decimalCertain).toBe(false)
  expect(
    intake('measure\tproduct\tperiod\tvalue\noutput\tbread\t2026-01\t1,234\noutput\tbread\t2026-02\t1.5\n'),
  ).toMatchObject({
    decimalCertain: true,
    mapping: { decimal: '.' },
  })
})

test('reading the same text by the mapping that was found gives the same figures', () => {
  const text = 'measure;product;2026-01;2026-02\noutput;bread;1,5;2\n'
  const first = intake(text)
  expect(intake(text, JSON.parse(JSON.stringify(first.mapping))).observations).toEqual(first.observations)
})

describe('whatever the text', () => {
  const nasty = fc.constantFrom(
    ...[
      '"',
      '""',
      ',',
      ';',
      '\t',
      '|',
      '\n',
      '\r\n',
      '\r',
      '\u0000',
      '\ufeff',
      '\u202e',
      '𝒳',
      '\ud800',
      '=1+1',
      '__proto__',
    ],
    ...[
      'constructor',
      '1e309',
      '-0',
      '٣',
      'NaN',
      'Infinity',
      '2026-01',
      '2026',
      'output',
      'bread',
      'value',
      'period',
      '1,234.5',
    ],
    ...[
      '%',
      't',
      'bakery',
      '',
      ' ',
      '🍞',
      "'; drop table observations",
      '<script>',
      '{x}',
      'sep=;',
      '0.1',
      '9'.repeat(400),
    ],
  )
  test('the intake answers and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: nasty }, fc.string({ unit: 'binary' })), { maxLength: 60 }),
        (bits) => {
          const read = readIntake({ text: bits.join(''), unitId: 'bakery', known, mapping: null })
          if ('unreadable' in read) return
          const faulty = new Set(read.problems.map((problem) => problem.row))
          expect(read.faultyRows).toBe(faulty.size)
          for (const one of read.observations) {
            expect(faulty.has(one.row)).toBe(false)
            expect(one.entered === null || /^-?\d+(\.\d+)?$/.test(one.entered)).toBe(true)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a table of naughty cells under good headers gives a figure or a reason for each row', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty, nasty, nasty), { minLength: 1, maxLength: 12 }), (rows) => {
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
        const text = `measure,product,period,value\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`
        const read = readIntake({ text, unitId: 'bakery', known, mapping: null })
        if ('unreadable' in read || read.lacking.length > 0) return
        expect(new Set([...read.problems, ...read.observations].map((one) => one.row)).size).toBe(read.rows)
      }),
      { numRuns: 300 },
    )
  })
})
