export const words = {
  name: 'Onrecord',
  skip: 'Skip to the content',
  main: 'Main',
  statistics: 'Statistics',
  about: 'About',
  footer: 'About this page',
  formats: 'This page as',
  rights:
    'The words belong to those who said them and the articles to their publishers. The software is free, under Apache-2.0.',
  wrong: 'Something wrong? How to report it',
  keys: 'Keys',
  keysTitle: 'Keys',
  keysClose: 'Close',
  keysOn: 'Single-letter keys',
  keysOnHint: 'Switch off if they get in the way of speech input or a screen reader.',
  keyRows: [
    ['/', 'Go to the search field'],
    ['?', 'Show this list'],
    ['Esc', 'Close a list, back to where you were'],
    ['J, K', 'Next, previous quote in a list'],
    ['Enter', 'Open the quote in focus'],
    ['C', 'Copy the citation, on a quote; go to it, in a list'],
    ['[, ]', 'Previous, next mark in an article'],
  ],
  loading: 'Loading',
  offline: (time: string | null) =>
    time === null
      ? 'You are offline. Showing what was loaded before.'
      : `You are offline. Showing what was loaded at ${time}.`,
  stale: (time: string | null) =>
    time === null
      ? 'Could not refresh the results. These are from before.'
      : `Could not refresh the results. These are from ${time}.`,
  unreachable: 'The server does not answer. Nothing you did was lost.',
  failed: (reference: string | null) =>
    `Something failed on our side. Nothing you did was lost.${reference === null ? '' : ` Reference ${reference}.`}`,
  tryAgain: 'Try again',
  notFoundTitle: 'There is no page at this address.',
  notFoundHint:
    'It may have been mistyped, or the address is older than what it pointed to. Search for the words or the speaker instead, above.',
  goneTitle: 'This is no longer here.',
  invalidTitle: 'This address cannot be read.',
  errorTitle: 'Something failed on our side.',
  errorHint: 'Nothing you did was lost.',
  reference: (reference: string) => `Reference ${reference}.`,
  home: 'All quotes',
}
