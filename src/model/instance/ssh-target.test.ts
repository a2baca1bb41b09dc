import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anInstance } from './instance.fixture.ts'
import { sshTarget, unreadSshCommand } from './ssh-target.ts'

const targetOf = (ssh_command: string | null, wan_ssh_port: number | null = 30141) =>
  sshTarget(anInstance({ ssh_command, wan_ssh_port }))

const at = (user: string, host: string, port = 22, options: { name: string; value: string }[] = []) => ({
  user,
  host,
  port,
  options,
})

describe('where SSH finds an instance', () => {
  test.each([
    ['ssh -p 30140 ccloud@login.carolinacloud.io', at('ccloud', 'login.carolinacloud.io', 30140)],
    ['ssh ccloud@10.10.10.10', at('ccloud', '10.10.10.10')],
    ['ssh ccloud@10.10.10.10 -p 2222', at('ccloud', '10.10.10.10', 2222)],
    [' ssh  -p30140  ccloud@10.10.10.10 ', at('ccloud', '10.10.10.10', 30140)],
    ['ssh ccloud@2001:db8::1', at('ccloud', '2001:db8::1')],
    ['ssh -p 22 first.last@gpu-7.other-cloud.example', at('first.last', 'gpu-7.other-cloud.example')],
    ['ssh -l ada box', at('ada', 'box')],
    ['ssh -oPort=2200 -o user=ada box', at('ada', 'box', 2200)],
    [
      'ssh -i /keys/lab.pem -J gate ada@box -o identitiesonly=yes',
      at('ada', 'box', 22, [
        { name: 'IdentityFile', value: '/keys/lab.pem' },
        { name: 'ProxyJump', value: 'gate' },
        { name: 'IdentitiesOnly', value: 'yes' },
      ]),
    ],
  ])('%s', (command, target) => {
    expect(targetOf(command)).toEqual(target)
    expect(unreadSshCommand(anInstance({ ssh_command: command }))).toBeNull()
  })

  test('is its port on the login host where it does not say', () => {
    expect(targetOf(null)).toEqual(at('ccloud', 'login.carolinacloud.io', 30141))
  })

  test('is nowhere without either', () => {
    expect(targetOf(null, null)).toBeNull()
    for (const port of [0, -1, 22.5, 65_536]) expect(targetOf(null, port)).toBeNull()
    for (const port of [1, 65_535]) expect(targetOf(null, port)?.port).toBe(port)
  })
})

describe('what is not understood is shown as it is, and never replaced', () => {
  test.each([
    'ssh -o ProxyCommand=evil ccloud@host',
    'ssh ccloud@host; rm -rf ~',
    'ssh ccloud@host $(evil)',
    'ssh ccloud@host uptime',
    'ssh -p 99999 ccloud@host',
    'ssh -p 22 -p 23 ccloud@host',
    'ssh -p',
    'ssh -p 22a ccloud@host',
    'ssh -p a22 ccloud@host',
    'ssh -p 123456 ccloud@host',
    'ssh -p 0 ccloud@host',
    'ssh ccloud@host ada@box',
    'ssh -o User ccloud@host',
    'ssh -o +User=ada host',
    'ssh -l ada ccloud@host',
    'ssh -A ccloud@host',
    'ssh -i -oProxyCommand=evil ccloud@host',
    'ssh -i "my key" ccloud@host',
    'ssh -J %h ccloud@host',
    'ssh ccloud@-oProxyCommand=evil',
    'ssh -oProxyCommand=evil@host',
    'ssh ccloud@a@b',
    'ssh host',
    'ssh ssh://ccloud@host:22',
    'mosh ccloud@host',
    'use the console',
  ])('%s', (command) => {
    expect(targetOf(command)).toBeNull()
    expect(unreadSshCommand(anInstance({ ssh_command: command }))).toBe(command)
  })

  test('whatever it is, no part of a target is an option or means anything to a shell', () => {
    const words = fc.constantFrom(
      'ssh',
      '-p',
      '22',
      '-i',
      '-J',
      '-o',
      'ada@box',
      '-oProxyCommand=x',
      'Port=2',
      '~/k',
      '$(x)',
      '-l',
      'a',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (rest) => {
        const target = targetOf(['ssh', ...rest].join(' '))
        if (target === null) return
        for (const word of [target.user, target.host, ...target.options.map(({ value }) => value)])
          expect(word).toMatch(/^[\w~/.][\w@+:,./-]*$/)
      }),
    )
  })
})
