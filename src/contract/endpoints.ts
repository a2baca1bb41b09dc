import * as z from 'zod/mini'

import { type Route, type EndpointName, routes } from './routes.ts'
import { createBody, portBody, updateBody } from './requests.ts'
import {
  actionWire,
  capacityWire,
  detailWire,
  errorWire,
  fieldErrorsWire,
  instanceWire,
  portsWire,
  statsWire,
} from './wire.ts'

/**
 * The endpoint table of the API page in full. `promises` is the page's answer by status, to the letter: the sandbox keeps it,
 * and the OpenAPI document is made from it. The app asks by `routes` alone and reads with the tolerant schemas.
 */
export interface Endpoint extends Route {
  summary: string
  body: z.ZodMiniType | null
  promises: Readonly<Record<number, z.ZodMiniType | readonly z.ZodMiniType[] | null>>
}

const notFound = { 401: detailWire, 404: errorWire } as const

export const endpoints = {
  list: {
    ...routes.list,
    summary: 'List all VMs and containers owned by the authenticated user.',
    body: null,
    promises: { 200: z.array(instanceWire), 401: detailWire },
  },
  get: {
    ...routes.get,
    summary: 'Retrieve detailed information about a specific instance.',
    body: null,
    promises: { 200: instanceWire, ...notFound },
  },
  create: {
    ...routes.create,
    summary: 'Provision a new VM or container.',
    body: createBody,
    promises: { 201: instanceWire, 400: fieldErrorsWire, 401: detailWire, 422: capacityWire },
  },
  update: {
    ...routes.update,
    summary: 'Update instance name or resize resources (containers only).',
    body: updateBody,
    promises: { 200: instanceWire, 400: [fieldErrorsWire, detailWire], ...notFound, 422: capacityWire },
  },
  stop: {
    ...routes.stop,
    summary: 'Gracefully stop a running instance.',
    body: null,
    promises: { 200: actionWire, 400: detailWire, ...notFound },
  },
  restart: {
    ...routes.restart,
    summary: 'Restart a stopped VM or exited container.',
    body: null,
    promises: { 200: actionWire, 400: detailWire, ...notFound, 422: capacityWire },
  },
  delete: {
    ...routes.delete,
    summary: 'Permanently delete an instance.',
    body: null,
    promises: { 204: null, ...notFound },
  },
  addPort: {
    ...routes.addPort,
    summary: 'Open a port on a VM’s public IP address.',
    body: portBody,
    promises: { 200: portsWire, 400: [fieldErrorsWire, detailWire], ...notFound },
  },
  removePort: {
    ...routes.removePort,
    summary: 'Close a port on a VM’s public IP address.',
    body: portBody,
    promises: { 200: portsWire, 400: [fieldErrorsWire, detailWire], ...notFound },
  },
  stats: {
    ...routes.stats,
    summary: 'Get real-time CPU, RAM, and disk usage for a running container.',
    body: null,
    promises: { 200: statsWire, 400: errorWire, ...notFound, 502: errorWire },
  },
} as const satisfies Record<EndpointName, Endpoint>
