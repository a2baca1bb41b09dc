import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { apiHeaders, appHeaders, dotSegments, fromService, methods, toService } from '#serve/headers.ts'

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

const [nginx, nginxHeaders, caddy] = [read('nginx.conf'), read('nginx-headers.js'), read('Caddyfile')]

// Where no nginx or Caddy is at hand, this is what notices that their files were forgotten.
test.each([...Object.entries(appHeaders), ...Object.entries(apiHeaders)])(
  'nginx and Caddy set %s: %s',
  (name, value) => {
    for (const file of [nginx, caddy]) {
      expect(file).toContain(name)
      expect(file).toContain(value)
    }
  },
)

test('nginx and Caddy let the same headers of the service through', () => {
  for (const name of fromService) {
    expect(nginxHeaders).toContain(`'${name}'`)
    expect(caddy.toLowerCase()).toContain(`\t${name} {http.reverse_proxy.header.${name}}`)
  }
})

test('nginx and Caddy allow the same methods', () => {
  expect(nginx).toContain(`"~^405::/api(/|$)"  "${methods.join(', ')}";`)
  expect(nginx).toContain(`if ($request_method !~ "^(${methods.join('|')})$")`)
  expect(caddy).toContain(`@method not method ${methods.join(' ')}\n`)
  expect(caddy).toContain(`header Allow "${methods.join(', ')}"`)
})

test('nginx and Caddy refuse the same addresses', () => {
  expect(nginx).toContain(`"~*${dotSegments}"  1;`)
  expect(caddy).toContain(`\`(?i)${dotSegments}\``)
})

test.each([
  ['nginx', nginx, /proxy_set_header (\S+) \$http_/g],
  ['Caddy', caddy, /request_header @\w+ (\S+) \{http\.vars\./g],
])('%s sends the listed headers to the service', (_, text, pattern) => {
  const sent = [...text.matchAll(pattern)].map(([, name = '']) => name.toLowerCase())
  expect(sent.toSorted()).toEqual([...toService].toSorted())
})

test('the files are for one example host, and say so where it has to be changed', () => {
  expect(nginx.match(/server_name hatteras\.example\.org;/g)).toHaveLength(2)
  expect(caddy.match(/^hatteras\.example\.org \{$/gm)).toHaveLength(1)
})
