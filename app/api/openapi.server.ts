import type { Described } from '#app/platform.ts'

/**
 * Describes the whole of REST in OpenAPI 3.1: each act and each view a path.
 * Takes: the acts and views with the JSON schemas of their inputs.
 */
export function openApi(house: { readonly acts: readonly Described[]; readonly views: readonly Described[] }): object {
  const paths = Object.fromEntries([
    ...house.acts.map((act) => [`/api/v1/acts/${act.name}`, { post: operationOfAct(act) }]),
    ...house.views.map((view) => [`/api/v1/${view.name}`, { get: operationOfView(view) }]),
    ['/api/v1/uploads', { post: upload }],
    ['/api/v1/export', { get: wholeRecord }],
  ])
  return {
    openapi: '3.1.0',
    info: {
      title: 'Negotium',
      version: '1',
      description:
        'Everything that a page does is an act here: POST its input as JSON with an act id, so that sending it again does no harm. Views are read by GET.',
    },
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Refusal: refusal, Done: done },
    },
    security: [{ token: [] }, {}],
  }
}

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const refused = (description: string) => ({ description, ...json({ $ref: '#/components/schemas/Refusal' }) })

const refusals = {
  400: refused('The input is not understood; `fields` says where.'),
  401: refused('Nobody is signed in, or the token is not good.'),
  403: refused('This person may never do this.'),
  404: refused('There is no such thing.'),
  409: refused('Not now.'),
}

function operationOfAct(act: Described): object {
  const doors = {
    clock: 'Done by the clock only.',
    operator: 'Done by the operator’s command only.',
    visitor: 'Open to everybody.',
  }
  return {
    operationId: act.name,
    summary: act.says,
    ...(act.by && { description: doors[act.by] }),
    tags: [act.name.split('.')[0]],
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        description:
          'The act’s id, made by the sender: 8 to 100 printable characters. `actId` in the body does as well.',
        schema: { type: 'string' },
      },
    ],
    requestBody: { required: true, ...json(bare(act.schema)) },
    responses: { 200: { description: 'Done.', ...json({ $ref: '#/components/schemas/Done' }) }, ...refusals },
  }
}

function operationOfView(view: Described): object {
  const properties = 'properties' in view.schema ? (view.schema.properties as Record<string, object>) : {}
  const required = 'required' in view.schema ? (view.schema.required as readonly string[]) : []
  return {
    operationId: view.name,
    summary: view.says,
    tags: ['views'],
    parameters: Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    })),
    responses: { 200: { description: 'The answer.', ...json({}) }, 400: refusals[400], 404: refusals[404] },
  }
}

/** A schema inside a document names no dialect of its own. */
function bare(schema: object): object {
  const { $schema: _, ...rest } = schema as { $schema?: string }
  return rest
}

const refusal = {
  type: 'object',
  properties: {
    refusal: {
      type: 'object',
      properties: {
        kind: { enum: ['input', 'who', 'when', 'missing'] },
        code: { type: 'string' },
        sentence: { type: 'string' },
        fields: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
  },
}

const done = {
  type: 'object',
  properties: {
    result: {},
    stream: { type: 'string' },
    number: { type: 'integer' },
    repeated: { type: 'boolean' },
  },
}

const upload = {
  operationId: 'uploads',
  summary: 'Stages a file for an office, up to 16 MB, until `figure.publish` names it by its hash.',
  parameters: ['unitId', 'name'].map((name) => ({
    name,
    in: 'query',
    required: name === 'unitId',
    schema: { type: 'string' },
  })),
  requestBody: {
    required: true,
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  },
  responses: { 201: { description: 'Staged.' }, ...refusals },
}

const wholeRecord = {
  operationId: 'export',
  summary: 'Streams the public record and what a recount needs, one canonical JSON value a line.',
  responses: {
    200: { description: 'The record.', content: { 'application/x-ndjson': { schema: { type: 'string' } } } },
  },
}
