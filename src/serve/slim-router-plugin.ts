import type { Plugin } from 'vite'

const displayName = /^\w+\.displayName = "[^"]*";$/gm
const made = /= (React\d*\.(?:createContext|forwardRef|memo)\()/g

/**
 * Lets the bundler leave out what the app does not use of React Router: names for developers, and calls that it takes for more than
 * they are, would keep its forms and its prefetching in the first load.
 */
export const slimRouter = (): Plugin => ({
  name: 'hatteras-slim-router',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
  transform: {
    filter: { id: /react-router\/dist\/production\/.*\.mjs$/ },
    handler: (code) => ({
      code: code.replaceAll(displayName, '').replaceAll(made, '= /* @__PURE__ */ $1'),
      map: null,
    }),
  },
})
