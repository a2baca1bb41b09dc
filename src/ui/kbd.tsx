/** The key that goes with a letter to make a command, as this machine's keyboard has it. */
export const commandKey = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'

/** A key to press, as it stands on the keyboard. */
export const Kbd = ({ children }: { children: string }) => (
  // Where there is no keyboard there is no key to press.
  <kbd
    translate="no"
    className="inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center rounded-sm border border-line bg-sunken px-[5px] font-sans text-micro font-medium text-ink-muted pointer-coarse:hidden"
  >
    {children}
  </kbd>
)
