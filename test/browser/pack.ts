import { makePackage } from '../../scripts/package';

/** Runs once before the tests of this folder: what they install is what the sources make now. */
export default async function pack(): Promise<void> {
  await makePackage();
}
