// Serves the built app by npm start, nginx and Caddy with the files of deploy/, and holds all three to one table. What a machine
// does not have is left out, and said; arguments go to Vitest.
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

import { requireNode } from './node-version.mjs'

requireNode()
const { buildIfNeeded } = await import('./build-if-needed.mjs')
const { installIfNeeded } = await import('./install.mjs')
const { run, runNode } = await import('./run.mjs')

const unpacked = resolve('.cache/deploy-programs')

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where programs and modules are, on the machine or among what was unpacked. */
const folders = {
  programs: [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'],
  modules: ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', '/etc/nginx/modules'],
  unpackedPrograms: ['usr/sbin', 'usr/bin'].map((folder) => join(unpacked, folder)),
  unpackedModules: [join(unpacked, 'usr/lib/nginx/modules')],
}

const program = (name) =>
  [...folders.programs, ...folders.unpackedPrograms].map((folder) => join(folder, name)).find(isProgram)

const find = () => ({
  nginx: program('nginx'),
  nginxScripts: [...folders.modules, ...folders.unpackedModules]
    .map((folder) => join(folder, 'ngx_http_js_module.so'))
    .find((path) => existsSync(path)),
  caddy: program('caddy'),
  openssl: program('openssl'),
  python3: program('python3'),
})

/** Debian's packages are unpacked here and not installed: an installed web server would start with the machine. */
const unpackDebian = async () => {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return
  console.log('No nginx or Caddy found: unpacking the Debian packages into .cache.')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const archives = join(unpacked, 'archives')
  mkdirSync(join(archives, 'partial'), { recursive: true })
  await run('apt-get', ['update', '-qq'], { env })
  const download = ['install', '-y', '-qq', '--no-install-recommends', '--download-only']
  const packages = ['nginx', 'libnginx-mod-http-js', 'caddy']
  // Not the user apt: the folder is ours.
  const options = ['-o', `Dir::Cache::archives=${archives}`, '-o', 'APT::Sandbox::User=root']
  await run('apt-get', [...download, ...options, ...packages], { env })
  for (const name of readdirSync(archives).filter((file) => file.endsWith('.deb')))
    await run('dpkg-deb', ['-x', join(archives, name), unpacked])
}

const hasServers = ({ nginx, nginxScripts, caddy }) =>
  nginx !== undefined && nginxScripts !== undefined && caddy !== undefined

process.chdir(resolve(import.meta.dirname, '..'))
await installIfNeeded()
await buildIfNeeded()
if (!hasServers(find())) await unpackDebian()
const found = find()

const missing = [
  [
    'openssl',
    found.openssl,
    'nothing is served with a certificate, so only the files of deploy/ are checked',
  ],
  ['nginx', found.nginx, 'nginx is left out'],
  ['nginx’s JavaScript module (njs)', found.nginxScripts, 'nginx is left out'],
  ['Caddy', found.caddy, 'Caddy is left out'],
  ['Python', found.python3, 'the plain WSGI service is left out'],
].filter(([, path]) => path === undefined)
for (const [name, , consequence] of missing) console.log(`There is no ${name} here: ${consequence}.`)

const here = [
  ...(found.nginx !== undefined && found.nginxScripts !== undefined ? ['nginx'] : []),
  ...(found.caddy !== undefined ? ['caddy'] : []),
  ...(found.python3 !== undefined ? ['python3'] : []),
]
const libraryRoots = ['usr/lib', 'lib']
  .map((folder) => join(unpacked, folder))
  .filter((path) => existsSync(path))
const libraries = libraryRoots.concat(
  libraryRoots.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))),
)

process.exit(
  await runNode(
    'node_modules/vitest/vitest.mjs',
    [
      'run',
      '--config',
      'deploy/test/vitest.config.ts',
      ...(found.openssl === undefined ? ['files'] : []),
      ...process.argv.slice(2),
    ],
    {
      env: {
        HATTERAS_DEPLOY: here.join(','),
        HATTERAS_NGINX: found.nginx ?? '',
        HATTERAS_NGINX_JS: found.nginxScripts ?? '',
        HATTERAS_CADDY: found.caddy ?? '',
        ...(libraries.length === 0 ? {} : { LD_LIBRARY_PATH: libraries.join(delimiter) }),
      },
    },
  ),
)
