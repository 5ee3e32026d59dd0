import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { errorBody } from './http-error.ts'
import { codeOf } from './data-folder.ts'
import { maxHeaderBytes } from './tuning.ts'

const answers = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    code: 'tooLarge',
    message: `The address and headers are longer than ${maxHeaderBytes} bytes. Ask for less.`,
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    code: 'unavailable',
    message: 'The request came too slowly. Send it again.',
  },
} as const
const unreadable = {
  status: '400 Bad Request',
  code: 'invalid',
  message: 'That is no HTTP request.',
} as const

/** Answers an address that no route can be sought for. */
export function answerBadAddress(response: ServerResponse): void {
  const message = 'That address cannot be read: a percent sign in it begins no character.'
  const headers = { 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff' }
  const body = errorBody({ code: 'invalid', message, details: {} }, '')
  response.writeHead(400, headers).end(JSON.stringify(body))
}

/** Answers what is not even a request in the one shape of errors, and hangs up. */
export function answerClientError(error: Error, socket: Socket): void {
  if (codeOf(error) === 'ECONNRESET' || socket.destroyed) return
  const name = codeOf(error)
  const { status, code, message } =
    name === 'HPE_HEADER_OVERFLOW' || name === 'ERR_HTTP_REQUEST_TIMEOUT' ? answers[name] : unreadable
  const body = JSON.stringify(errorBody({ code, message, details: {} }, ''))
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nContent-Type: application/json; charset=utf-8\r\nConnection: close\r\n\r\n${body}`,
    )
  socket.destroySoon()
}
