import { effectiveState, type Machine, type State } from './machine.ts'
import { gpuRates, tierRates } from './rates.ts'

export interface Bill {
  compute: bigint
  gpu: bigint
  storage: bigint
  surcharge: bigint
}

const msPerHour = 3_600_000n

const onFullBill = new Set<State>([
  'provisioning',
  'running',
  'idle',
  'unhealthy',
  'migrating',
  'cloning',
  'resizing',
])
const onStorageBill = new Set<State>([...onFullBill, 'shut_off', 'exited'])

/** Whether a machine in this state holds, and pays for, its vCPUs, memory and GPUs (API page, state table). */
export const holdsCompute = (state: State): boolean => onFullBill.has(state)

/** Whether a machine in this state holds, and pays for, its disk (API page, state table). */
export const holdsDisk = (state: State): boolean => onStorageBill.has(state)

const nano = (amount: number): bigint => BigInt(Math.round(amount))

/** What a machine costs an hour where it stands, in nano-dollars. */
export const hourly = (machine: Machine): Bill => {
  const rates = tierRates[machine.cpu_tier]
  const state = effectiveState(machine)
  const compute = holdsCompute(state)
  return {
    compute: compute ? nano(machine.n_vcpus * rates.vcpu + machine.mem_gib * rates.ram) : 0n,
    gpu: compute && machine.gpu_model !== null ? nano(machine.n_gpus * gpuRates[machine.gpu_model]) : 0n,
    storage: holdsDisk(state) ? nano(machine.disk_size_gib * rates.storage) : 0n,
    surcharge: state === 'running' ? nano(machine.surcharge) : 0n,
  }
}

const charged = (machine: Machine, now: number): Bill => {
  const elapsed = BigInt(Math.max(0, Math.round(now - machine.meter.since)))
  const rate = hourly(machine)
  const sum = (part: keyof Bill): bigint => BigInt(machine.meter[part]) + rate[part] * elapsed
  return { compute: sum('compute'), gpu: sum('gpu'), storage: sum('storage'), surcharge: sum('surcharge') }
}

/** Charges a machine for the time until `now` (ms), at its present state and size. */
export const charge = (machine: Machine, now: number): void => {
  const { compute, gpu, storage, surcharge } = charged(machine, now)
  machine.meter = {
    since: Math.max(now, machine.meter.since),
    compute: `${compute}`,
    gpu: `${gpu}`,
    storage: `${storage}`,
    surcharge: `${surcharge}`,
  }
}

/** What a machine has cost until `now` (ms) since its world began, in whole nano-dollars, rounded down. */
export const billOf = (machine: Machine, now: number): Bill => {
  const { compute, gpu, storage, surcharge } = charged(machine, now)
  return {
    compute: compute / msPerHour,
    gpu: gpu / msPerHour,
    storage: storage / msPerHour,
    surcharge: surcharge / msPerHour,
  }
}

/** The one way to change a machine: what it cost until then is charged at the old state and size first. */
export const change = (machine: Machine, now: number, to: Partial<Machine>): void => {
  charge(machine, now)
  Object.assign(machine, to)
}
