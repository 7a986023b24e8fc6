import { Form } from '@remix-run/react'
import type { Previewed } from '#app/parts/desk/publish.tsx'
import { Field, SelectField } from '#app/parts/field.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { acrosses, columnRoles } from '#figures/intake/mapping.ts'
import { unitsOfMeasure } from '#figures/measurement.ts'
import { statuses } from '#rules/shapes/figures.ts'

interface MappingFormProps {
  readonly preview: AnswerOf<'desk.preview'>
  readonly intake: Previewed
}

const none = {}

/** How the file is read, each part of it to be changed; it is sent as the page's address, so that it can be kept and passed on. */
export function MappingForm({ preview, intake }: MappingFormProps) {
  const words = useWords()
  const { mapping, columns } = intake
  return (
    <Form method="get" preventScrollReset key={JSON.stringify(mapping)}>
      <div className="choices">
        {columns.map((column, at) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file
            key={at}
            name={`columns.${at}`}
            label={`${column || at + 1}: ${words.say('preview-reads-as')}`}
            hint={null}
            faults={none}
            defaultValue={mapping.columns[at]}
          >
            {columnRoles.map((role) => (
              <option key={role} value={role}>
                {words.say(`role-${role}`)}
              </option>
            ))}
          </SelectField>
        ))}
        <SelectField
          name="across"
          label={words.say('preview-across')}
          hint={null}
          faults={none}
          defaultValue={mapping.across ?? ''}
        >
          <option value="">{words.say('preview-across-none')}</option>
          {acrosses.map((across) => (
            <option key={across} value={across}>
              {words.say(`preview-across-${across}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="decimal"
          label={words.say('preview-decimal')}
          hint={null}
          faults={none}
          defaultValue={mapping.decimal}
        >
          <option value=".">{words.say('preview-decimal-point')}</option>
          <option value=",">{words.say('preview-decimal-comma')}</option>
        </SelectField>
      </div>
      <FixedFields preview={preview} intake={intake} />
      <UnknownNames preview={preview} intake={intake} />
      <button type="submit" className="button quiet">
        {words.say('preview-read-again')}
      </button>
    </Form>
  )
}

function FixedFields({ preview, intake }: MappingFormProps) {
  const words = useWords()
  const { fixed } = intake.mapping
  const { measures, products, units } = preview.choices
  const selects = [
    ['measure', words.say('preview-fixed-measure'), measures],
    ['product', words.say('preview-fixed-product'), products],
    ['counterpart', words.say('preview-fixed-counterpart'), units],
  ] as const
  return (
    <fieldset>
      <legend>{words.say('preview-all-rows')}</legend>
      <div className="choices">
        {selects.map(([name, label, things]) => (
          <SelectField
            key={name}
            name={`fixed.${name}`}
            label={label}
            hint={null}
            faults={none}
            defaultValue={fixed[name] ?? ''}
          >
            <option value="">{words.say('preview-fixed-none')}</option>
            <Options things={things} />
          </SelectField>
        ))}
        <Field
          name="fixed.period"
          label={words.say('preview-fixed-period')}
          hint={words.say('preview-fixed-period-hint')}
          faults={none}
          pattern="\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?"
          defaultValue={fixed.period ?? ''}
        />
        <SelectField
          name="fixed.unitOfMeasure"
          label={words.say('preview-fixed-unit')}
          hint={words.say('preview-fixed-unit-hint')}
          faults={none}
          defaultValue={fixed.unitOfMeasure ?? ''}
        >
          <option value="">{words.say('preview-fixed-none')}</option>
          {unitsOfMeasure.map(({ code, symbol }) => (
            <option key={code} value={code}>
              {symbol || code}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="fixed.status"
          label={words.say('preview-fixed-status')}
          hint={null}
          faults={none}
          defaultValue={fixed.status}
        >
          {statuses.map((status) => (
            <option key={status} value={status}>
              {words.say(`status-${status}`)}
            </option>
          ))}
        </SelectField>
      </div>
    </fieldset>
  )
}

/** What the file calls things, to be explained once; what was explained before stays explained. */
function UnknownNames({ preview, intake }: MappingFormProps) {
  const words = useWords()
  const { measures, products, units } = preview.choices
  const things = { measure: measures, product: products, counterpart: units, unit: units }
  const unknown = new Set(intake.unknownNames.map((name) => name.key))
  const explained = Object.entries(intake.mapping.names).filter(([key]) => !unknown.has(key))
  return (
    <>
      {explained.map(([key, id]) => (
        <input key={key} type="hidden" name={`names.${key}`} value={id} />
      ))}
      {intake.unknownNames.length > 0 && (
        <fieldset>
          <legend>{words.say('preview-names')}</legend>
          <div className="choices">
            {intake.unknownNames.map(({ key, noun, text, rows }) => (
              <SelectField
                key={key}
                name={`names.${key}`}
                label={words.say('preview-name-stands-for', { text, rows })}
                hint={null}
                faults={none}
                defaultValue=""
              >
                <option value="">{words.say('preview-fixed-none')}</option>
                <Options things={things[noun]} />
              </SelectField>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}

function Options({ things }: { things: readonly { readonly id: string; readonly name: string }[] }) {
  return things.map((thing) => (
    <option key={thing.id} value={thing.id}>
      {thing.name}
    </option>
  ))
}
