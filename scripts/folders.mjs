// The folders of src/ and what each may import. The lint config makes its import rules from this table.

/** Folder → the other folders it may import. A folder may always import itself. */
export const folders = {
  contract: [],
  lib: [],
  model: ['contract', 'lib'],
  ui: ['lib'],
  api: ['contract', 'lib'],
  session: ['api', 'contract', 'model', 'lib', 'ui'],
  storage: ['api', 'contract', 'model', 'lib', 'ui'],
  operations: ['api', 'contract', 'model', 'lib'],
  page: ['contract', 'lib', 'model', 'ui', 'api', 'session', 'storage', 'operations'],
  features: ['contract', 'lib', 'model', 'ui', 'api', 'session', 'storage', 'operations', 'page'],
  app: ['contract', 'lib', 'model', 'ui', 'api', 'session', 'storage', 'operations', 'page', 'features'],
  sandbox: ['contract', 'lib'],
  serve: ['sandbox', 'lib'],
  // Tests only: it holds the app's beliefs and the sandbox's against each other, which neither may know of.
  conformance: ['contract', 'lib', 'model', 'api', 'storage', 'operations', 'sandbox'],
  // Tests only: puts components into the app's providers. Only `*.test.tsx` may import it.
  testing: ['contract', 'lib', 'model', 'api', 'session', 'app'],
}

/** Packages that only the named folders may import; a package that is not listed is free to all but `contract` and `lib`. */
export const guardedPackages = {
  react: ['ui', 'api', 'session', 'storage', 'operations', 'page', 'features', 'app', 'testing'],
  'react-dom': ['ui', 'app'],
  'react-router': ['page', 'features', 'app', 'session', 'testing'],
  '@tanstack/react-query': ['api', 'session', 'storage', 'operations', 'page', 'features', 'app', 'testing'],
  '@tanstack/react-virtual': ['ui', 'features'],
  recharts: ['ui'],
  uqr: ['ui'],
  'lucide-react': ['ui', 'features', 'app', 'session'],
  'react-hook-form': ['features'],
  '@hookform/resolvers': ['features'],
  idb: ['storage'],
  hono: ['sandbox', 'serve'],
  '@hono/node-server': ['serve'],
  undici: ['serve'],
  zod: [
    'contract',
    'lib',
    'model',
    'api',
    'session',
    'storage',
    'operations',
    'page',
    'features',
    'app',
    'sandbox',
    'serve',
    'conformance',
  ],
}
