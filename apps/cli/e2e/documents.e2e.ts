import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, shell, temporaryFolder } from './process.ts'

const folder = await temporaryFolder()

// `./run start` and `./run test` are what runs this: the one is tested in server.e2e.ts, the other is running.
describe.each(['README.md', 'apps/cli/README.md'])('the commands of %s', (document) => {
  const blocks = [...readFileSync(join(root, document), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  const lines = blocks
    .flatMap((block) => (block[1] ?? '').split('\n'))
    .filter((line) => line.includes('./run onrecord'))

  test('are some', () => expect(lines.length).toBeGreaterThan(1))
  test.each(lines)('%s', async (line) => {
    const ran = shell(line.replaceAll(' data/', ` ${folder}/`), {
      ONRECORD_DATA: join(folder, document.replaceAll('/', '-')),
    })
    ran.child.stdin?.end()
    expect({ code: await ran.ended, said: ran.err() }).toMatchObject({ code: 0 })
  })
})
