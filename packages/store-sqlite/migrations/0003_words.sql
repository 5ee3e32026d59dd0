-- Words as folded by core, so that nothing but the space parts them: `ascii` takes every other letter as it is.
-- The row is the `ord` of the entry (quote_words, statistic_words) or the number of a canonical speaker (speaker_words).
CREATE VIRTUAL TABLE `quote_words` USING fts5(`words`, `names`, `facets`, content='', contentless_delete=1, tokenize='ascii');
--> statement-breakpoint
CREATE VIRTUAL TABLE `statistic_words` USING fts5(`words`, `names`, `facets`, content='', contentless_delete=1, tokenize='ascii');
--> statement-breakpoint
CREATE VIRTUAL TABLE `speaker_words` USING fts5(`names`, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii');
