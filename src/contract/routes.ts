export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
}

/**
 * How each endpoint of the API page is asked. Paths are below the base URL (`…/api`), every one ends with `/`, and `{uuid}` takes
 * an instance's uuid or its name.
 */
export const routes = {
  list: { method: 'GET', path: '/instance/' },
  get: { method: 'GET', path: '/instance/{uuid}/' },
  create: { method: 'POST', path: '/instance/' },
  update: { method: 'PATCH', path: '/instance/{uuid}/' },
  stop: { method: 'POST', path: '/instance/{uuid}/stop/' },
  restart: { method: 'POST', path: '/instance/{uuid}/restart/' },
  delete: { method: 'DELETE', path: '/instance/{uuid}/' },
  addPort: { method: 'POST', path: '/instance/{uuid}/add-port/' },
  removePort: { method: 'POST', path: '/instance/{uuid}/remove-port/' },
  stats: { method: 'GET', path: '/instance/{uuid}/stats/' },
} as const satisfies Record<string, Route>
export type EndpointName = keyof typeof routes
