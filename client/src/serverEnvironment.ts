/**
 * What the server's process finds in its environment beside what the editor's has. On Linux each thread otherwise gets a heap of its own
 * for what V8 keeps outside of its heap, and the ten thousand small arrays that come and go with sentences leave holes in all of them: an
 * hour of typing ended 13 MB higher. Other systems do not know it.
 */
export const serverEnvironment = { MALLOC_ARENA_MAX: '1' };
