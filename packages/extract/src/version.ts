/** Goes up with every change of a rule, so that stored candidates say which rules found them. */
export const extractor = { name: 'onrecord', version: '2' } as const
