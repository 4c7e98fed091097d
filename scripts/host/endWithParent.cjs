// Loaded before a long-running program of its own: it ends that program when the process that started it is gone,
// whichever way that went, so that a broken-off test or a closed terminal leaves nothing behind.
const parent = process.ppid;

// What the program starts in its turn is the program's own affair.
process.execArgv = process.execArgv.filter(
  (word, at, words) => word !== __filename && words[at + 1] !== __filename,
);

setInterval(() => {
  if (process.ppid !== parent || !isRunning(parent)) process.exit();
}, 500).unref();

/** @param {number} processId */
function isRunning(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
