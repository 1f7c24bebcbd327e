/**
 * The command line for curators and researchers: `npm run -s list -- <command>`. Each command is a file in commands/.
 */
import { today } from '../today.ts';
import { usage } from './arguments.ts';
import { bearClosedPipes } from './closed-pipe.ts';
import { runCommand } from './command.ts';
import { COMMANDS } from './commands.ts';

const USAGE = usage(
  'npm run -s list -- <command> [options]',
  '"<command> --help" says what a command takes. Exit codes: 0 done, 1 the records or the release are at fault, 2 asked wrongly.',
  Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]),
);

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

bearClosedPipes();
const [name = '', ...argv] = process.argv.slice(2);
process.exitCode = await run();

async function run(): Promise<number> {
  if (['--help', '-h', 'help'].includes(name)) {
    say(USAGE);
    return 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    complain(name ? `There is no command "${name}".\n\n${USAGE}` : USAGE);
    return 2;
  }
  return runCommand(await COMMANDS[name]!.load(), argv, {
    say,
    complain,
    today: today(),
  });
}
