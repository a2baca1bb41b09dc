import { spawnSync } from 'node:child_process'

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { apiCall } from './curl.ts'

const baseUrl = 'https://console.carolinacloud.io/api'

/** Runs shell text with a `curl` that only says what it was called with. */
const argumentsOf = (commands: readonly string[], env: Record<string, string> = {}): string[][] => {
  const script = `curl() { printf '%s\\0' "$@"; printf '\\1\\0'; }\n${commands.join('\n')}`
  const { stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env })
  expect(stderr).toBe('')
  return stdout
    .split('\u0001\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1))
}

describe('the commands of the API page', () => {
  test('reading', () => {
    expect(apiCall('list', { baseUrl: `${baseUrl}/` })).toBe(
      `curl https://console.carolinacloud.io/api/instance/ \\\n  -H "Authorization: Bearer $CCLOUD_API_KEY"`,
    )
  })

  test('acting', () => {
    expect(apiCall('stop', { baseUrl, ref: 'dev-server' })).toBe(
      `curl -X POST https://console.carolinacloud.io/api/instance/dev-server/stop/ \\\n  -H "Authorization: Bearer $CCLOUD_API_KEY"`,
    )
    expect(apiCall('delete', { baseUrl, ref: 'dev-server' })).toContain('curl -X DELETE ')
  })

  test('sending a body', () => {
    expect(apiCall('addPort', { baseUrl, ref: 'dev-server', body: { port: 443 } })).toBe(
      [
        'curl -X POST https://console.carolinacloud.io/api/instance/dev-server/add-port/ \\',
        '  -H "Authorization: Bearer $CCLOUD_API_KEY" \\',
        "  -H 'Content-Type: application/json' \\",
        "  -d '{",
        '  "port": 443',
        "}'",
      ].join('\n'),
    )
  })
})

test('the key is taken from the environment when the command runs', () => {
  const [words] = argumentsOf([apiCall('list', { baseUrl })], { CCLOUD_API_KEY: 'k-123' })
  expect(words).toEqual([`${baseUrl}/instance/`, '-H', 'Authorization: Bearer k-123'])
})

test('any body arrives as it was meant, with secrets from the environment and not from the app', () => {
  const secret = 'S3CR3T-value'
  const bodies = fc.array(
    fc.record(
      {
        name: fc.string({ unit: 'binary' }),
        n_vcpus: fc.nat(),
        gpu_model: fc.constant(null),
        public_key: fc.string({ unit: fc.constantFrom(...`'"\\$\`! \n`.split('')) }),
        aws_secret_access_key: fc.constant(secret),
        anthropic_api_key: fc.constant(secret),
      },
      { requiredKeys: ['name'] },
    ),
    { minLength: 20, maxLength: 20 },
  )
  const env = { CCLOUD_API_KEY: 'k', AWS_SECRET_ACCESS_KEY: 'from/env+1', ANTHROPIC_API_KEY: 'sk-env' }
  fc.assert(
    fc.property(bodies, (several) => {
      const commands = several.map((body) => apiCall('create', { baseUrl, body }))
      expect(commands.join('\n')).not.toContain(secret)
      const calls = argumentsOf(commands, env)
      const sent = calls.map((words): unknown => JSON.parse(words.at(-1) ?? ''))
      const meant = several.map((body) => ({
        ...body,
        ...('aws_secret_access_key' in body && { aws_secret_access_key: 'from/env+1' }),
        ...('anthropic_api_key' in body && { anthropic_api_key: 'sk-env' }),
      }))
      expect(sent).toEqual(meant)
      expect(calls.every((words) => words.length === 9)).toBe(true)
    }),
    { numRuns: 15 },
  )
})

test('any name or uuid stays one step of the path', () => {
  const refs = fc.array(fc.string({ minLength: 1 }), { minLength: 20, maxLength: 20 })
  fc.assert(
    fc.property(refs, (several) => {
      const calls = argumentsOf(several.map((ref) => apiCall('get', { baseUrl, ref })))
      for (const [index, words] of calls.entries())
        expect(words[0]).toBe(`${baseUrl}/instance/${encodeURIComponent(several[index] ?? '')}/`)
    }),
    { numRuns: 10 },
  )
})

test('fields that are not sent are not shown', () => {
  expect(apiCall('create', { baseUrl, body: { name: 'a1', gpu_model: undefined } })).not.toContain(
    'gpu_model',
  )
})
