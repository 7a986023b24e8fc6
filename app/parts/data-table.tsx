import type { ReactNode } from 'react'

interface DataTableProps {
  /** What the table holds; read out before it, and hidden where a heading says the same. */
  readonly caption: string
  readonly isCaptionUnseen?: boolean
  readonly columns: readonly { readonly head: string; readonly isAmount: boolean }[]
  /** The first cell of each row is its head. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[]
}

/** A table of figures: amounts at the right in tabular digits; it scrolls sideways by itself on a telephone. */
export function DataTable({ caption, isCaptionUnseen, columns, rows }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: it groups no fields, and is too small to be a landmark
    <div className="table-frame" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption className={isCaptionUnseen ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" className={column.isAmount ? 'amount' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, index) => {
                const column = columns[index]
                const className = column?.isAmount ? 'amount' : undefined
                const key = column?.head ?? index
                if (index > 0)
                  return (
                    <td key={key} className={className}>
                      {cell}
                    </td>
                  )
                return (
                  <th key={key} scope="row" className={className}>
                    {cell}
                  </th>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
