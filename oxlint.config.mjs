import { readdirSync } from 'node:fs'

import { folders, guardedPackages } from './scripts/folders.mjs'

const names = Object.keys(folders)

/** What a file of `folder` may not import, as `no-restricted-imports` patterns; component tests may import `testing` besides. */
const walls = (folder, besides = []) => {
  const closed = names.filter((other) => ![folder, ...folders[folder], ...besides].includes(other))
  const packages = Object.keys(guardedPackages).filter((name) => !guardedPackages[name].includes(folder))
  return [
    ...(closed.length > 0
      ? [
          {
            group: closed.map((other) => `#${other}/*`),
            message: `${folder} may not know this folder: see scripts/folders.mjs.`,
          },
        ]
      : []),
    ...(packages.length > 0
      ? [
          {
            group: packages.flatMap((name) => [name, `${name}/*`]),
            message: `${folder} may not use this package: see scripts/folders.mjs.`,
          },
        ]
      : []),
    {
      group: ['../../*'],
      message: 'Reach another folder by its # alias, so that the walls between folders hold.',
    },
    {
      group: [`#${folder}/*`].filter(() => folder !== 'features'),
      message: 'Inside a folder, import by relative path.',
    },
  ].filter(({ group }) => group.length > 0)
}

/** A failed import takes nothing along and is tried again: `React.lazy` does neither. */
const noLazy = {
  name: 'react',
  importNames: ['lazy'],
  message: 'Defer with lazyPart (#ui/lazy-part.tsx) or lazyPage.',
}

const noBareMoney = {
  group: ['#lib/format-money.ts'],
  message: 'Write money by model/pricing/price-text.ts or amount-text.ts: they say what an amount lacks.',
}

const restrict = (patterns, isPricing = false) => ({
  'no-restricted-imports': [
    'error',
    { patterns: isPricing ? patterns : [...patterns, noBareMoney], paths: [noLazy] },
  ],
})

/** Features do not import one another, but for the actions that pages, rows and the palette ask for. */
const features = readdirSync('src/features').filter((name) => name !== 'actions')

/** The walls around the files of each folder that match `files`. */
const overridesFor = (files, besides = []) => [
  ...names.map((folder) => ({ files: [`src/${folder}/${files}`], rules: restrict(walls(folder, besides)) })),
  ...features.map((feature) => ({
    files: [`src/features/${feature}/${files}`],
    rules: restrict([
      ...walls('features', besides).filter(({ group }) => !group.includes('#features/*')),
      {
        group: features.filter((other) => other !== feature).map((other) => `#features/${other}/*`),
        message: 'One feature does not import another.',
      },
    ]),
  })),
]

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'react', 'jsx-a11y', 'import', 'promise'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  settings: { 'jsx-a11y': {}, react: { version: '19' } },
  options: { typeAware: true },
  env: { builtin: true, es2024: true },
  ignorePatterns: ['dist/**', 'dist-serve/**', '.cache/**', 'node_modules/**'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
    'no-console': 'error',
    eqeqeq: 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/jsx-key': 'error',
    'react/no-danger': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/jsx-no-target-blank': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/ban-ts-comment': 'error',
    // Takes zod's `z.catch(schema, fallback)` for a promise's; the types check the real ones.
    'promise/valid-params': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
    'jsx-a11y/no-autofocus': 'off',
    'no-await-in-loop': 'off',
    'typescript/consistent-return': 'off',
    // BroadcastChannel has no target origin, and window.postMessage is not used.
    'unicorn/require-post-message-target-origin': 'off',
    // axe checks labels in the browser; this rule also takes empty table cells for controls.
    'jsx-a11y/control-has-associated-label': 'off',
    'no-shadow': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
  },
  overrides: [
    ...overridesFor('**'),
    ...overridesFor('**/*.test.tsx', ['testing']),
    { files: ['src/model/pricing/**', 'src/model/absurd.test.ts'], rules: restrict(walls('model'), true) },
    {
      // VirtualRows opts out of the compiler (see react-compiler-plugin.ts); the rows only watch where the pointer rests.
      files: ['src/features/fleet/**'],
      rules: {
        'react/incompatible-library': 'off',
        'jsx-a11y/no-noninteractive-element-interactions': 'off',
      },
    },
    {
      files: ['scripts/**', 'src/serve/**', '*.config.*'],
      rules: { 'no-console': 'off', 'import/no-default-export': 'off' },
    },
    // No compiler looks at these.
    { files: ['scripts/**'], rules: { 'import/named': 'error' } },
  ],
}
