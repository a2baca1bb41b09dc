import type { Capacity, CapacitySize } from '#contract/errors.ts'
import type { Instance } from '#contract/instance.ts'

/** Acts that are asked about in a dialog before they are sent. Restart is sent at once; see `useRestart`. */
export type DialogAct = 'stop' | 'resize' | 'rename' | 'delete'

/** Which dialog is open, and for which instance. `restart` is the one that opens when a restart found no room. */
export type ActRequest =
  | { act: 'stop' | 'rename' | 'delete'; instance: Instance }
  | { act: 'resize'; instance: Instance; /** Filled in instead of the present size. */ size?: CapacitySize }
  | { act: 'restart'; instance: Instance; capacity: Capacity }

/** What every dialog of an act is given. */
export interface ActDialogProps {
  /** As it was when the dialog was opened; the act goes to its uuid, whatever happens to the page meanwhile. */
  instance: Instance
  onClose: () => void
  /** The service accepted the act. For a rename or a resize with the instance as it is now. */
  onDone: (instance: Instance) => void
}
