import { seriesName } from '#app/parts/chart-series.ts'
import { AreaField, type Faults, Field, fieldId, SelectField } from '#app/parts/field.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

type BriefPage = AnswerOf<'brief.edit'>
type Block = BriefPage['blocks'][number]

interface EditPartProps {
  readonly block: Block
  readonly at: number
  readonly offered: BriefPage['offered']
  readonly faults: Faults
}

export const briefKinds = ['words', 'table', 'line', 'bar', 'pictograms'] as const

/** The fields of one part of a brief: its kind, heading and words, the figures it shows, its place, and whether it stays. */
export function EditPart({ block, at, offered, faults }: EditPartProps) {
  const words = useWords()
  const name = (field: string) => `blocks.${at}.${field}`
  const plain = { hint: null, faults }
  return (
    <fieldset className="brief-part">
      <legend>{words.say('brief-block', { place: at + 1 })}</legend>
      <input type="hidden" name={name('id')} value={block.id} />
      <div className="brief-part-row">
        <SelectField {...plain} name={name('kind')} label={words.say('brief-kind')} defaultValue={block.kind}>
          {briefKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.say(`brief-kind-${kind}`)}
            </option>
          ))}
        </SelectField>
        <Field
          {...plain}
          name={name('place')}
          label={words.say('brief-place')}
          type="number"
          min={1}
          max={60}
          defaultValue={at + 1}
        />
      </div>
      {block.kind === 'words' ? (
        <AreaField {...plain} name={name('text')} label={words.say('brief-text')} defaultValue={block.text} />
      ) : (
        <EditFigures block={block} at={at} offered={offered} faults={faults} />
      )}
      <label className="choice">
        <input type="checkbox" name={name('remove')} value="yes" />
        {words.say('brief-remove')}
      </label>
    </fieldset>
  )
}

function EditFigures({ block, at, offered, faults }: EditPartProps & { block: Exclude<Block, { kind: 'words' }> }) {
  const words = useWords()
  const name = (field: string) => `blocks.${at}.${field}`
  const plain = { hint: null, faults }
  const fault = faults[name('series')]
  return (
    <>
      <Field
        name={name('title')}
        label={words.say('brief-finding')}
        hint={words.say('brief-finding-hint')}
        faults={faults}
        defaultValue={block.title}
        maxLength={200}
      />
      <div className="brief-part-row">
        <Field {...plain} name={name('from')} label={words.say('brief-from')} defaultValue={block.from ?? ''} />
        <Field {...plain} name={name('to')} label={words.say('brief-to')} defaultValue={block.to ?? ''} />
        {block.kind === 'pictograms' && (
          <Field
            {...plain}
            name={name('per')}
            label={words.say('brief-per')}
            inputMode="decimal"
            defaultValue={block.per ?? ''}
          />
        )}
      </div>
      <p className="field-hint">{words.say('brief-period-hint')}</p>
      <details
        className="brief-series"
        id={fieldId(name('series'))}
        open={block.series.length === 0 || fault !== undefined}
      >
        <summary>
          {words.say('brief-series')}: {words.say('brief-series-chosen', { count: block.series.length })}
        </summary>
        <p className="field-hint">{words.say('brief-series-hint')}</p>
        {fault && <p className="field-fault">{fault}</p>}
        <div>
          {offered.map((one) => (
            <label key={one.id} className="choice">
              <input
                type="checkbox"
                name={name('series')}
                value={one.id}
                defaultChecked={block.series.includes(one.id)}
              />
              <span>
                {words.say('plan-line-series-name', { name: seriesName(one, words), place: one.place })}{' '}
                <span className="soft small">{words.say('brief-why', { why: one.why ?? 'other' })}</span>
              </span>
            </label>
          ))}
        </div>
      </details>
    </>
  )
}
