/**
 * The reader of the output may close the pipe early, as in `… | head -1`. Ignore the write errors and finish the work:
 * a half-made release or a wrong exit code would be worse than unread lines.
 */
export function bearClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
