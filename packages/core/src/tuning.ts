/** Most UTF-16 units of a slug, so that a number fits behind it within the schema's 120. */
export const SLUG_LENGTH = 100
/** Most words of a query that are searched; nobody types more, and each costs a look into the index. */
export const QUERY_TERMS = 32
/** UTF-16 units up to which a paragraph is shown whole around a quote; longer ones are cut at sentences. */
export const PARAGRAPH_LENGTH = 1500
/** Sentences shown on either side where a paragraph is cut. */
export const PASSAGE_SENTENCES = 3
/** UTF-16 units on either side in which sentences are looked for. */
export const SENTENCE_WINDOW = 2000
