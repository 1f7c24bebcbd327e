/**
 * Whoever reads the output may leave early, as in `… | head -1`. What is written then goes nowhere without a word, and
 * the work is done to its end: a half-made release or an exit code that is not true would be worse than lines that
 * nobody reads.
 */
export function bearClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
