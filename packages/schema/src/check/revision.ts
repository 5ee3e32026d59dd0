import type { SourceRevision } from '../revision.ts'
import { type Fault, type Lookup, missing } from './fault.ts'

/** Invariants 9, hashes apart, and 11: revisions follow each other, and "same" is said exactly of the same text. */
export async function checkRevision(revision: SourceRevision, lookup: Lookup): Promise<Fault[]> {
  const { previousId, sourceId, ordinal, change, textSha256 } = revision
  const faults = await missing(lookup, 'source', sourceId, '/sourceId')
  if (previousId === null) {
    return change === 'same'
      ? [
          ...faults,
          { code: 'changeSame', path: '/change', message: 'the first revision is the same as none' },
        ]
      : faults
  }
  const previous = await lookup.get('revision', previousId)
  if (previous === null) return [...faults, ...(await missing(lookup, 'revision', previousId, '/previousId'))]
  if (previous.sourceId !== sourceId) {
    faults.push({
      code: 'revisionOrder',
      path: '/previousId',
      message: 'the revision before belongs to another source',
    })
  }
  if (previous.ordinal !== ordinal - 1) {
    faults.push({
      code: 'revisionOrder',
      path: '/ordinal',
      message: `the revision before is number ${previous.ordinal}`,
    })
  }
  if ((change === 'same') !== (textSha256 === previous.textSha256)) {
    faults.push({
      code: 'changeSame',
      path: '/change',
      message: 'change is "same" exactly where the text is that of the revision before',
    })
  }
  return faults
}

/** The text whose SHA-256 is a revision's fingerprint: NFC, white space runs as one space, none at the edges. */
export function fingerprintText(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/**
 * Invariant 9, the hashes: `digest` gives the SHA-256 of a text in UTF-8 as 64 lower-case hexadecimal digits.
 * The digest of the bytes cannot be checked, since they are not kept.
 */
export async function checkHashes(
  { text, textSha256, fingerprint }: Pick<SourceRevision, 'text' | 'textSha256' | 'fingerprint'>,
  digest: (text: string) => string | Promise<string>,
): Promise<Fault[]> {
  const faults: Fault[] = []
  if ((await digest(text)) !== textSha256) {
    faults.push({ code: 'hash', path: '/textSha256', message: 'the text has another digest' })
  }
  if ((await digest(fingerprintText(text))) !== fingerprint) {
    faults.push({ code: 'hash', path: '/fingerprint', message: 'the text has another fingerprint' })
  }
  return faults
}
