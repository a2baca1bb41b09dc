import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'

import { renderSignedIn } from '../../testing/render-signed-in.tsx'
import InstancePage from './instance-page.tsx'

const twins = ['a', 'b'].map((uuid) => anInstance({ uuid, name: 'twin', state: 'running' }))

test('a name that two instances have leads to neither, and one is chosen by its uuid', async () => {
  const gone = anInstance({ uuid: 'c', name: 'twin', state: 'deleted' })
  await renderSignedIn(<InstancePage />, { instances: [...twins, gone], at: '/instances/twin' })
  expect(await screen.findByText('2 instances are called twin')).toBeTruthy()
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(links).toEqual(['/instances/a', '/instances/b', '/instances'])
  expect(screen.queryAllByRole('button')).toEqual([])
})

test('a deleted instance of the same name leaves no choice to make', async () => {
  const instances = [
    anInstance({ uuid: 'a', name: 'twin' }),
    anInstance({ uuid: 'c', name: 'twin', state: 'deleted' }),
  ]
  await renderSignedIn(<InstancePage />, { instances, at: '/instances/twin' })
  expect(screen.queryByText(/instances are called/)).toBeNull()
})
