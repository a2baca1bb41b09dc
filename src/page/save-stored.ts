import type { StoredValue } from '#storage/stored-value.ts'
import { showToast } from '#ui/toast-store.ts'

/** Says that what was chosen does not outlive the page. */
export const notifyNotStored = (): void => {
  showToast({
    tone: 'bad',
    title: 'The browser did not keep it.',
    detail: 'It holds until you close this page.',
  })
}

/** Stores a value, and says so where the browser does not. True where it is stored: what else is announced hangs on it. */
export const saveStored = <T>(stored: Pick<StoredValue<T>, 'write'>, value: T): boolean => {
  const isStored = stored.write(value)
  if (!isStored) notifyNotStored()
  return isStored
}
