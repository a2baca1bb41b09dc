import { fold, hasWords, searchWords } from './text.ts'

/** Whether every word of the query is in one of the texts; the empty query matches everything. */
export const matches = (haystacks: readonly (string | null)[], query: string): boolean =>
  hasWords(fold(haystacks.join('\n')), searchWords(query))
