// Loaded into the VS Code server before its own program: it ends the server when the process that started it is gone,
// whichever way that went, so that a broken-off test or a closed terminal leaves nothing behind.
const parent = process.ppid;

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
