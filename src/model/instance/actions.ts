import type { Instance } from '#contract/instance.ts'

import { typeName } from './labels.ts'
import { stateInfo, type StateInfo } from './states.ts'

/** What a person can ask of an instance. `stats` is reading its live usage. */
export const actions = [
  'stop',
  'restart',
  'resize',
  'rename',
  'delete',
  'openPort',
  'closePort',
  'stats',
] as const
export type Action = (typeof actions)[number]

export type Verdict = { allowed: true } | { allowed: false; reason: string }

/** Decides whether an action may be asked for: the state table alone (`checkAction`), or with the locks of this browser. */
export type ActionRule = (
  action: Action,
  instance: Pick<Instance, 'uuid' | 'state' | 'resource_type'>,
) => Verdict

/** The actions that start or end a bill (API page, endpoints stop, restart and delete); also those that several instances can take at once. */
export const billingActions = ['stop', 'restart', 'delete'] as const satisfies readonly Action[]
export type BillingAction = (typeof billingActions)[number]

export const isBillingAction = (action: string): action is BillingAction =>
  billingActions.some((one) => one === action)

interface Rule {
  /** The only type that can, or null for both; with the sentence for the other. */
  type: { only: 'vm' | 'container'; otherwise: (type: string) => string } | null
  allows: (state: string, info: StateInfo) => boolean
  /** The sentence for a state that does not allow it; `phrase` is the state as in "this one is stopped". */
  otherwise: (phrase: string) => string
  /** Whether a lock of this browser blocks it: what ends running work or takes data away. */
  isLockable: boolean
}

const isGone = (state: string): boolean => state === 'deleted' || state === 'deleting'

const ports = {
  type: {
    only: 'vm',
    otherwise: (type) => `Ports belong to virtual machines; this is ${type} and has no public address.`,
  },
  allows: (state) => !isGone(state),
  otherwise: (phrase) => `This virtual machine is ${phrase}; its ports can no longer be changed.`,
  isLockable: false,
} as const satisfies Rule

/**
 * The state table as data (API page: the endpoints' 400s). Where the page is silent, about states that only the live service has,
 * nothing is forbidden that could save money or end a broken instance: the service decides, and its answer is shown.
 */
const rules: Record<Action, Rule> = {
  stop: {
    type: null,
    allows: (state, { kind }) =>
      kind === 'running' || kind === 'unknown' || state === 'lost' || state === 'unhealthy',
    otherwise: (phrase) => `Only a running instance can be stopped; this one is ${phrase}.`,
    isLockable: true,
  },
  restart: {
    type: null,
    allows: (_, { kind }) => kind === 'stopped' || kind === 'unknown',
    otherwise: (phrase) => `Only a stopped instance can be restarted; this one is ${phrase}.`,
    isLockable: false,
  },
  resize: {
    type: {
      only: 'container',
      otherwise: (type) =>
        type === 'a virtual machine'
          ? 'A virtual machine cannot be resized; create a larger one and move the data.'
          : `Only a container can be resized; this is ${type}.`,
    },
    allows: (state, { kind }) => kind !== 'transition' && !isGone(state) && state !== 'error',
    otherwise: (phrase) => `A container that is ${phrase} cannot be resized.`,
    isLockable: false,
  },
  rename: {
    type: null,
    allows: (state) => !isGone(state),
    otherwise: (phrase) => `This instance is ${phrase} and can no longer be renamed.`,
    isLockable: false,
  },
  delete: {
    type: null,
    allows: (state) => !isGone(state),
    otherwise: (phrase) => `This instance is already ${phrase}.`,
    isLockable: true,
  },
  openPort: ports,
  closePort: ports,
  stats: {
    type: {
      only: 'container',
      otherwise: (type) => `Live usage is measured for containers only; this is ${type}.`,
    },
    allows: (_, { kind }) => kind === 'running',
    otherwise: (phrase) => `Live usage is measured while a container runs; this one is ${phrase}.`,
    isLockable: false,
  },
}

/** Whether an instance of this type can ever take the action, whatever its state. */
export const isForType = (action: Action, type: string): boolean => {
  const { type: rule } = rules[action]
  return rule === null || rule.only === type
}

/** Whether the action is blocked while the instance is locked in this browser. */
export const isLockable = (action: Action): boolean => rules[action].isLockable

/** Whether the instance's type and state allow the action, with a sentence for people where they do not. */
export const checkAction = (action: Action, instance: Pick<Instance, 'state' | 'resource_type'>): Verdict => {
  const rule = rules[action]
  if (rule.type !== null && rule.type.only !== instance.resource_type)
    return { allowed: false, reason: rule.type.otherwise(typeName(instance.resource_type)) }
  const info = stateInfo(instance.state)
  return rule.allows(instance.state, info)
    ? { allowed: true }
    : { allowed: false, reason: rule.otherwise(info.phrase) }
}
