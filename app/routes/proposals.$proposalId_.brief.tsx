import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { BriefPage } from '#app/brief/brief-page.tsx'
import { briefKinds, EditPart } from '#app/brief/edit-part.tsx'
import { readBrief } from '#app/brief/read.server.ts'
import { wordedBlocks } from '#app/brief/worded.ts'
import { shown, tried } from '#app/doorway.server.ts'
import { ErrorSummary } from '#app/parts/error-summary.tsx'
import { type Faults, Field, SelectField } from '#app/parts/field.tsx'
import { EmptyState } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { Stamp } from '#app/parts/stamp.tsx'
import { useWords, type Wording, wordsIn } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const title = say('en', 'brief-title', { title: data?.page.proposal.title ?? '' })
  return [{ title: say('en', 'page-title', { title }) }]
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const proposalId = params.proposalId ?? ''
  const asked = new URL(request.url)
  const attached = await shown(context.ask('brief.edit', { proposalId }), context.actor)
  const anew = asked.searchParams.has('anew') && attached.drafted !== null && attached.may.attach.ok
  const page = anew
    ? await shown(context.ask('brief.edit', { proposalId, body: attached.drafted }), context.actor)
    : attached
  const site = context.settings.publicUrl ?? asked.origin
  return {
    page: { ...page, blocks: wordedBlocks(page, wordsIn('en', 'UTC')) },
    seed: crypto.randomUUID(),
    address: `${site}/proposals/${proposalId}/brief`,
  }
}

