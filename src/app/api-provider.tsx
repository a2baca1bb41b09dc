import type { ReactNode } from 'react'

import { ApiContext } from '#api/api-context.ts'
import { ActionRequestsContext } from '#operations/action-requests.ts'
import { OperationsContext } from '#operations/operations-context.ts'

import type { Account } from './account.ts'

/** The API of one account for everything below. Remount it (by `key`) for another account: nothing is shared between two. */
export const ApiProvider = ({
  account: { api, operations, requests },
  children,
}: {
  account: Account
  children: ReactNode
}) => (
  <ApiContext value={api}>
    <OperationsContext value={operations}>
      <ActionRequestsContext value={requests}>{children}</ActionRequestsContext>
    </OperationsContext>
  </ApiContext>
)
