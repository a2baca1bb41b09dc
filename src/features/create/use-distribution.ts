import { useState } from 'react'

import { useInstances } from '#api/use-instances.ts'

import type { Distro } from './create-request.ts'

/**
 * The distribution of a virtual machine. Only some services know of it: those that tell it of the instances they have, or that
 * ask for it when one is created.
 */
export const useDistribution = () => {
  const instances = useInstances().data?.instances ?? []
  const [isAsked, setAsked] = useState(false)
  const [distro, setDistro] = useState<Distro>('ubuntu')
  const isKnown = isAsked || instances.some((instance) => instance.distro !== null)
  return { distro: isKnown ? distro : null, setDistro, ask: () => setAsked(true) }
}
