import * as z from 'zod/mini'

import { createBody, portBody, updateBody } from './requests.ts'
import {
  actWire,
  capacityWire,
  detailWire,
  errorWire,
  fieldErrorsWire,
  instanceWire,
  portsWire,
  statsWire,
} from './wire.ts'

/**
 * The endpoint table of the API page. Paths are below the base URL (`…/api`), every one ends with `/`, and `{uuid}` takes an
 * instance's uuid or its name. `promises` is the page's answer by status, to the letter: the sandbox keeps it.
 */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  summary: string
  body: z.ZodMiniType | null
  promises: Readonly<Record<number, z.ZodMiniType | readonly z.ZodMiniType[] | null>>
}

const notFound = { 401: detailWire, 404: errorWire } as const

export const endpoints = {
  list: {
    method: 'GET',
    path: '/instance/',
    summary: 'List all VMs and containers owned by the authenticated user.',
    body: null,
    promises: { 200: z.array(instanceWire), 401: detailWire },
  },
  get: {
    method: 'GET',
    path: '/instance/{uuid}/',
    summary: 'Retrieve detailed information about a specific instance.',
    body: null,
    promises: { 200: instanceWire, ...notFound },
  },
  create: {
    method: 'POST',
    path: '/instance/',
    summary: 'Provision a new VM or container.',
    body: createBody,
    promises: { 201: instanceWire, 400: fieldErrorsWire, 401: detailWire, 422: capacityWire },
  },
  update: {
    method: 'PATCH',
    path: '/instance/{uuid}/',
    summary: 'Update instance name or resize resources (containers only).',
    body: updateBody,
    promises: { 200: instanceWire, 400: [fieldErrorsWire, detailWire], ...notFound, 422: capacityWire },
  },
  stop: {
    method: 'POST',
    path: '/instance/{uuid}/stop/',
    summary: 'Gracefully stop a running instance.',
    body: null,
    promises: { 200: actWire, 400: detailWire, ...notFound },
  },
  restart: {
    method: 'POST',
    path: '/instance/{uuid}/restart/',
    summary: 'Restart a stopped VM or exited container.',
    body: null,
    promises: { 200: actWire, 400: detailWire, ...notFound, 422: capacityWire },
  },
  delete: {
    method: 'DELETE',
    path: '/instance/{uuid}/',
    summary: 'Permanently delete an instance.',
    body: null,
    promises: { 204: null, ...notFound },
  },
  addPort: {
    method: 'POST',
    path: '/instance/{uuid}/add-port/',
    summary: 'Open a port on a VM’s public IP address.',
    body: portBody,
    promises: { 200: portsWire, 400: [fieldErrorsWire, detailWire], ...notFound },
  },
  removePort: {
    method: 'POST',
    path: '/instance/{uuid}/remove-port/',
    summary: 'Close a port on a VM’s public IP address.',
    body: portBody,
    promises: { 200: portsWire, 400: [fieldErrorsWire, detailWire], ...notFound },
  },
  stats: {
    method: 'GET',
    path: '/instance/{uuid}/stats/',
    summary: 'Get real-time CPU, RAM, and disk usage for a running container.',
    body: null,
    promises: { 200: statsWire, 400: errorWire, ...notFound, 502: errorWire },
  },
} as const satisfies Record<string, Endpoint>
export type EndpointName = keyof typeof endpoints
