import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { defineConfig, type Project } from '@playwright/test'
import * as z from 'zod/mini'

import { engineJourneys } from './engine-journeys.ts'

const port = Number(process.env['E2E_PORT'] ?? 4317)
const executablePath = process.env['HATTERAS_CHROMIUM']

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  // A page lives for seconds here: to optimise its code takes a tenth of all time, and is over too late to save any.
  '--js-flags=--no-opt --no-maglev',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
const browser = executablePath === undefined ? {} : { executablePath }

/** Letters drawn the same way whatever the machine's own settings. */
const plainLetters = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb']

/** Pictures to compare with, of this platform and browser (see scripts/e2e.mjs); without them nothing is compared. */
const baselines = `visual/baselines/${process.env['HATTERAS_BASELINES'] ?? ''}`
const hasBaselines =
  baselines !== 'visual/baselines/' && existsSync(fileURLToPath(new URL(baselines, import.meta.url)))

const visual: Project = {
  name: 'visual',
  testMatch: 'visual/**/*.spec.ts',
  snapshotPathTemplate: `{testDir}/${baselines}/{arg}{ext}`,
  use: {
    // The style sheet for pictures is one that the Content-Security-Policy would refuse.
    bypassCSP: true,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { args: [...args, ...plainLetters], ...browser },
  },
}

/** Firefox and WebKit, as JSON of scripts/engines.mjs; where it is set, nothing else is run. */
const enginesSchema = z.object({
  firefox: z.nullable(z.object({ path: z.string(), isPlaywrights: z.boolean() })),
  webkit: z.nullable(z.enum(['playwright', 'gtk'])),
})
const engines = z.parse(z.nullable(enginesSchema), JSON.parse(process.env['HATTERAS_ENGINES'] ?? 'null'))

const inEngine = {
  testIgnore: ['visual/**', 'screenshots/**', 'webkit/**'],
  grep: engineJourneys.map((title) => new RegExp(title.replaceAll(/[^\w ]/g, '.'))),
}

const engineProjects = ({ firefox, webkit }: z.output<typeof enginesSchema>): Project[] => [
  ...(firefox === null
    ? []
    : [
        {
          ...inEngine,
          name: 'firefox',
          use: {
            browserName: 'firefox' as const,
            // The way to a Firefox that Playwright did not build.
            ...(firefox.isPlaywrights ? {} : { channel: 'moz-firefox' }),
            reuseContext: firefox.isPlaywrights,
            launchOptions: { executablePath: firefox.path },
          },
        },
      ]),
  ...(webkit === null
    ? []
    : webkit === 'gtk'
      ? [{ name: 'webkit', testMatch: 'webkit/**/*.spec.ts' }]
      : [{ ...inEngine, name: 'webkit', use: { browserName: 'webkit' as const, launchOptions: {} } }]),
]

const chromiumProjects: Project[] = [
  // Its long tests first, so that short ones are left for the end, when a worker has nothing else to do.
  ...(hasBaselines ? [visual] : []),
  { name: 'behaviour', testIgnore: ['visual/**', 'screenshots/**', 'webkit/**'] },
]

/** The production build with the sandbox behind it; every test signs in with a key, and so a world, of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Most of a test is waiting: two for each core take two thirds of the time that one takes.
  workers: '200%',
  // Long enough for a busy machine; what waits, waits for events and never for time.
  timeout: 240_000,
  expect: {
    timeout: 60_000,
    toHaveScreenshot: {
      animations: 'disabled',
      caret: 'hide',
      maxDiffPixelRatio: 0.001,
      stylePath: 'visual/steady.css',
    },
  },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    // Drawing what moves takes a sixth of the time of all tests. Those that are about what moves, and the journeys, ask for it.
    contextOptions: { reducedMotion: 'reduce' },
    // A sixth less time. What Playwright leaves as it was, support/fixtures.ts puts back.
    reuseContext: true,
    trace: process.env['E2E_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: { args, ...browser },
  },
  projects: engines === null ? chromiumProjects : engineProjects(engines),
  webServer: {
    command: 'node dist-serve/main.js',
    cwd: '..',
    url: `http://localhost:${port}/`,
    env: { PORT: String(port), HATTERAS_CACHE: '.cache/e2e' },
    reuseExistingServer: false,
  },
})
