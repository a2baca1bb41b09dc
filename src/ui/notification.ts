/** Whether the system's notifications can be shown: `none` where the browser has none, `default` before anybody was asked. */
export type NotifyPermission = NotificationPermission | 'none'

export const notifyPermission = (): NotifyPermission =>
  'Notification' in globalThis ? Notification.permission : 'none'

/** Asks the person, through the browser; only on a click of theirs. */
export const askToNotify = async (): Promise<NotifyPermission> =>
  'Notification' in globalThis ? Notification.requestPermission() : 'none'

interface Notice {
  title: string
  body: string
  /** A second notice of the same tag takes the place of the first. */
  tag: string
  /** Called after the tab has been brought to the front. */
  onOpen?: () => void
}

/** Shows a notice of the system. False where the browser does not let a page do so, as on some phones. */
export const notify = ({ title, body, tag, onOpen }: Notice): boolean => {
  try {
    const shown = new Notification(title, { body, tag, icon: '/icon-192.png' })
    shown.addEventListener('click', () => {
      globalThis.focus()
      shown.close()
      onOpen?.()
    })
    return true
  } catch {
    return false
  }
}
