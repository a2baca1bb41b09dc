import type { Plugin } from 'vite'

const displayName = /^\w+\.displayName = "[^"]*";$/gm
const made = /= (React\d*\.(?:createContext|forwardRef|memo)\()/g
const prefetching = /return shouldPrefetch && .* : link;/
const prefetchState = /let \[shouldPrefetch, prefetchRef, prefetchHandlers\] = usePrefetchBehavior\([^)]*\);/
const serverErrors = /if \(this\.context && typeof error === "object"[^}]*\}/
const serverRedirects = /if \(this\.context\) \{[^}]*RSCErrorHandler[^}]*\}[^}]*\}/
const infinite = 'infiniteQueryBehavior(this.options.pages)'

/** Takes `part` out of a package, which a new version of it may have no more. */
const without = (code: string, part: string | RegExp, instead: string): string => {
  const changed = code.replace(part, instead)
  if (changed === code) throw new Error(`A package has changed: "${part.toString()}" is not in it.`)
  return changed
}

/**
 * Lets the bundler leave out what the app does not use of React Router: names for developers, calls that it takes for more than they
 * are, the prefetching of links, whose state and effects each link would have, and the errors of server components.
 */
const slimRouter = (code: string): string => {
  const pure = code.replaceAll(displayName, '').replaceAll(made, '= /* @__PURE__ */ $1')
  if (!code.includes('function LinkWithRef')) return pure
  const parts: [RegExp | string, string][] = [
    [prefetching, 'return link;'],
    [prefetchState, ''],
    ['...prefetchHandlers,', ''],
    ['mergeRefs(forwardedRef, prefetchRef)', 'forwardedRef'],
    [serverErrors, ''],
    [serverRedirects, ''],
  ]
  return parts.reduce((slim, [part, instead]) => without(slim, part, instead), pure)
}

/** The app has no query of endless pages; each query would bring what reads them along. */
const slimQuery = (code: string): string => without(code, infinite, 'undefined')

/** Takes out of packages what the bundler cannot know to be unused. */
export const slimPackages = (): Plugin => ({
  name: 'hatteras-slim-packages',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
  transform: {
    filter: { id: /react-router\/dist\/production\/.*\.mjs$|query-core\/build\/modern\/query\.js$/ },
    handler: (code, id) => ({
      code: id.includes('query-core') ? slimQuery(code) : slimRouter(code),
      map: null,
    }),
  },
})
