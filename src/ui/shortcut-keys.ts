/**
 * What a key writes; a letter of another script is taken for the Latin one in its place, since shortcuts are printed there on a
 * Cyrillic or Greek keyboard.
 */
export const latinKey = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string =>
  key.length === 1 && key > 'ɏ' && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key

/** Whether letters go into what is written there, and are no shortcuts. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Whether a dialog or a menu is open: keys belong to it then. */
export const hasOverlay = (): boolean =>
  document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null
