/** What is read of React's own record of a rendered component. */
interface Fiber {
  type: { name?: string; displayName?: string } | string | null
  elementType: { name?: string; displayName?: string } | string | null
  key: string | null
  flags: number
  child: Fiber | null
  sibling: Fiber | null
  alternate: Fiber | null
}

/** React's flag for a component that ran, and was not left out as unchanged. */
const performedWork = 1

let seen: { component: string; key: string | null }[] = []

const nameOf = ({ type, elementType }: Fiber): string | null => {
  const [outer, inner] = [elementType, type].map((one) =>
    typeof one === 'object' || typeof one === 'function' ? one : null,
  )
  return outer?.displayName ?? inner?.displayName ?? inner?.name ?? null
}

const note = (fiber: Fiber, before: Fiber | null) => {
  const component = nameOf(fiber)
  if (component !== null && (fiber.flags & performedWork) !== 0) seen.push({ component, key: fiber.key })
  // The very same children were not looked at in this commit.
  if (before !== null && fiber.child === before.child) return
  for (let { child } = fiber; child !== null; child = child.sibling) note(child, child.alternate)
}

/** Hears of every commit through the hook that React offers to its developer tools. Has to be called before React DOM is loaded. */
export const watchRenders = (): void => {
  Object.assign(globalThis, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: (_renderer: number, root: { current: Fiber }) => {
        note(root.current, root.current.alternate)
      },
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
  })
}

/** What `change` renders: for the name of a component the keys of those that ran, in their order; what ran twice is there twice. */
export const rendersDuring = async (change: () => unknown) => {
  seen = []
  await change()
  const all = seen
  return (component: string): (string | null)[] =>
    all.filter((one) => one.component === component).map(({ key }) => key)
}
