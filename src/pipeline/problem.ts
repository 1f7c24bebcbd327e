/** A problem in the records: its place, and how to fix it. */
export interface Problem {
  /** "markets/r/rutracker.json" */
  file: string;
  /** Path inside the file, "events.3.source"; empty for the file as a whole. */
  path: string;
  message: string;
}

export const problemLine = ({ file, path, message }: Problem): string => `${file}${path ? ` ${path}` : ''}: ${message}`;
