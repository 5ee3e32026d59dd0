import { chmod, mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing/run.ts'

const folder = await temporaryFolder()
const seeds = fileURLToPath(new URL('../../../seeds/', import.meta.url))
let count = 0
const newData = () => join(folder, `data-${(count += 1)}`)
const file = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
const article = (name: string, words: string) =>
  file(name, `Ferry fares to stay\n\n“${words},” said Ana Vidal Roche, the harbour minister.\n`)
const exported = async (data: string) => (await run(['export', '--data', data])).stdout

describe('ingest', () => {
  test('stores the seed article, and a second run adds nothing', async () => {
    const data = newData()
    const path = join(seeds, '000_d42e171dd0f59ed3.txt')
    const first = await run(['ingest', path, '--data', data])
    expect(first.stdout).toMatch(/1 article stored with \d\d quotes and 11 statistics/)
    const before = await exported(data)
    const second = await run(['ingest', path, '--data', data])
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing new') })
    expect(await exported(data)).toBe(before)
    expect(await run(['verify', '--data', data])).toMatchObject({ code: 0, stdout: '' })
  })

  test('makes a new version of a changed article', async () => {
    const data = newData()
    const path = await article('changing.txt', 'Fares stay where they are this year')
    await run(['ingest', path, '--data', data])
    await article('changing.txt', 'Fares will fall by a tenth next year')
    const { stdout } = await run(['ingest', path, '--data', data, '--json'])
    expect(stdout).toContain('"revision":2')
    expect((await run(['verify', '--data', data])).code).toBe(0)
  })

  test('names what is wrong with each bad file and reads the rest', async () => {
    const data = newData()
    const paths = [
      await file('empty.txt', ''),
      await file('picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 255, 254, 0])),
      join(folder, 'missing.txt'),
      await article('good.txt', 'The pier will be rebuilt in the spring'),
      await file('open.html', '<html><body><script>alert(1)<p>“never closed'),
    ]
    const { code, stdout, stderr } = await run(['ingest', ...paths, '--data', data])
    expect(code).toBe(1)
    expect(stdout).toContain('good.txt: 1 quote')
    for (const name of ['empty.txt', 'picture.txt', 'missing.txt'])
      expect(stderr).toMatch(new RegExp(`${name}: .+ \\[\\w+\\]`))
  })

  test('refuses a file of 50 MB by its size and goes on', async () => {
    const data = newData()
    const big = await file('big.txt', '')
    await truncate(big, 50 * 1024 * 1024)
    const { code, stdout, stderr } = await run([
      'ingest',
      big,
      await article('small.txt', 'We are building a second pier'),
      '--data',
      data,
    ])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('[tooLarge]') })
    expect(stdout).toContain('1 article stored')
  })

  test('takes a million quotation marks, and old encodings', async () => {
    const data = newData()
    const marks = await file('marks.txt', '"'.repeat(1_000_000))
    const latin = await file(
      'latin.txt',
      Buffer.from('“Le café est fermé,” dit Chloé Dupré. The words “Très bien” stayed.', 'latin1').map(
        (byte) => (byte === 0x1c ? 0x93 : byte === 0x1d ? 0x94 : byte),
      ),
    )
    const { stdout } = await run(['ingest', marks, latin, '--data', data])
    expect(stdout).toContain('latin.txt')
    expect(await exported(data)).toContain('Chloé')
    expect((await run(['verify', '--data', data])).code).toBe(0)
  })

  test('stops when asked and finishes when run again', async () => {
    const data = newData()
    const stop = new AbortController()
    stop.abort()
    const path = await article('stopped.txt', 'The last boat leaves at nine')
    expect(await run(['ingest', path, '--data', data], { signal: stop.signal })).toMatchObject({
      code: 130,
      stdout: expect.stringContaining('Interrupted'),
    })
    expect((await run(['ingest', path, '--data', data])).stdout).toContain('1 article stored')
  })

  test.skipIf(process.getuid?.() === 0)(
    'says what to do about a data folder that may not be written',
    async () => {
      const data = newData()
      await mkdir(data, { mode: 0o500 })
      const { code, stderr } = await run(['ingest', await article('a.txt', 'It is so'), '--data', data])
      expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('--data') })
      await chmod(data, 0o700)
    },
  )

  test('says what to do about a data folder that is a file, and about a damaged database', async () => {
    const path = await article('b.txt', 'It is so')
    expect(await run(['ingest', path, '--data', path])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--data'),
    })
    const data = newData()
    await mkdir(data)
    await writeFile(
      join(data, 'onrecord.db'),
      'no database at all, but long enough to be looked at '.repeat(200),
    )
    const { code, stderr } = await run(['ingest', path, '--data', data])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('onrecord.db') })
  })

  test('asks for a token where a server is named, and says so where none answers', async () => {
    const path = await article('c.txt', 'It is so')
    expect(await run(['ingest', path, '--server', 'http://127.0.0.1:9', '--data', newData()])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('ONRECORD_TOKEN'),
    })
    expect(await run(['ingest', path, '--server', 'harbour'])).toMatchObject({ code: 2 })
  })
})

