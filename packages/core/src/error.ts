/** Everything that can go wrong on purpose. Programs read the code, people the message. */
export const errorCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'notFound',
  'gone',
  'stale',
  'conflict',
  'duplicate',
  'tooLarge',
  'rateLimited',
  'unavailable',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** The one error class: a closed code, a message that says what to do, details for programs. */
export class DomainError extends Error {
  override name = 'DomainError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>
  constructor(
    code: ErrorCode,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.details = details
  }
}
