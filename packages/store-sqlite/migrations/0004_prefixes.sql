-- What is typed ends in the beginning of a word: found by an index of beginnings of one to three letters, since without
-- one every word that begins so is read. Filled by the next derivation.
DROP TABLE `quote_words`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `quote_words` USING fts5(`words`, `names`, `facets`, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii');