/** Shows the brief as it would be read, or attaches it; empty headings are worded from the figures first. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const proposalId = params.proposalId ?? ''
  const form = await request.formData()
  const wanted = form.get('_do')
  const sent = wanted === 'attach-as-is' ? null : readBrief(form, () => crypto.randomUUID())
  const body = sent && { ...sent, blocks: [...sent.blocks] }
  const page = await shown(context.ask('brief.edit', { proposalId, body }), context.actor)
  const blocks = wordedBlocks(page, wordsIn('en', 'UTC'))
  const looked = { ...page, blocks }
  if (wanted !== 'attach' && wanted !== 'attach-as-is') return data({ page: looked, refused: null })
  const made = {
    title: page.title || page.proposal.title,
    blocks: blocks.map((block) => {
      if (block.kind === 'words') return block
      const { figures: _, ...rest } = block
      return rest.kind === 'pictograms' ? { ...rest, per: rest.per ?? 1 } : rest
    }),
  }
  const input = { unitId: page.unit.id, proposalId, body: made }
  const answer = await tried(context.perform('brief.attach', input, String(form.get('actId') ?? '')), context.actor)
  if (answer.data.refused) return data({ page: looked, refused: answer.data.refused }, answer.init ?? undefined)
  return redirect(`/proposals/${proposalId}/brief`, 303)
}

export default function BriefRoute() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const words = useWords()
  const page = answered?.page ?? loaded.page
  const { attached, may, proposal } = page
  return (
    <Page
      kicker={
        <>
          <Link to={`/units/${page.unit.id}`}>{words.say('brief-kicker', { unit: page.unit.name })}</Link>
          <Stamp meaning="figures" word={null} />
        </>
      }
      title={page.title === proposal.title ? words.say('brief-title', { title: proposal.title }) : page.title}
      state={
        attached
          ? words.say(attached.frozenAt ? 'brief-state-frozen' : 'brief-state-attached', {
              version: attached.version,
              date: words.day(attached.frozenAt ?? attached.at),
            })
          : words.say(page.blocks.length > 0 ? 'brief-state-none' : 'brief-state-nothing')
      }
      next={
        may.attach.ok && page.blocks.length > 0 ? (
          attached || answered ? (
            <a className="button" href="#edit">
              {words.say('brief-edit')}
            </a>
          ) : (
            <Form method="post">
              <input type="hidden" name="actId" value={loaded.seed} />
              <button type="submit" className="button" name="_do" value="attach-as-is">
                {words.say('brief-attach-as-is')}
              </button>
            </Form>
          )
        ) : (
          <Link className="button quiet" to={`/proposals/${proposal.id}`}>
            {words.say('vote-page-next-proposal')}
          </Link>
        )
      }
    >
      {page.blocks.length === 0 && !may.attach.ok ? (
        <EmptyState what={words.say('brief-none')} who={words.say('brief-may-not')} next={null} />
      ) : (
        <Section id="preview" title={words.say(may.attach.ok ? 'brief-preview' : 'brief-reads')}>
          <BriefPage blocks={page.blocks} planned={[]} address={loaded.address} />
        </Section>
      )}
      {may.attach.ok && (
        <Edit
          page={page}
          seed={loaded.seed}
          refused={answered?.refused ?? null}
          key={JSON.stringify(page.blocks.map((block) => block.id))}
        />
      )}
    </Page>
  )
}

interface EditProps {
  readonly page: ReturnType<typeof useLoaderData<typeof loader>>['page']
  readonly seed: string
  readonly refused: { readonly sentence: string; readonly fields: Readonly<Record<string, string>> } | null
}

/** The parts of the brief as fields, then what to do with them: look or attach. It works without JavaScript. */
function Edit({ page, seed, refused }: EditProps) {
  const words = useWords()
  const isBusy = useNavigation().state === 'submitting'
  const faults = briefFaults(refused?.fields ?? {}, words)
  return (
    <Section id="edit" title={words.say('brief-edit')} lead={words.say('brief-edit-lead')}>
      <Form method="post">
        <ErrorSummary
          refusal={refused && { sentence: refused.sentence, fields: faults }}
          labels={faultLabels(faults, words)}
        />
        <input type="hidden" name="actId" value={seed} />
        <Field
          name="title"
          label={words.say('brief-title-label')}
          hint={null}
          faults={faults}
          defaultValue={page.title}
          maxLength={200}
        />
        {page.blocks.map((block, at) => (
          <EditPart key={block.id} block={block} at={at} offered={page.offered} faults={faults} />
        ))}
        <SelectField name="add" label={words.say('brief-add')} hint={null} faults={faults} defaultValue="none">
          <option value="none">{words.say('brief-add-none')}</option>
          {briefKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.say(`brief-kind-${kind}`)}
            </option>
          ))}
        </SelectField>
        <p className="buttons">
          <button type="submit" className="button quiet" name="_do" value="look" disabled={isBusy}>
            {words.say('brief-look')}
          </button>
          <button type="submit" className="button" name="_do" value="attach" disabled={isBusy}>
            {words.say('brief-attach')}
          </button>
        </p>
      </Form>
      {page.attached && page.drafted && (
        <p>
          <Link to={`/proposals/${page.proposal.id}/brief?anew`}>{words.say('brief-draft-anew')}</Link>
        </p>
      )}
    </Section>
  )
}

/** Faults by the names of this form's fields; what is wrong with a choice of series is said of the choice as a whole. */
function briefFaults(fields: Faults, words: Wording): Faults {
  return Object.fromEntries(
    Object.entries(fields).map(([path, fault]) => {
      const name = path.replace(/^body\./, '')
      const [, series] = /^(blocks\.\d+\.series)/.exec(name) ?? []
      return series ? [series, words.say('brief-figures-none')] : [name, fault]
    }),
  )
}

/** Each fault is named by its part and field. */
function faultLabels(faults: Faults, words: Wording): Record<string, string> {
  const fields = {
    title: words.say('brief-finding'),
    text: words.say('brief-text'),
    series: words.say('brief-series'),
    from: words.say('brief-from'),
    to: words.say('brief-to'),
    per: words.say('brief-per'),
  }
  return Object.fromEntries(
    Object.keys(faults).map((name) => {
      const [, at, field = ''] = /^blocks\.(\d+)\.(\w+)$/.exec(name) ?? []
      const label = fields[field as keyof typeof fields]
      if (at === undefined || !label) return [name, words.say('brief-title-label')]
      return [name, words.say('brief-fault-at', { place: Number(at) + 1, field: label })]
    }),
  )
}
