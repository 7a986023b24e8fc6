import { useWords } from '#app/parts/words.tsx'
import { Compared } from '#app/table/compared.tsx'
import type { Drafting } from '#app/table/draft.ts'
import { freshId } from '#app/table/fresh-id.ts'
import { differences } from '#rules/differences.ts'
import type { Block } from '#rules/shapes/proposal.ts'

interface AmendBlocksProps {
  readonly drafting: Drafting
  readonly mounted: boolean
  readonly sent: Readonly<Record<string, string>>
}

/** The title and every paragraph as text that can be changed, taken out, or followed by a new one. */
export function AmendBlocks({ drafting, mounted, sent }: AmendBlocksProps) {
  const words = useWords()
  const { draft, change } = drafting
  const { wanted, baseBody } = draft
  const set = (blocks: readonly Block[]) => change({ wanted: { ...wanted, blocks: [...blocks] } })
  const insertAfter = (id: string | null) => {
    const at = wanted.blocks.findIndex((block) => block.id === id) + 1
    set(wanted.blocks.toSpliced(at, 0, { id: freshId('block'), text: '' }))
  }
  const putBack = (id: string) => {
    const was = baseBody.blocks.findIndex((block) => block.id === id)
    const block = baseBody.blocks[was]
    if (!block) return
    const before = baseBody.blocks.slice(0, was).findLast((one) => wanted.blocks.some((still) => still.id === one.id))
    set(wanted.blocks.toSpliced(wanted.blocks.findIndex((one) => one.id === before?.id) + 1, 0, block))
  }
  const order = differences(baseBody, wanted).blocks
  return (
    <div className="amend-blocks">
      <label className="field">
        <span className="field-label">{words.say('amend-title')}</span>
        <input
          name="_title"
          maxLength={200}
          required
          value={mounted ? wanted.title : (sent._title ?? wanted.title)}
          onChange={(event) => change({ wanted: { ...wanted, title: event.currentTarget.value } })}
        />
      </label>
      {order.map(({ id, kind, parts }, index) => {
        const label = words.say('amend-block', { number: index + 1 })
        if (kind === 'removed')
          return (
            <div key={id} className="amend-gone">
              <Compared parts={parts} />
              <button type="button" className="button plain" onClick={() => putBack(id)}>
                {words.say('amend-put-back')}
              </button>
            </div>
          )
        const block = wanted.blocks.find((one) => one.id === id)
        if (!block) return null
        return (
          <div key={id} className={kind === 'same' ? 'amend-block' : 'amend-block amend-touched'}>
            <label className="field">
              <span className="field-label">{kind === 'added' ? words.say('amend-block-new') : label}</span>
              <textarea
                name={`_block.${id}`}
                maxLength={10_000}
                required
                value={mounted ? block.text : (sent[`_block.${id}`] ?? block.text)}
                onChange={(event) => {
                  const text = event.currentTarget.value
                  set(wanted.blocks.map((one) => (one.id === id ? { ...one, text } : one)))
                }}
              />
            </label>
            {mounted ? (
              <p className="about">
                <button
                  type="button"
                  className="button plain"
                  onClick={() => set(wanted.blocks.filter((one) => one.id !== id))}
                >
                  {words.say('amend-remove')}
                </button>
                <button type="button" className="button plain" onClick={() => insertAfter(id)}>
                  {words.say('amend-insert')}
                </button>
              </p>
            ) : (
              <label className="choice">
                <input type="checkbox" name={`_gone.${id}`} />
                {words.say('amend-remove')}
              </label>
            )}
          </div>
        )
      })}
      {!mounted && (
        <label className="field">
          <span className="field-label">{words.say('amend-block-new')}</span>
          <textarea name="_new-block" maxLength={10_000} defaultValue={sent['_new-block'] ?? ''} />
        </label>
      )}
    </div>
  )
}
