import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { reactCompiler } from './react-compiler-plugin.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'react-compiler-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** Builds one file of the app as the real build does, and gives its code. */
const built = async (file: string, source: string, listed: Record<string, string> = {}): Promise<string> => {
  const path = join(root, file)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, source)
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [reactCompiler(listed)],
    build: {
      write: false,
      minify: false,
      lib: { entry: path, formats: ['es'] },
      rolldownOptions: { external: /^react/ },
    },
  })
  const [bundle] = Array.isArray(result) ? result : [result]
  if (bundle === undefined || !('output' in bundle)) throw new Error('Nothing was built.')
  return bundle.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n')
}

const aCost = 'export const Cost = ({ amount }) => <b>{amount === 0n ? null : String(amount)}</b>'

test.each([
  ['a component', 'src/ui/part.tsx', 'export const Part = ({ text }) => <b>{text}</b>'],
  [
    'a memoised arrow',
    'src/ui/part.tsx',
    `import { memo } from 'react'\nexport const Part = memo(({ text }) => <b>{text}</b>)`,
  ],
  [
    'a hook, whatever its file is called',
    'src/storage/annotations.ts',
    `import { useState } from 'react'\nexport const useIt = (from: number) => { const [n] = useState(from); return [n, n + 1] }`,
  ],
])('compiles %s', async (_what, file, source) => {
  expect(await built(file, source)).toContain('react/compiler-runtime')
})

test('leaves what has neither components nor hooks, and what is not of the browser, as it is', async () => {
  expect(await built('src/lib/sum.ts', 'export const useful = (a: number) => [a, a + 1]')).not.toContain(
    'compiler-runtime',
  )
  expect(await built('src/serve/page.tsx', 'export const Page = ({ text }) => <b>{text}</b>')).not.toContain(
    'compiler-runtime',
  )
})

test.each([
  [
    'a component it does not understand',
    'src/features/cost.tsx',
    aCost,
    'src/features/cost.tsx:1',
    'Cost',
    'BigIntLiteral',
  ],
  [
    'one that opted out',
    'src/ui/part.tsx',
    `export const Part = ({ text }) => {\n  'use no memo'\n  return <b>{text}</b>\n}`,
    'src/ui/part.tsx:1',
    'Part',
    'use no memo',
  ],
  [
    'a function with JSX whose name is no component’s',
    'src/ui/cells.tsx',
    'export const cells = {\n  age: ({ text }) => <b>{text}</b>,\n}',
    'src/ui/cells.tsx:2',
    'age',
    'neither a component nor a hook',
  ],
  [
    'a component that is only a list',
    'src/ui/lines.tsx',
    'export const Lines = ({ lines }) =>\n  lines.map((line) => <b key={line}>{line}</b>)',
    'src/ui/lines.tsx:2',
    'Lines',
    'neither a component nor a hook',
  ],
])('%s fails the build, with file, name and reason', async (_what, file, source, ...words) => {
  const failure = built(file, source)
  for (const word of words) await expect(failure).rejects.toThrow(word)
})

test('what is listed with a reason passes, and runs as it is written', async () => {
  const code = await built('src/features/cost.tsx', aCost, {
    'src/features/cost.tsx Cost': 'An example.',
  })
  expect(code).toContain('0n')
  expect(code).not.toContain('compiler-runtime')
})

test('what is listed and compiled after all fails the build', async () => {
  await expect(
    built('src/ui/part.tsx', 'export const Part = ({ text }) => <b>{text}</b>', {
      'src/ui/part.tsx Part': 'Was one.',
    }),
  ).rejects.toThrow('src/ui/part.tsx Part is listed as not compiled')
})
