/** The words of the bulk check: of the explorer and of the command line. */
import { catalogue } from './catalogue.ts';

export const say = catalogue({
  // Files that are no text.
  gzip: 'it is compressed (gzip): unpack it first',
  zip: 'it is a ZIP file or a spreadsheet: export the sheet as CSV in UTF-8',
  pdf: 'it is a PDF: it must be text',
  database: 'it is a database, as browsers keep their history in: it must be text',
  picture: 'it is a picture: it must be text',
  program: 'it is a program: it must be text',
  'utf-32': 'it is UTF-32: save it as UTF-8',
  'no-text': 'This is not text: {kind}.',
  binary: 'This is not text: line {line, number} holds the control character {code}. Give a text file.',
  'too-large':
    'The file has {size, number} MB; at most {most, number} MB can be checked at once. Split it, or use the command line, which has no limit. Nothing was changed.',
  damaged: 'The file begins as {encoding}, but is damaged: save it again as UTF-8.',
  'damaged-line': 'The file begins as {encoding}, but is damaged in line {line, number}: save it again as UTF-8.',
  // Why an encoding was taken.
  'by-mark': 'it begins with a byte order mark',
  'by-zeros': 'it has no byte order mark, but every second byte of its beginning is zero',
  'by-bytes': 'every byte of it is valid UTF-8',
  'by-line':
    'line {line, number} is not UTF-8, and windows-1251 is the usual other one; if its letters come out wrong, save the file as UTF-8',
  // Texts that cannot be read.
  nothing: 'There is no host or address in it.',
  'too-many':
    '{count, number} entries are more than the {most, number} that can be checked at once: split the text before line {line}. Nothing was changed.',
  html: 'This looks like a web page or XML. Of HTML, only exported bookmarks are read.',
  json: 'This looks like JSON, but breaks before its end.',
  'json-line': 'This looks like JSON, but breaks in line {line}.',
  'open-quote':
    'Line {line}: a quote opens here and nothing closes it, so where rows end is not known. Correct the quote, or take the quotes out.',
  'closed-quote':
    'Line {line}: a quote opens here and closes inside the cell, so where rows end is not known. Correct the quote, or take the quotes out.',
  'no-column': 'The table has no column “{column}”. It has {columns}.',
  column: 'column {number}',
  // Of single entries.
  'too-long': 'It has {count} characters, more than any web address.',
  duplicate: 'The same as line {line}.',
  shared: 'A public suffix, or a host under which anybody can have a site: give the name of a site below it.',
  expired: 'Not known: the list is out of date, and does not name this address.',
});
