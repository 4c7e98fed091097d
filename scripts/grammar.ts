// `npm run grammar`: takes new snapshots of how the files in test/grammar are highlighted. Read the difference before it is kept.
import { compareSnapshots } from './test/grammarPart';

async function main(): Promise<void> {
  const { code, output } = await compareSnapshots(['--updateSnapshot']);
  console.log(output);
  process.exitCode = code === 0 ? 0 : 1;
}

void main();
