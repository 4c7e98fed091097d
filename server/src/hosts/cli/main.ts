import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { companies, levels } from '../../rubric/ids';
import { strictnesses } from '../../review/options';
import type { Severity } from '../../rules/rule';
import { check, type CheckOptions, type Output } from './check';
import work from './checkStory';
import { report, reportCueSheet } from './report';

/** Wrong use, or input that could not be read. */
const failure = 2;

interface ReviewFlags {
  readonly level?: string;
  readonly company?: string;
  readonly strictness?: string;
  readonly wordsPerMinute?: number;
  readonly config?: string;
  readonly cache: boolean;
  readonly cacheDir?: string;
}

interface CheckFlags extends ReviewFlags {
  readonly format: CheckOptions['format'];
  readonly failOn: CheckOptions['failOn'];
}

interface ReportFlags extends ReviewFlags {
  readonly output?: string;
  readonly cueSheet?: string;
}

/** Runs the command line and returns its exit code; the signal ends it early. */
export async function main(argv: readonly string[], output: Output, signal: AbortSignal): Promise<number> {
  let exitCode = 0;
  const program = createProgram(output, signal, (code) => (exitCode = code));
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : failure;
  }
  return exitCode;
}

function createProgram(output: Output, signal: AbortSignal, exit: (code: number) => void): Command {
  const program = new Command('star-stories')
    .description('Shows what an interviewer would mark down in your STAR interview stories.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void output.out(text), writeErr: output.error })
    .showSuggestionAfterError()
    .showHelpAfterError('(star-stories --help lists what there is)');
  const checking = program
    .command('check')
    .description('review stories and print what was found')
    .argument('<path...>', 'story files, or folders with *.star.md files below them')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'least severity for exit code 1')
        .choices(['hint', 'information', 'warning', 'error', 'never'] satisfies (Severity | 'never')[])
        .default('warning'),
    );
  addReviewOptions(checking)
    .addHelpText(
      'after',
      '\nExit code: 0 clean, 1 findings at or above --fail-on, 2 wrong use or unreadable input, 130 ended by Ctrl-C.',
    )
    .action(async (paths: string[], flags: CheckFlags) => {
      const { format, failOn, config, cache, cacheDir } = flags;
      exit(
        await check(
          paths,
          { format, failOn, config, cache, cacheDir, settings: settingsOf(flags) },
          output,
          signal,
        ),
      );
    });
  addReportCommand(program, output, signal, exit);
  return program;
}

function addReportCommand(
  program: Command,
  output: Output,
  signal: AbortSignal,
  exit: (code: number) => void,
): void {
  const reporting = program
    .command('report')
    .description('write a page of HTML on a library: coverage, readiness, time, gaps')
    .argument('[path...]', 'story files, or folders with *.star.md files below them')
    .option(
      '--output <file>',
      'the page to write, in place of standard output; a file of that name is replaced',
    )
    .option(
      '--cue-sheet <story>',
      'a page to glance at before one story is told, in place of the whole library',
    );
  addReviewOptions(reporting)
    .addHelpText(
      'after',
      '\nExit code: 0 written, 2 wrong use or unreadable input (what could be read is written all the same), 130 ended by Ctrl-C.',
    )
    .action(async (paths: string[], flags: ReportFlags) => {
      const { output: file, cueSheet, config, cache, cacheDir } = flags;
      const options = { output: file, config, cache, cacheDir, settings: settingsOf(flags) };
      if (cueSheet !== undefined && paths.length > 0)
        reporting.error('error: --cue-sheet is of one story; name no other paths with it');
      if (cueSheet === undefined && paths.length === 0)
        reporting.error("error: missing required argument 'path'");
      exit(
        cueSheet === undefined
          ? await report(paths, options, output, signal)
          : await reportCueSheet(cueSheet, options, output),
      );
    });
}

/** What a review depends on, and where its results are kept: the same for every command. */
function addReviewOptions(command: Command): Command {
  return command
    .addOption(new Option('--level <level>', 'target level where a story names none').choices(levels))
    .addOption(
      new Option('--company <company>', 'target company where a story names none').choices(companies),
    )
    .addOption(new Option('--strictness <strictness>', 'how certain a finding must be').choices(strictnesses))
    .addOption(new Option('--words-per-minute <rate>', 'speaking rate').argParser(wordsPerMinute))
    .option('--config <file>', 'a settings file in place of the nearest .vscode/settings.json')
    .option('--no-cache', 'review everything anew and keep nothing for the next time')
    .option(
      '--cache-dir <folder>',
      "where results are kept for the next time, in place of the system's own folder for caches",
    );
}

function wordsPerMinute(value: string): number {
  const rate = Number(value);
  if (!(rate >= 60 && rate <= 400)) throw new InvalidArgumentError('It takes a number between 60 and 400.');
  return rate;
}

function settingsOf({
  level,
  company,
  strictness,
  wordsPerMinute: speakingRate,
}: ReviewFlags): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ level, company, strictness, speakingRate }).filter(([, value]) => value !== undefined),
  );
}

function run(): void {
  // A reader that has seen enough, such as "head", closes the pipe: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const interruption = new AbortController();
  // Once: whoever presses Ctrl-C again wants the end at once.
  process.once('SIGINT', () => {
    interruption.abort();
  });
  const output: Output = {
    out: (text) =>
      process.stdout.write(text)
        ? undefined
        : new Promise((resolve) => process.stdout.once('drain', resolve)),
    error: (text) => process.stderr.write(text),
    terminal: process.stderr,
  };
  void main(process.argv.slice(2), output, interruption.signal).then(
    (code) => {
      // Set and not called: what was written to a pipe must reach it before the process ends.
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`star-stories: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = failure;
    },
  );
}

// The threads that check stories run this bundle too; they call its default export.
if (isMainThread) {
  // Thousands of stories pass through: garbage is collected early, here and in the threads that are started, rather than let the heaps double. Earlier still would cost more time than it saves memory.
  setFlagsFromString('--heap-growing-percent=50');
  run();
}

export default work;
