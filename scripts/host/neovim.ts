import { findOnPath } from '../command';
import { canInstallFromDebian, installFromDebian } from './debian';

/** Neovim: NEOVIM where that is set, else the one on the PATH, which is installed first where that can be done without asking. Undefined where there is none. */
export async function ensureNeovim(): Promise<string | undefined> {
  const found = process.env.NEOVIM ?? findOnPath(['nvim']);
  if (found !== undefined || !canInstallFromDebian()) return found;
  await installFromDebian('neovim');
  return findOnPath(['nvim']);
}
