import { defineConfig } from '@playwright/test'

const port = Number(process.env['E2E_PORT'] ?? 4317)
const executablePath = process.env['HATTERAS_CHROMIUM']

/** The production build with the sandbox behind it; every test signs in with a key, and so a world, of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: process.env['E2E_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: {
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-gpu',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: {
    command: 'node dist-serve/main.js',
    cwd: '..',
    url: `http://localhost:${port}/`,
    env: { PORT: String(port), HATTERAS_CACHE: '.cache/e2e' },
    reuseExistingServer: false,
  },
})
