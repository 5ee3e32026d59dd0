import { extract, toPrediction } from '@onrecord/extract'
import { Language, When } from '@onrecord/schema'
import { Command } from 'commander'
import { z } from 'zod'
import { linesOf, print, type Io } from '../io.ts'
import { loadWeights } from '../weights.ts'

/** What `onrecord read` prints, or anybody writes by hand; other keys are passed over. */
const Line = z.object({
  id: z.union([z.string(), z.number().transform(String)], { error: 'is missing; write a text or a number' }),
  text: z.string({ error: 'is missing; write the text to read' }),
  publishedAt: z.string().nullish(),
  language: z.string().nullish(),
})

export function extractCommand(io: Io): Command {
  return new Command('extract')
    .description('find quotes, statistics and speakers: lines of JSON in, lines of JSON out')
    .addHelpText(
      'after',
      '\nReads lines of {"id","text"} (publishedAt and language optional) from standard input and prints a line of\n{"id","quotes","statistics","speakers","sources","dates"} for each, in order, and nothing else. Offsets are UTF-16\ncode units into the text, end exclusive. A line that cannot be read is named on standard error; the rest goes on.\n\nExamples:\n  onrecord read articles/ | onrecord extract > found.jsonl\n  echo \'{"id":"a","text":"“Fares will fall,” said Ana Vidal."}\' | onrecord extract\n\nExit code: 0 all read, 1 some lines could not be read.',
    )
    .action(async () => {
      const model = await loadWeights(io)
      let failed = 0
      for await (const { number, text } of linesOf(io.stdin)) {
        if (io.signal.aborted) break
        const line = parseLine(text)
        if (typeof line === 'string') {
          failed++
          await print(io.stderr, `line ${number}: ${line}\n`)
          continue
        }
        const { id } = line
        const date = When.nullable().safeParse(line.publishedAt ?? null)
        const language = Language.optional().safeParse(line.language ?? undefined)
        // Without its date or language a text can still be read; what was not understood is said.
        if (!date.success) {
          await print(
            io.stderr,
            `line ${number}: "publishedAt" is ${JSON.stringify(line.publishedAt)}, no date such as 2026-03-12; read without it\n`,
          )
        }
        if (!language.success) {
          await print(
            io.stderr,
            `line ${number}: "language" is ${JSON.stringify(line.language)}, no tag such as en or de-CH; read without it\n`,
          )
        }
        const options = { language: language.data, publishedAt: date.data ?? null, model }
        await print(
          io.stdout,
          `${JSON.stringify(toPrediction(id, extract(line.text, options), line.text))}\n`,
        )
      }
      io.exit(io.signal.aborted ? 130 : failed > 0 ? 1 : 0)
    })
}

/** The line read, or what is wrong with it. */
function parseLine(text: string): z.infer<typeof Line> | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'is no JSON; write one object a line, with "id" and "text".'
  }
  const parsed = Line.safeParse(value)
  if (parsed.success) return parsed.data
  return parsed.error.issues
    .map(({ path, message }) => `${path.length > 0 ? `"${path.join('.')}": ` : ''}${message}`)
    .join('; ')
}
