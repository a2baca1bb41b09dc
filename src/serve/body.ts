/** The most that a request may say, in bytes: what the API takes is small; a fleet that is planted in the sandbox is not. */
export const bodyLimit = { api: 64 * 1024, control: 1024 * 1024 } as const

const collect = async (
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength
    if (length > limit) return null
    chunks.push(read.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** The request with its body read whole, so that it can be sent on with its length; null where the body is longer than `limit` bytes. */
export const withWholeBody = async (request: Request, limit: number): Promise<Request | null> => {
  const { url, method, headers, signal } = request
  if (method === 'GET' || method === 'HEAD') return request
  if (Number(headers.get('Content-Length')) > limit) return null
  // Only now: reading `body` of a request from a socket begins to read it.
  const { body: stream } = request
  const body = stream === null ? null : await collect(stream, limit)
  if (stream !== null && body === null) return null
  return new Request(url, { method, headers, signal, body: body?.byteLength === 0 ? null : body })
}

/** The same bytes; where they break off, `onBreak` is told and decides by what it returns: the error to pass on, or null for an end. */
export const watched = (
  body: ReadableStream<Uint8Array>,
  onBreak: (error: unknown) => unknown,
): ReadableStream<Uint8Array> => {
  const reader = body.getReader()
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        const passed = onBreak(error)
        if (passed === null) controller.close()
        else controller.error(passed)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
