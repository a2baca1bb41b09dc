/** A key to press, as it stands on the keyboard. */
export const Kbd = ({ children }: { children: string }) => (
  <kbd className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-sm border border-line bg-sunken px-[5px] font-sans text-micro font-medium text-ink-muted">
    {children}
  </kbd>
)
