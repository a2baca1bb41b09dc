import { endpoints } from '#contract/endpoints.ts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { undocumented } from './document.fixture.ts'
import { openTestSandbox } from './test-client.ts'

const schema = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) })),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

const ask = (path: string) =>
  openTestSandbox({ docsAsset: async () => new Uint8Array([1]) }).fetch(
    new Request(`http://sandbox.test${path}`),
  )

describe('the OpenAPI document', () => {
  it('has every endpoint of the API page with every status', async () => {
    const { openapi, paths } = z.parse(schema, await (await ask('/api/schema/')).json())
    expect(openapi).toBe('3.1.0')
    for (const { method, path, body, promises } of Object.values(endpoints)) {
      const operation = paths[`/api${path}`]?.[method.toLowerCase()]
      const beyond = body === null ? [] : ['415']
      expect(Object.keys(operation?.responses ?? {}).toSorted()).toEqual(
        [...Object.keys(promises), ...beyond].toSorted(),
      )
    }
  })

  it('takes fields that the page does not know, as the server does, and says what is filled in', async () => {
    const { components } = z.parse(schema, await (await ask('/api/schema/')).json())
    for (const name of ['CreateInstance', 'UpdateInstance', 'Port'])
      expect(components.schemas[name]).not.toHaveProperty('additionalProperties')
    expect(components.schemas['CreateInstance']).toMatchObject({
      properties: {
        cpu_tier: { default: 'general-purpose' },
        flavor: { default: 'base' },
        gpu_model: { default: null },
      },
    })
  })

  it.each(['page', 'live'] as const)(
    'describes what the %s dialect answers, and a check by it can fail',
    async (dialect) => {
      const client = openTestSandbox().client(
        dialect === 'live' ? 'sandbox-live-described' : 'sandbox-lab-described',
      )
      const answer = await client.ask('GET', '/api/instance/')
      expect(undocumented(dialect, 'GET', '/api/instance/', answer)).toBeNull()
      for (const json of [{}, [{ uuid: 'x' }], null])
        expect(undocumented(dialect, 'GET', '/api/instance/', { ...answer, json })).not.toBeNull()
      expect(undocumented(dialect, 'GET', '/api/instance/', { ...answer, status: 418 })).toContain(
        'not described',
      )
      expect((await client.ask('POST', '/api/instance/', '{"name": ')).status).toBe(400)
    },
  )

  it('refers only to what it holds', async () => {
    const text = await (await ask('/api/schema/')).text()
    const { components } = z.parse(schema, JSON.parse(text))
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(new Set(references)).toEqual(new Set(Object.keys(components.schemas)))
  })
})

describe('the API docs', () => {
  it('run no inline script and ask nobody else', async () => {
    const answer = await ask('/api/docs/')
    const html = await answer.text()
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'self'")
    expect(html).not.toMatch(/<script>|https?:\/\//)
  })

  it.each([
    ['init.js', 200],
    ['swagger-ui.css', 200],
    ['swagger-ui-bundle.js', 200],
    ['package.json', 404],
    ['..%2Fpackage.json', 404],
  ])('serve %s with %i', async (file, status) => {
    expect((await ask(`/api/docs/${file}`)).status).toBe(status)
  })
})
