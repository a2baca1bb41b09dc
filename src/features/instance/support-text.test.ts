import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'

import { supportText } from './support-text.ts'

test('support is told what finds an instance, and nothing that opens it', () => {
  const instance = anInstance({
    name: 'star-index',
    state: 'error',
    original_ccloud_password: 'hunter2-hunter2',
    webapp_url: 'https://secret.example',
  })
  const text = supportText(instance, [], Date.UTC(2026, 10, 25, 14, 20))
  for (const words of [
    'name: star-index',
    `uuid: ${instance.uuid}`,
    'state: error',
    'looked at: 2026-11-25T14:20',
  ])
    expect(text).toContain(words)
  for (const secret of ['hunter2', 'secret.example', 'ssh ']) expect(text).not.toContain(secret)
})