describe('read and extract', () => {
  test('are a pipe: what read prints, extract takes', async () => {
    const read = await run(['read', join(seeds, 'fiction-1.txt')])
    const found = await run(['extract'], { stdin: read.stdout })
    const line: unknown = JSON.parse(found.stdout)
    expect(line).toMatchObject({
      id: 'fiction-1',
      quotes: expect.any(Array),
      statistics: expect.any(Array),
      speakers: expect.any(Array),
    })
    expect(found.stderr).toBe('')
  })

  test('extract keeps the order, names the lines it cannot read, and goes on', async () => {
    const lines = [
      '{"id":"a","text":"“Yes,” said Ana Vidal."}',
      'not json',
      '{"id":"b"}',
      '{"id":"c","text":"","publishedAt":"2026-13"}',
      '',
      '{"id":"d","text":""}',
    ]
    const { code, stdout, stderr } = await run(['extract'], { stdin: lines.join('\n') })
    expect(code).toBe(1)
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toMatchObject([
      { id: 'a', quotes: [{ content: [{ start: 1, end: 5 }] }] },
      { id: 'c', quotes: [] },
      { id: 'd', quotes: [] },
    ])
    expect(stderr).toMatch(/line 2: .+\nline 3: "text".+\nline 4: "publishedAt".+\n/)
  })
})

describe('export and import', () => {
  test('lose nothing and add nothing twice', async () => {
    const [from, to] = [newData(), newData()]
    await run(['ingest', join(seeds, 'fiction-1.txt'), join(seeds, 'fiction-4.txt'), '--data', from])
    const whole = join(folder, 'whole.jsonl')
    expect((await run(['export', whole, '--data', from])).code).toBe(0)
    expect((await run(['import', whole, '--data', to])).code).toBe(0)
    expect(await exported(to)).toBe(await readFile(whole, 'utf8'))
    expect((await run(['import', whole, '--data', to])).stderr).toMatch(/^0 records taken in/)
    expect((await run(['verify', '--data', to])).code).toBe(0)
  })

  test.each([
    ['no JSON', '{"schemaVersion":', /Line 1 is no JSON/],
    ['a newer schema', '{"schemaVersion":"9.0.0","kind":"quote","data":{}}', /Update Onrecord/],
    [
      'an unknown key',
      '{"schemaVersion":"1.0.0","kind":"tombstone","data":{"id":"quo_1","kind":"quote","reason":"","at":"2026-01-01T00:00:00.000Z","more":1}}',
      /does not fit/,
    ],
  ])('import refuses %s and says where', async (_, line, message) => {
    const { code, stderr } = await run(['import', '-', '--data', newData()], { stdin: `${line}\n` })
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(message) })
  })
})

describe('the sample', () => {
  test('goes and comes back', async () => {
    const data = newData()
    expect((await run(['sample', 'add', '--data', data])).stdout).toContain('Added')
    expect((await run(['sample', 'add', '--data', data])).stdout).toContain('there already')
    await run(['ingest', await article('own.txt', 'The harbour stays open'), '--data', data])
    expect((await run(['sample', 'remove', '--data', data])).stdout).toMatch(/Removed: 1 article/)
    expect(await exported(data)).not.toContain('"name":"Adrian Zenz"')
    expect(await exported(data)).toContain('The harbour stays open')
    expect((await run(['sample', 'remove', '--data', data])).stdout).toContain('no sample')
    expect((await run(['sample', 'add', '--data', data])).stdout).toContain('Added')
    expect((await run(['verify', '--data', data])).code).toBe(0)
  })
})

describe('wrong use', () => {
  test.each([
    [['fly'], 'unknown command'],
    [['ingest'], 'missing required argument'],
    [['ingest', '--fast', 'x'], 'unknown option'],
  ])('%j exits with 2 and says what there is', async (args, message) => {
    expect(await run(args)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) })
  })

  test('an unknown setting is named with the one that was meant', async () => {
    expect(await run(['verify'], { env: { ONRECORD_DATTA: 'x' } })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('ONRECORD_DATA'),
    })
  })

  test('verify of nothing says so', async () => {
    expect(await run(['verify', '--data', join(folder, 'nowhere')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nowhere'),
    })
  })

  test('every command has help with an example', async () => {
    for (const command of ['start', 'ingest', 'read', 'extract', 'export', 'import', 'verify', 'sample']) {
      expect(await run([command, '--help'])).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('Example'),
      })
    }
  })
})
