// Local times are tested away from UTC, where a mistake in them would not show; the processes of the tests inherit it.
process.env.TZ = 'America/New_York'

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: [
    'src/{contract,lib,model,operations}/**/!(*.test|*.fixture).ts',
    // Hooks of React: components test them, in a document.
    '!src/operations/{hooks,operations-context}.ts',
  ],
  ignorePatterns: ['/.cache', '/deploy', '/dist', '/dist-serve', '/docs', '/e2e', '/public', '/test-results'],
  coverageAnalysis: 'perTest',
  // What runs once, when a file is loaded, could only be told by loading everything anew for each mutant.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 5_000,
  incremental: true,
  incrementalFile: '.cache/mutation/incremental.json',
  cleanTempDir: 'always',
  tempDirName: '.cache/mutation/tmp',
  // TypeScript 7 has no API that Stryker could read it with, and nothing here extends a file outside of the folder.
  tsconfigFile: 'none',
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  thresholds: { high: 90, low: 85, break: 85 },
}
