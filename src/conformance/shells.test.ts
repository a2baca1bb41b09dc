import * as fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

import { anyCodePoint } from '#lib/code-point.fixture.ts'
import { shellQuote } from '#lib/shell-quote.ts'
import { sshCommands } from '#model/instance/connect.ts'
import { apiCall } from '#model/instance/curl.ts'
import { anyInstance } from '#model/instance/instance.fixture.ts'

// What people paste into a shell is read here by the shells themselves: by all of these that the machine has.
const options = {
  sh: [],
  dash: [],
  bash: ['--norc', '--noprofile'],
  zsh: ['-f'],
  fish: ['--no-config'],
} satisfies Record<string, string[]>
const installed = (['sh', 'dash', 'bash', 'zsh', 'fish'] as const).filter(
  (shell) => spawnSync(shell, ['-c', 'true']).status === 0,
)

/** Stands for the programs of the lines: says how many words it was called with, and which. */
const program = `#!/bin/sh\nprintf '%s\\0' $(($# + 1)) "\${0##*/}" "$@"\n`
const folder = mkdtempSync(join(tmpdir(), 'hatteras-shells-'))
for (const name of ['show', 'curl', 'ssh', 'scp', 'rsync', 'code'])
  writeFileSync(join(folder, name), program, { mode: 0o755 })
afterAll(() => {
  rmSync(folder, { recursive: true })
})

type Shell = (typeof installed)[number]

/** What each program was called with when a shell reads these lines. */
const calls = (
  shell: Shell,
  lines: readonly string[],
  variables: Record<string, string> = {},
): string[][] => {
  const env = { PATH: `${folder}:/usr/bin:/bin`, HOME: folder, LC_ALL: 'C.UTF-8', ...variables }
  const { stdout, stderr } = spawnSync(shell, [...options[shell], '-c', lines.join('\n')], {
    encoding: 'utf8',
    env,
  })
  expect(stderr).toBe('')
  const words = stdout.split('\0')
  const found: string[][] = []
  while (words.length > 1) found.push(words.splice(0, Number(words.shift())))
  return found
}

test('there is a shell to ask', () => {
  expect(installed).toContain('sh')
})

const special = `'"\\$\`!*~ \n\t;&|<>(){}[]#=%^?,@+-é’🦩`
const oddText = fc
  .string({ unit: fc.oneof(fc.string({ maxLength: 1 }), fc.constantFrom(...Array.from(special))) })
  .map((text) => text.replaceAll('\0', ''))
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 25, maxLength: 25 })

describe.each(installed)('%s', (shell) => {
  test('reads any word back as it was', () => {
    fc.assert(
      fc.property(many(oddText), (texts) => {
        expect(calls(shell, [`show ${texts.map(shellQuote).join(' ')}`])).toEqual([['show', ...texts]])
      }),
      { numRuns: 10 },
    )
    for (const text of ['%self', '-', '=ls', "\\'", '\\\\', 'a\\', "'\\"])
      expect(calls(shell, [`show ${shellQuote(text)}`])).toEqual([['show', text]])
  })

  test('sends any body as it was meant, with secrets from the environment and not from the app', () => {
    const secret = 'S3CR3T-value'
    const baseUrl = 'https://console.carolinacloud.io/api'
    const body = fc.record(
      {
        name: fc.string({ unit: anyCodePoint }),
        n_vcpus: fc.nat(),
        gpu_model: fc.constant(null),
        public_key: oddText,
        aws_secret_access_key: fc.constant(secret),
        anthropic_api_key: fc.constant(secret),
      },
      { requiredKeys: ['name'] },
    )
    const env = { CCLOUD_API_KEY: 'k-1', AWS_SECRET_ACCESS_KEY: 'from/env+1', ANTHROPIC_API_KEY: 'sk-env' }
    fc.assert(
      fc.property(many(body), many(fc.string({ minLength: 1 })), (bodies, refs) => {
        const lines = [
          ...bodies.map((one) => apiCall('create', { baseUrl, body: one }).posix),
          ...refs.map((ref) => apiCall('delete', { baseUrl, ref }).posix),
        ]
        expect(lines.join('\n')).not.toContain(secret)
        const all = calls(shell, lines, env)
        const sent = all.slice(0, bodies.length)
        expect(sent.map((words): unknown => JSON.parse(words.at(-1) ?? ''))).toEqual(
          bodies.map((one) => ({
            ...one,
            ...('aws_secret_access_key' in one && { aws_secret_access_key: 'from/env+1' }),
            ...('anthropic_api_key' in one && { anthropic_api_key: 'sk-env' }),
          })),
        )
        for (const words of sent)
          expect(words.slice(0, -1)).toEqual([
            'curl',
            '-X',
            'POST',
            `${baseUrl}/instance/`,
            '-H',
            'Authorization: Bearer k-1',
            '-H',
            'Content-Type: application/json',
            '-d',
          ])
        expect(all.slice(bodies.length).map((words) => words[3])).toEqual(
          refs.map((ref) => `${baseUrl}/instance/${encodeURIComponent(ref)}/`),
        )
      }),
      { numRuns: 8 },
    )
  })

  test('runs one program for each SSH line, whatever the instance is called and the service says', () => {
    fc.assert(
      fc.property(many(anyInstance), (instances) => {
        const lines = instances.flatMap((instance) => {
          const commands = sshCommands(instance)
          return commands === null ? [] : [commands.ssh, commands.scp, commands.rsync, commands.vscode]
        })
        expect(calls(shell, lines).map(([name]) => name)).toEqual(lines.map((line) => line.split(' ')[0]))
      }),
      { numRuns: 8 },
    )
  })
})
