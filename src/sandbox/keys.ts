/** What a world starts with and how it behaves. */
export const scenarios = ['lab', 'empty', 'huge', 'slow', 'flaky', 'full', 'live'] as const
export type Scenario = (typeof scenarios)[number]

/** Ready keys to try, one for each kind of world. Any key that goes on after one of these has a world of its own. */
export const sandboxKeys: readonly { key: string; says: string }[] = [
  { key: 'sandbox-lab', says: 'a lab fleet in every state' },
  { key: 'sandbox-empty', says: 'a new account with no instances' },
  { key: 'sandbox-huge', says: '10,000 instances' },
  { key: 'sandbox-full', says: 'the lab fleet on hosts with nothing free (422)' },
  { key: 'sandbox-slow', says: 'the lab fleet, every answer two seconds late' },
  { key: 'sandbox-flaky', says: 'the lab fleet behind a network that fails now and then' },
  { key: 'sandbox-live', says: 'the lab fleet as the live service words it' },
  { key: 'sandbox-expired', says: 'a key that is always refused (401)' },
]

/** The world that an API key opens, or null where the key is not valid. The rest of the key makes it another world of its kind. */
export const scenarioOf = (key: string): Scenario | null => {
  if (!/^sandbox-./.test(key) || key.startsWith('sandbox-expired')) return null
  return scenarios.find((scenario) => key.startsWith(`sandbox-${scenario}`)) ?? 'lab'
}
