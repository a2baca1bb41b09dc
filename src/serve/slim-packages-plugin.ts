import type { Plugin } from 'vite'

const displayName = /^\w+\.displayName = "[^"]*";$/gm
const made = /= (React\d*\.(?:createContext|forwardRef|memo)\()/g
const infinite = 'infiniteQueryBehavior(this.options.pages)'

/**
 * Lets the bundler leave out what the app does not use of React Router: names for developers, and calls that it takes for more than
 * they are, would keep its forms and its prefetching in the first load.
 */
const slimRouter = (code: string): string =>
  code.replaceAll(displayName, '').replaceAll(made, '= /* @__PURE__ */ $1')

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
    filter: { id: /react-router\/dist\/production\/.*\.mjs$|query-core\/build\/modern\/query\.js$/ },
    handler: (code, id) => ({
      code: id.includes('query-core') ? slimQuery(code) : slimRouter(code),
      map: null,
    }),
  },
})
