import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anyCodePoint } from '#lib/code-point.fixture.ts'
import { powerShellQuote } from '#lib/shell-quote.ts'

import { apiCall, joinedCalls } from './curl.ts'

// What the shells themselves make of these is held in src/conformance/shells.test.ts, but for PowerShell.

const baseUrl = 'https://console.carolinacloud.io/api'

describe('the commands of the API page', () => {
  test('reading', () => {
    expect(apiCall('list', { baseUrl: `${baseUrl}/` })).toEqual({
      posix: `curl https://console.carolinacloud.io/api/instance/ \\\n  -H "Authorization: Bearer $CCLOUD_API_KEY"`,
      powershell: [
        "Invoke-RestMethod -Method GET -Uri 'https://console.carolinacloud.io/api/instance/' `",
        '  -Headers @{ Authorization = "Bearer $env:CCLOUD_API_KEY" }',
      ].join('\n'),
    })
  })

  test('acting', () => {
    expect(apiCall('stop', { baseUrl, ref: 'dev-server' }).posix).toBe(
      `curl -X POST https://console.carolinacloud.io/api/instance/dev-server/stop/ \\\n  -H "Authorization: Bearer $CCLOUD_API_KEY"`,
    )
    expect(apiCall('delete', { baseUrl, ref: 'dev-server' }).posix).toContain('curl -X DELETE ')
  })

  test('sending a body', () => {
    expect(apiCall('addPort', { baseUrl, ref: 'dev-server', body: { port: 443 } })).toEqual({
      posix: [
        'curl -X POST https://console.carolinacloud.io/api/instance/dev-server/add-port/ \\',
        '  -H "Authorization: Bearer $CCLOUD_API_KEY" \\',
        "  -H 'Content-Type: application/json' \\",
        "  -d '{",
        '  "port": 443',
        "}'",
      ].join('\n'),
      powershell: [
        "Invoke-RestMethod -Method POST -Uri 'https://console.carolinacloud.io/api/instance/dev-server/add-port/' `",
        '  -Headers @{ Authorization = "Bearer $env:CCLOUD_API_KEY" } `',
        "  -ContentType 'application/json' `",
        "  -Body ('{",
        '  "port": 443',
        "}')",
      ].join('\n'),
    })
  })

  test('sending secrets, which are taken from the environment', () => {
    const body = { name: 'a1', aws_secret_access_key: 'S3CR3T', anthropic_api_key: 'S3CR3T' }
    expect(apiCall('create', { baseUrl: `${baseUrl}//`, body }).posix).toBe(
      [
        'curl -X POST https://console.carolinacloud.io/api/instance/ \\',
        '  -H "Authorization: Bearer $CCLOUD_API_KEY" \\',
        "  -H 'Content-Type: application/json' \\",
        "  -d '{",
        '  "name": "a1",',
        `  "aws_secret_access_key": "'"$AWS_SECRET_ACCESS_KEY"'",`,
        `  "anthropic_api_key": "'"$ANTHROPIC_API_KEY"'"`,
        "}'",
      ].join('\n'),
    )
  })

  test('several of them', () => {
    const calls = ['a', 'b'].map((ref) => apiCall('stop', { baseUrl, ref }))
    expect(joinedCalls(calls).posix.split('\n')).toHaveLength(4)
    expect(joinedCalls(calls).powershell).toBe(calls.map(({ powershell }) => powershell).join('\n'))
  })
})

/**
 * What PowerShell makes of a sum of texts in single quotes and variables, by its rules (about_Quoting_Rules): nothing inside the quotes
 * means anything but two quotes in a row, and its parser takes five characters for a single quote.
 */
const powerShellValue = (expression: string, variables: Readonly<Record<string, string>>): string => {
  const part =
    /^(?:['\u2018-\u201b]((?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*)['\u2018-\u201b]|\$env:(\w+))(?: \+ )?/
  let rest = expression
  let value = ''
  while (rest !== '') {
    const [whole = '', text, variable] = part.exec(rest) ?? []
    if (whole === '') throw new Error(`PowerShell would not read ${rest}`)
    value +=
      variable === undefined
        ? (text ?? '').replaceAll(/(['\u2018-\u201b]){2}/g, '$1')
        : (variables[variable] ?? '')
    rest = rest.slice(whole.length)
  }
  return value
}

describe('in PowerShell', () => {
  const special = fc.constantFrom(...Array.from(`'"\\$\`!\n‘’‚‛“”{}@ é🦩`))
  const oddText = fc.string({ unit: fc.oneof(fc.string({ maxLength: 1 }), special) })

  test('any text in quotes is read back as it was', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(powerShellValue(powerShellQuote(text), {})).toBe(text)
      }),
    )
  })

  test('any body arrives as it was meant, in ASCII, with secrets from the environment', () => {
    const bodies = fc.record({ name: oddText, key: fc.string({ unit: anyCodePoint }), n_vcpus: fc.nat() })
    fc.assert(
      fc.property(bodies, (body) => {
        const { powershell } = apiCall('create', {
          baseUrl,
          body: { ...body, aws_secret_access_key: 'S3CR3T', anthropic_api_key: 'S3CR3T' },
        })
        expect(powershell).not.toContain('S3CR3T')
        expect(powershell).toMatch(/^[\n -~]+$/)
        const [, argument = ''] = /-Body \((.*)\)$/s.exec(powershell) ?? []
        const variables = { AWS_SECRET_ACCESS_KEY: 'from/env+1', ANTHROPIC_API_KEY: 'sk-env' }
        expect(JSON.parse(powerShellValue(argument, variables))).toEqual({
          ...body,
          aws_secret_access_key: 'from/env+1',
          anthropic_api_key: 'sk-env',
        })
      }),
    )
  })

  test('a name with a quote stays part of the address', () => {
    expect(apiCall('stop', { baseUrl, ref: "it's" }).powershell).toContain(
      `-Uri '${baseUrl}/instance/it''s/stop/' \``,
    )
  })
})

test('fields that are not sent are not shown', () => {
  const { posix, powershell } = apiCall('create', { baseUrl, body: { name: 'a1', gpu_model: undefined } })
  expect(posix + powershell).not.toContain('gpu_model')
})
