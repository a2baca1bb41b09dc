import { useApi } from '#api/api-context.ts'
import { noAnnotation, withAnnotation } from '#model/instance/annotation-change.ts'
import type { Annotation } from '#model/instance/annotations.ts'

import { useStored } from './stored-value.ts'
import { storedAnnotations } from './annotations.ts'

/** `not kept`: it holds until the page is closed. `too many`: nothing was changed. */
export type AnnotationOutcome = 'stored' | 'not stored' | 'too many'

/** The mark of one instance, and the way to change it. */
export const useAnnotation = (uuid: string) => {
  const { connectionId } = useApi()
  const annotations = storedAnnotations.of(connectionId)
  const annotation = useStored(annotations).get(uuid) ?? noAnnotation
  const change = (part: Partial<Annotation>): AnnotationOutcome => {
    const next = withAnnotation(annotations.read(), uuid, part)
    if (next === null) return 'too many'
    return annotations.write(next) ? 'stored' : 'not stored'
  }
  return { annotation, change }
}
