import * as fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'

import { sshCommands, sshTarget } from './connect.ts'
import { anInstance, anyInstance } from './instance.fixture.ts'
import { webAppUrl } from './web-app-url.ts'

describe('where SSH finds an instance', () => {
  test.each([
    [
      'ssh -p 30140 ccloud@login.carolinacloud.io',
      { user: 'ccloud', host: 'login.carolinacloud.io', port: 30140 },
    ],
    ['ssh ccloud@10.10.10.10', { user: 'ccloud', host: '10.10.10.10', port: 22 }],
    ['ssh ccloud@10.10.10.10 -p 2222', { user: 'ccloud', host: '10.10.10.10', port: 2222 }],
    [' ssh  -p30140  ccloud@10.10.10.10 ', { user: 'ccloud', host: '10.10.10.10', port: 30140 }],
    ['ssh ccloud@2001:db8::1', { user: 'ccloud', host: '2001:db8::1', port: 22 }],
  ])('%s', (ssh_command, target) => {
    expect(sshTarget(anInstance({ ssh_command }))).toEqual(target)
  })

  test('is its port on the login host where it does not say', () => {
    expect(sshTarget(anInstance({ ssh_command: null, wan_ssh_port: 30141 }))).toEqual({
      user: 'ccloud',
      host: 'login.carolinacloud.io',
      port: 30141,
    })
  })

  test('is nowhere without either', () => {
    const unreachable = anInstance({ ssh_command: null, wan_ssh_port: null })
    expect(sshTarget(unreachable)).toBeNull()
    expect(sshCommands(unreachable)).toBeNull()
  })

  test.each([
    'ssh -o ProxyCommand=evil ccloud@host',
    'ssh ccloud@host; rm -rf ~',
    'ssh ccloud@host $(evil)',
    'ssh -p 99999 ccloud@host',
    'ssh ccloud@-oProxyCommand=evil',
    'ssh -oProxyCommand=evil@host',
  ])('nothing more daring is taken: %s', (ssh_command) => {
    expect(sshTarget(anInstance({ ssh_command, wan_ssh_port: null }))).toBeNull()
  })
})

describe('ready lines', () => {
  test('for an instance behind the shared host', () => {
    expect(sshCommands(anInstance({ name: 'rna-atlas' }))).toEqual({
      ssh: 'ssh -p 30140 ccloud@login.carolinacloud.io',
      config: [
        'Host rna-atlas',
        '  HostName login.carolinacloud.io',
        '  Port 30140',
        '  User ccloud',
        '  HostKeyAlias rna-atlas.carolinacloud',
      ].join('\n'),
      scp: 'scp -P 30140 ./file ccloud@login.carolinacloud.io:',
      rsync: "rsync -avz -e 'ssh -p 30140' ./folder/ ccloud@login.carolinacloud.io:folder/",
      vscode: 'code --remote ssh-remote+rna-atlas /home/ccloud',
      vscodeUrl: 'vscode://vscode-remote/ssh-remote+rna-atlas/home/ccloud',
      forward: 'ssh -N -L 8888:localhost:8888 -p 30140 ccloud@login.carolinacloud.io',
    })
  })

  test('for one with an address of its own need no port', () => {
    const lines = sshCommands(anInstance({ ssh_command: 'ssh ccloud@10.10.10.10' }))
    expect(lines?.scp).toBe('scp ./file ccloud@10.10.10.10:')
    expect(lines?.rsync).toBe('rsync -avz ./folder/ ccloud@10.10.10.10:folder/')
  })

  test('put an IPv6 address in brackets where a path follows it', () => {
    const lines = sshCommands(anInstance({ ssh_command: 'ssh ccloud@2001:db8::1' }))
    expect(lines?.ssh).toBe('ssh ccloud@2001:db8::1')
    expect(lines?.scp).toBe("scp ./file 'ccloud@[2001:db8::1]:'")
  })

  test('run one program each in sh, whatever the instance is called', () => {
    const programs = 'for p in ssh scp rsync code; do eval "$p() { echo $p; }"; done\n'
    const instances = fc.array(anyInstance, { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(instances, (several) => {
        const lines = several.flatMap((instance) => {
          const commands = sshCommands(instance)
          return commands === null ? [] : [commands.ssh, commands.scp, commands.rsync, commands.vscode]
        })
        const { stdout, stderr } = spawnSync('sh', ['-c', programs + lines.join('\n')], { encoding: 'utf8' })
        expect(stderr).toBe('')
        expect(stdout).toBe(lines.map((line) => `${line.split(' ')[0]}\n`).join(''))
      }),
      { numRuns: 10 },
    )
  })

  test('the config entry has five lines of plain words, whatever the instance is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const config = sshCommands(anInstance({ name }))?.config ?? ''
        expect(config).toMatch(/^Host [\w.-]+\n( {2}[A-Za-z]+ [\w.-]+\n){3} {2}HostKeyAlias [\w.-]+$/)
      }),
    )
  })
})

describe('the web app', () => {
  test('opens at a web address', () => {
    expect(webAppUrl({ webapp_url: 'https://rna-atlas.carolinacloud.io' })).toBe(
      'https://rna-atlas.carolinacloud.io/',
    )
  })

  test.each([
    null,
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'rna-atlas',
    'https://user:pass@host/',
    'file:///etc',
  ])('and nowhere else: %s', (webapp_url) => {
    expect(webAppUrl({ webapp_url })).toBeNull()
  })
})
