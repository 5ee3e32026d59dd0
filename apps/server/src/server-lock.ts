import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { DomainError } from '@onrecord/core'
import { z } from 'zod'
import { codeOf, folderFault } from './data-folder.ts'

const Holder = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/),
  pid: z.int().min(1),
  started: z.string().nullable(),
})
type Holder = z.infer<typeof Holder>

export type ServerLock = { release(): Promise<void> }

/**
 * Takes the lock of a data folder, so that one server at a time serves it. A lock whose process is gone, or whose
 * number another process has by now, is taken over. Throws `conflict` while its server runs.
 */
export async function takeLock(file: string): Promise<ServerLock> {
  const mine: Holder = { id: randomUUID(), pid: process.pid, started: await startOf(process.pid) }
  const draft = `${file}.${mine.id}`
  try {
    await writeFile(draft, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
    while (!(await linked(draft, file))) await clearStale(file)
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw folderFault(dirname(file), error)
  } finally {
    await rm(draft, { force: true })
  }
  return {
    async release() {
      const holder = await holderOf(file)
      if (holder?.id === mine.id) await rm(file, { force: true })
    },
  }
}

/** A link appears whole or not at all, and never replaces a file. */
async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

const waitMs = 20

/**
 * Removes a lock whose process is gone. Whoever removes it first makes a claim that bears the id of that lock: nobody
 * else may remove it meanwhile, and who comes late finds another id there and leaves it alone.
 */
async function clearStale(file: string): Promise<void> {
  const holder = await holderOf(file)
  if (holder !== null && (await isRunning(holder))) throw inUse(file, holder)
  const claim = `${file}.claim-${holder?.id ?? 'unreadable'}`
  const mine: Holder = { id: randomUUID(), pid: process.pid, started: await startOf(process.pid) }
  const draft = `${file}.${mine.id}`
  await writeFile(draft, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
  const claimed = await linked(draft, claim)
  await rm(draft, { force: true })
  if (!claimed) {
    const other = await holderOf(claim)
    // Who made the claim may have been killed before it was done with it.
    if (other !== null && !(await isRunning(other))) await rm(claim, { force: true })
    await setTimeout(waitMs)
    return
  }
  try {
    if ((await holderOf(file))?.id === holder?.id) await rm(file, { force: true })
  } finally {
    await rm(claim, { force: true })
  }
}

function inUse(file: string, { pid }: Holder): DomainError {
  const folder = dirname(file)
  const message = `Another server (process ${pid}) uses the data folder ${folder}. Stop it, or choose another folder with --data.`
  return new DomainError('conflict', message, { folder, pid })
}

/** Who holds the lock; null: nobody, or what is written there is no lock. */
async function holderOf(file: string): Promise<Holder | null> {
  try {
    const parsed = Holder.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

async function isRunning({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: there is such a process, of another user.
    if (codeOf(error) !== 'EPERM') return false
  }
  const now = await startOf(pid)
  return started === null || now === null || started === now
}

/** What tells two processes of the same number apart: boot and start time; null where the system does not tell. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold blanks; the start time is the 20th field after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? null : `${boot.trim()} ${ticks}`
  } catch {
    return startByPs(pid)
  }
}

async function startByPs(pid: number): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)])
    return stdout.trim() === '' ? null : stdout.trim()
  } catch {
    return null
  }
}
