import { DomainError } from '@onrecord/core'
import { trpcSink, type Sink } from '@onrecord/ingest'
import { dataPaths, parseConfig, readToken, serviceSink } from '@onrecord/server'
import { owner, withDatabase } from './database.ts'
import type { Io } from './io.ts'

export type Destination = { sink: Sink; name: string }

/**
 * Where `onrecord ingest` puts what it finds: the server of `--server` or ONRECORD_SERVER, with the token of
 * ONRECORD_TOKEN or of the data folder; else the database of the data folder, in this process.
 */
export async function withSink<T>(
  io: Io,
  options: { server?: string | undefined; data?: string | undefined },
  work: (destination: Destination) => Promise<T>,
): Promise<T> {
  const url = options.server ?? io.env['ONRECORD_SERVER'] ?? ''
  if (url === '') {
    return withDatabase(io, { data: options.data, make: true }, ({ services, paths }) =>
      work({
        sink: serviceSink(services, owner('onrecord ingest')),
        name: `the database in ${paths.folder}`,
      }),
    )
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new DomainError('invalid', `--server ${url} is no address; write one like http://127.0.0.1:4600.`)
  }
  const token =
    io.env['ONRECORD_TOKEN'] ??
    (await readToken(dataPaths(parseConfig(io.env, { data: options.data }).data).token))
  if (token === null || token === '') {
    throw new DomainError(
      'unauthenticated',
      'The server asks for a token: set ONRECORD_TOKEN to what stands in the file ingest-token of its data folder, or name that folder with --data.',
    )
  }
  return work({ sink: trpcSink({ url, token }), name: `the server at ${url}` })
}
