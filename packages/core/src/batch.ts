import type { Batch, BatchKnownInput, KnownSource, Receipt, Sha256, SourceKey } from '@onrecord/schema'
import { permit } from './access.ts'
import type { Actor } from './access.ts'
import { checkBatch } from './batch-check.ts'
import { planBatch } from './batch-plan.ts'
import type { Change } from './change.ts'
import type { Deps } from './deps.ts'
import { DomainError } from './error.ts'
import { everyRow } from './every-row.ts'
import { COMMIT_TRIES } from './tuning.ts'

type Counted = Pick<Receipt, 'quotes' | 'statistics' | 'speakers'>
const NOTHING: Counted = { quotes: 0, statistics: 0, speakers: 0 }

export function batchService(deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'digest' | 'limits'>) {
  const { store } = deps
  return {
    /**
     * What is known of a source before it is read again; null for a new one. A text under a new key that is no address
     * is the source that stands at that text: a copy is nothing new.
     */
    async known(actor: Actor, { key, fingerprint }: BatchKnownInput): Promise<KnownSource | null> {
      permit(actor, 'batch:put')
      return knownBy(key, fingerprint)
    },

    /**
     * Stores one source, one revision and all that was found in it, in one commit. The same text read by the same
     * extractor is a `duplicate`, and so is a batch sent twice. Throws `tooLarge`, and `invalid` where the batch does
     * not fit its own text; then nothing is stored.
     */
    async put(actor: Actor, batch: Batch): Promise<Receipt> {
      const by = permit(actor, 'batch:put')
      checkBatch(batch, deps.digest, deps.limits)
      for (let tries = 0, taken = 0; tries < COMMIT_TRIES;) {
        const known = await knownBy(batch.sourceKey, batch.revision.fingerprint)
        const done = known === null ? null : await alreadyRead(batch, known)
        if (done !== null) return done
        const plan = await planBatch(deps, batch, known)
        const key = taken === 0 ? batch.key : `${batch.key}:${taken + 1}`
        try {
          const commit = await store.commit(plan.changes, { permit: by, key, cause: 'batch' })
          if (!commit.replayed) return { outcome: 'stored', ...plan.place, ...countOf(plan.changes) }
        } catch (error) {
          // Somebody else took a slug, or the source, while this was being put together: look again.
          if (!(error instanceof DomainError) || (error.code !== 'duplicate' && error.code !== 'stale'))
            throw error
          tries++
          continue
        }
        // The key was used, yet what it brought is not there now: by another putter a moment ago, by a newer extractor
        // that found nothing new, or before the source was erased or changed away from this text and back.
        if (known !== null && known.fingerprint === batch.revision.fingerprint)
          return { outcome: 'duplicate', ...plan.place, ...NOTHING }
        taken++
      }
      throw new DomainError('unavailable', 'Others keep changing what this batch touches. Send it again.', {
        key: batch.key,
      })
    },
  }

  /** Two publishers may print the same words, so what is known by its address is known by nothing else. */
  function knownBy(key: SourceKey, fingerprint: Sha256 | null): Promise<KnownSource | null> {
    return store.known(key, key.startsWith('url:') ? null : fingerprint)
  }

  /** The receipt of a batch that brings nothing new, else null. */
  async function alreadyRead({ revision, extractor }: Batch, known: KnownSource): Promise<Receipt | null> {
    const revisions = await everyRow((page) => store.list('revision', { sourceId: known.sourceId }, page))
    const sameText = known.fingerprint === revision.fingerprint
    const isRead =
      sameText && known.extractor?.name === extractor.name && known.extractor.version === extractor.version
    // Equal but for white space: offsets would not fit the text that is kept, and there is nothing new in it.
    const isRespaced = sameText && known.text !== revision.text
    const sentBefore = revisions.find(
      (row) => row.fingerprint === revision.fingerprint && row.capturedAt === revision.capturedAt,
    )
    const stored =
      isRead || isRespaced
        ? revisions.find(({ id }) => id === known.revisionId)
        : sameText
          ? undefined
          : sentBefore
    if (stored === undefined) return null
    return {
      outcome: 'duplicate',
      sourceId: known.sourceId,
      revisionId: stored.id,
      revision: stored.ordinal,
      ...NOTHING,
    }
  }
}

/** Records made, not those changed; of quotes those that pages call so: no terms. */
function countOf(changes: readonly Change[]): Counted {
  const terms = new Set(
    changes.flatMap((change) =>
      change.op === 'put' && change.kind === 'occurrence' && change.next.kind === 'term'
        ? [change.next.id]
        : [],
    ),
  )
  const made = changes.filter(
    (change) => change.op === 'put' && 'version' in change.next && change.next.version === 1,
  )
  const quotes = made.filter(
    (change) =>
      change.op === 'put' &&
      change.kind === 'quote' &&
      !change.next.occurrenceIds.slice(0, 1).some((id) => terms.has(id)),
  )
  const count = (kind: Change['kind']) => made.filter((change) => change.kind === kind).length
  return { quotes: quotes.length, statistics: count('statistic'), speakers: count('speaker') }
}
