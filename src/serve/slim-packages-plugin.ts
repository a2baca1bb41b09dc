import type { Plugin } from 'vite'

import { slimReactDom } from './slim-react.ts'

const displayName = /^\w+\.displayName = "[^"]*";$/gm
const made = /= (React\d*\.(?:createContext|forwardRef|memo)\()/g
const infinite = 'infiniteQueryBehavior(this.options.pages)'

/** What no link of the app asks for (it has no pages to prefetch), and what only routes with loaders need. */
const unusedOfRouter = [
  [/usePrefetchBehavior\(\s*prefetch,\s*rest\s*\);/, '[false, null, {}];'],
  ['ref: mergeRefs(forwardedRef, prefetchRef)', 'ref: forwardedRef'],
  ['shouldPrefetch && !isAbsolute ?', 'false ?'],
  ['useViewTransitionState(path) && viewTransition === true', 'false'],
  ['RenderErrorBoundary.contextType = RSCRouterContext;', ''],
  ['let dataRouterState = dataRouterOpts?.state;', 'const dataRouterState = null;'],
] as const

/**
 * Lets the bundler leave out what the app does not use of React Router: names for developers, and calls that it takes for more than
 * they are, would keep its forms and its prefetching in the first load.
 */
const slimRouter = (code: string): string => {
  const slim = code.replaceAll(displayName, '').replaceAll(made, '= /* @__PURE__ */ $1')
  if (!code.includes('usePrefetchBehavior(')) return slim
  return unusedOfRouter.reduce((text, [from, to]) => {
    const slimmer = text.replace(from, to)
    if (slimmer === text) throw new Error(`React Router has changed: "${from}" is not in it.`)
    return slimmer
  }, slim)
}

/** The app has no query of endless pages; each query would bring what reads them along. */
const slimQuery = (code: string): string => {
  if (!code.includes(infinite)) throw new Error(`TanStack Query has changed: "${infinite}" is not in it.`)
  return code.replace(infinite, 'undefined')
}

/** Takes out of packages what the bundler cannot know to be unused. */
export const slimPackages = (): Plugin => ({
  name: 'hatteras-slim-packages',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
  transform: {
    filter: {
      id: /react-router\/dist\/production\/.*\.mjs$|query-core\/build\/modern\/query\.js$|react-dom-client\.production\.js$/,
    },
    handler: async (code, id) => ({
      code: id.includes('react-dom')
        ? await slimReactDom(code)
        : id.includes('query-core')
          ? slimQuery(code)
          : slimRouter(code),
      map: null,
    }),
  },
})
