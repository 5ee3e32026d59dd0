import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test.each([
  [['a', 'b'], 'a,b\r\n'],
  [['with, comma', 'with "marks"', 'two\nlines'], '"with, comma","with ""marks""","two\nlines"\r\n'],
  [['=1+1', '+1', '-1', '@sum', '\tx'], "'=1+1,'+1,'-1,'@sum,'\tx\r\n"],
  [['=HYPERLINK("http://a")'], '"\'=HYPERLINK(""http://a"")"\r\n'],
  [['', 'x=1'], ',x=1\r\n'],
])('the cells %j are the line %j', (cells, line) => {
  expect(csvLine(cells)).toBe(line)
})
