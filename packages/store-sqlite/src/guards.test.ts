import { author, put, world } from '@onrecord/core/testing'
import { expect, test } from 'vitest'
import { connect, run } from './connection.ts'
import { openStore } from './open.ts'
import { temporaryFile } from './testing/temporary.ts'

test('revisions, occurrences, decisions and the audit cannot be altered or taken away, not even by hand', async () => {
  const file = temporaryFile()
  const store = await openStore({ file })
  const { article, decision } = world()
  const { changes, quotes } = article({ quotes: [{ text: 'the fares stay' }] })
  const [quote] = quotes
  if (quote === undefined) throw new Error('the article has a quote')
  await store.commit([...changes, put('decision', decision(quote.id))], author('key'))
  await store.close()
  const connection = connect(file, 'write')
  for (const [table, column] of [
    ['revision', 'text'],
    ['occurrence', 'parts'],
    ['decision', 'verdict'],
    ['audit_entry', 'patch'],
    ['commit_record', 'at'],
  ]) {
    expect(() => run(connection, `UPDATE ${table} SET ${column} = 'other'`)).toThrow(/never|only/)
    expect(() => run(connection, `DELETE FROM ${table}`)).toThrow(/never|only|tombstone/)
  }
  connection.sqlite.close()
})
