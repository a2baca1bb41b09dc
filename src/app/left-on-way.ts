import { pluralize } from '#lib/text.ts'
import { type OperationAction, operationInfo } from '#model/instance/operation.ts'
import { showToast } from '#ui/toast-store.ts'

/** Says what had no answer yet as its account was signed out, since nothing tells of it later: by kind, and no names. */
export const tellLeftOnWay = (actions: readonly OperationAction[]): void => {
  const kinds = [...new Set(actions.map((action) => `${operationInfo(action).doing} an instance`))].join(', ')
  showToast({
    tone: 'bad',
    title: `${pluralize(actions.length, 'action was', 'actions were')} on the way as you signed out.`,
    detail: `${kinds.charAt(0)}${kinds.slice(1).toLowerCase()}: whether it was done is not known, and what runs is billed. Look at the instances of that account.`,
  })
}
