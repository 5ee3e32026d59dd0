import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DomainError } from '@onrecord/core'
import { codeOf, folderFault } from './data-folder.ts'

const SHORTEST = 20

/** The token that lets ingestion in, made on the first start; the file is its owner's alone. Throws `unavailable` or `invalid`. */
export async function readOrMakeToken(file: string): Promise<string> {
  const present = await readToken(file)
  if (present !== null) return present
  const draft = `${file}.${randomUUID()}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(`onr_${randomBytes(32).toString('base64url')}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    // Linked, not renamed: a token that another process made meanwhile is kept, and the file is never half there.
    await link(draft, file).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  } catch (error) {
    throw folderFault(dirname(file), error)
  } finally {
    await rm(draft, { force: true })
  }
  return (await readToken(file)) ?? readOrMakeToken(file)
}

/** The token in that file; null where there is no file. Throws `unavailable` if it cannot be read, `invalid` if it is no token. */
export async function readToken(file: string): Promise<string | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new DomainError(
      'unavailable',
      `The token file ${file} cannot be read (${codeOf(error)}).`,
      { file },
      error,
    )
  }
  const token = text.trim()
  if (token.length < SHORTEST || /\s/.test(token))
    throw new DomainError(
      'invalid',
      `The token file ${file} does not hold a token of at least ${SHORTEST} characters. Remove it, and the next start makes a new one.`,
      { file },
    )
  return token
}

/** Whether two tokens are the same, in a time that does not tell how much of them agrees. */
export function sameToken(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right))
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
