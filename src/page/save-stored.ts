import type { Kept } from '#storage/stored-value.ts'
import { showToast } from '#ui/toast-store.ts'

/** Says that what was chosen does not outlive the page. */
export const tellNotStored = (): void => {
  showToast({
    tone: 'bad',
    title: 'The browser did not keep it.',
    detail: 'It holds until you close this page.',
  })
}

/** Stores a value, and says so where the browser does not. True where it is stored: what else is announced hangs on it. */
export const saveKept = <T>(kept: Pick<Kept<T>, 'write'>, value: T): boolean => {
  const isStored = kept.write(value)
  if (!isStored) tellNotStored()
  return isStored
}
