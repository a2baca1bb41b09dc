import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { sshCommands, sshLine, tunnelCommand, whyNoSshLine } from './connect.ts'
import { unreadSshCommand } from './ssh-target.ts'
import { anInstance, anyInstance } from './instance.fixture.ts'
import { openWebAppUrl, webAppUrl } from './web-app-url.ts'

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

  test('take along how the service says to get there', () => {
    const lines = sshCommands(
      anInstance({
        name: 'deep',
        ssh_command:
          'ssh -i ~/.ssh/lab.pem -J ada@gate.lab:2222,two -o StrictHostKeyChecking=no -p 2200 ada.lovelace@box_1.lab',
      }),
    )
    const told = "-p 2200 -i ~/.ssh/lab.pem -J 'ada@gate.lab:2222,two' -o StrictHostKeyChecking=no"
    expect(lines).toMatchObject({
      ssh: `ssh ${told} ada.lovelace@box_1.lab`,
      scp: `scp ${told.replace('-p', '-P')} ./file ada.lovelace@box_1.lab:`,
      forward: `ssh -N -L 8888:localhost:8888 ${told} ada.lovelace@box_1.lab`,
      vscode: 'code --remote ssh-remote+deep /home/ada.lovelace',
    })
    expect(lines?.rsync).toContain("-e 'ssh -p 2200 -i ~/.ssh/lab.pem -J ")
    expect(lines?.config.split('\n').slice(3)).toEqual([
      '  User ada.lovelace',
      '  IdentityFile ~/.ssh/lab.pem',
      '  ProxyJump ada@gate.lab:2222,two',
      '  StrictHostKeyChecking no',
      '  HostKeyAlias deep.carolinacloud',
    ])
  })

  test('are left out where the service’s words are not understood, and nothing is copied unseen', () => {
    const odd = anInstance({ ssh_command: ' ssh -o ProxyCommand=x\ty ccloud@host\nrm -rf ~\n' })
    expect(sshCommands(odd)).toBeNull()
    expect(tunnelCommand(odd, 80)).toBeNull()
    expect(sshLine(odd)).toBeNull()
    expect(whyNoSshLine(odd)).toContain('Read it on its page')
    expect(whyNoSshLine(anInstance({ ssh_command: null, wan_ssh_port: null }))).toBe(
      'It has no SSH address yet.',
    )
  })

  test('there is always one line where the service says how, and it never runs by being pasted', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const line = sshLine(instance)
        expect(whyNoSshLine(instance) === undefined).toBe(line !== null)
        const seen = line ?? unreadSshCommand(instance)
        if (instance.ssh_command !== null) expect(seen).not.toBeNull()
        expect(seen ?? '').not.toMatch(/\p{Cc}/u)
      }),
    )
  })

  test('mean the same to PowerShell: outside of quotes stands nothing that it reads anything into', () => {
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const { ssh, scp, vscode, forward } = sshCommands(instance) ?? {
          ssh: '',
          scp: '',
          vscode: '',
          forward: '',
        }
        for (const line of [ssh, scp, vscode, forward])
          expect(line.replaceAll(/'[^']*'/g, '')).toMatch(/^(?:(?:^| )[\w+./~-][\w@%+:./=-]*)*$/)
      }),
    )
  })

  test('a tunnel brings a port to the same one here', () => {
    expect(tunnelCommand(anInstance(), 5432)).toBe(
      'ssh -N -L 5432:localhost:5432 -p 30140 ccloud@login.carolinacloud.io',
    )
    expect(tunnelCommand(anInstance({ ssh_command: 'ssh ccloud@10.10.10.10' }), 80)).toBe(
      'ssh -N -L 8080:localhost:80 ccloud@10.10.10.10',
    )
    expect(tunnelCommand(anInstance({ ssh_command: null, wan_ssh_port: null }), 80)).toBeNull()
  })

  test.each([
    ['rna atlas', 'rna-atlas'],
    ['-._ odd (2) name!? .-', '_-odd-2-name'],
    ['..', 'u-1'],
    ['箱', 'u-1'],
  ])('are for %j under the name %s', (name, alias) => {
    const lines = sshCommands(anInstance({ name, uuid: 'u/:1' }))
    expect(lines?.config.split('\n')[0]).toBe(`Host ${alias}`)
    expect(lines?.vscodeUrl).toBe(`vscode://vscode-remote/ssh-remote+${alias}/home/ccloud`)
  })

  test('a tunnel leaves the ports below 1024 to root', () => {
    const ports = [1023, 1024].map((port) => tunnelCommand(anInstance(), port)?.split(' ')[3])
    expect(ports).toEqual(['9023:localhost:1023', '1024:localhost:1024'])
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

  test('also without TLS, and only while it runs', () => {
    const webapp_url = 'http://10.0.0.7:8888/lab'
    expect(webAppUrl({ webapp_url })).toBe(webapp_url)
    expect(openWebAppUrl({ state: 'running', webapp_url })).toBe(webapp_url)
    expect(openWebAppUrl({ state: 'exited', webapp_url })).toBeNull()
  })

  test.each([
    null,
    'https://user@host/',
    'https://:pass@host/',
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
