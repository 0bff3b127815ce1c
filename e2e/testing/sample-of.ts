/** As much of a JSON Schema as the description of our API uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly format?: string
  readonly minLength?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly pattern?: string
}

const texts: Readonly<Record<string, string>> = {
  date: '2013-04-22',
  'date-time': '2013-04-22T09:00:00Z',
  uuid: '3f2b1c7a-8f6e-4b6a-9c1e-2d5f6a7b8c9d',
  email: 'sample@example.org',
  uri: 'https://example.org/',
  url: 'https://example.org/',
}

/** The smallest value a schema takes, so that a request is turned away for who asks and not for how. */
export function sampleOf(schema: Schema, named: Readonly<Record<string, Schema>>): unknown {
  if (schema.$ref) return sampleOf(named[schema.$ref.split('/').at(-1) ?? ''] ?? {}, named)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [choice] = schema.anyOf ?? schema.oneOf ?? []
  if (choice) return sampleOf(choice, named)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, named)))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object': {
      const { properties = {}, required = [] } = schema
      return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {}, named)]))
    }
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, named))
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return texts[schema.format ?? ''] ?? 'sample'.padEnd(schema.minLength ?? 0, 'x')
  }
}
