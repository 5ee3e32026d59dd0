// Runs every check through turbo and adds up what they say. The last line is `N passed, N failed`:
// each test is one; lint, format, type check and build of a package are one each.
import { spawn } from 'node:child_process'
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const tasks = ['lint', 'format', 'typecheck', 'test', 'build', 'e2e']
// Reports of an earlier run must not be counted; turbo restores those of tasks it takes from its cache.
for (const file of globSync('{apps,packages}/*/.cache/vitest*.json')) rmSync(file)
rmSync('.turbo/runs', { recursive: true, force: true })

const started = Date.now()
const status = await new Promise((resolve) => {
  const turbo = spawn(
    'pnpm',
    [
      'exec',
      'turbo',
      'run',
      ...tasks,
      '--continue=always',
      '--summarize',
      '--ui=stream',
      '--output-logs=new-only',
      '--concurrency=2',
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  )
  turbo.on('close', (code) => resolve(code ?? 1))
})

const summaries = existsSync('.turbo/runs') ? globSync('.turbo/runs/*.json') : []
if (summaries.length === 0) {
  console.log('The checks did not run.')
  console.log('0 passed, 1 failed')
  process.exit(1)
}

let passed = 0
let failed = 0
const cached = []
const skipped = []
const wrong = []
for (const task of JSON.parse(readFileSync(summaries[0], 'utf8')).tasks) {
  if (!task.command || task.command === '<NONEXISTENT>') continue
  const ok = task.execution?.exitCode === 0 || task.cache?.status === 'HIT'
  if (task.cache?.status === 'HIT') cached.push(task.taskId)
  const counts = testCounts(task)
  passed += counts ? counts.passed : Number(ok)
  failed += counts ? counts.failed + Number(!ok && counts.failed === 0) : Number(!ok)
  if (counts) skipped.push(...counts.skipped)
  if (!ok) wrong.push(task.taskId)
}

console.log('')
console.log(`Taken from the cache: ${cached.length ? cached.sort().join(', ') : 'nothing'}.`)
for (const name of skipped) console.log(`Skipped: ${name}`)
for (const task of wrong) console.log(`Failed: ${task}`)
console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`)
if (status !== 0 && failed === 0) failed = 1
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/** What vitest wrote of a test task; null where the task is no test task or died before it could write. */
function testCounts(task) {
  if (task.task !== 'test' && task.task !== 'e2e') return null
  const file = join(task.directory, '.cache', task.task === 'test' ? 'vitest.json' : 'vitest-e2e.json')
  if (!existsSync(file)) return null
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const names = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: names
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => `${task.package}: ${fullName}`),
  }
}
