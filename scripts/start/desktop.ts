import { spawn } from 'node:child_process';
import { findOnPath } from '../command';
import { root } from '../root';

/** The command of a desktop VS Code, or of an editor that is made of it. */
export function findDesktop(): string | undefined {
  return findOnPath(['code', 'code-insiders', 'codium', 'vscodium', 'cursor']);
}

/** Opens a window with the extension as it stands in this folder. The window stays when this process has ended. */
export function startDesktop(command: string, folder: string): Promise<void> {
  const args = [`--extensionDevelopmentPath=${root}`, folder];
  console.log(`Opening ${folder} in ${command}`);
  // On Windows the command is a batch file: only a shell can start it, and the shell takes its words in quotes.
  const child =
    process.platform === 'win32'
      ? spawn([command, ...args].map((word) => `"${word}"`).join(' '), { stdio: 'inherit', shell: true })
      : spawn(command, args, { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `${command} ended with exit code ${code}. \`npm start -- --host embedded\` does without it.`,
          ),
        );
    });
  });
}
