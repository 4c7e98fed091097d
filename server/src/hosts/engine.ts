/** What the hosts need of the rooms before them. The node host and a browser's worker share one bundle of it, `dist/engine.js`. */
export { loadJudge, type Judge } from '../judgement';
export { listedRecord } from '../library/listing';
export { recordOf, unreadableRecord, type StoryRecord } from '../library/record';
export { startServer } from '../lsp/server';
export { createReviewer, type Reviewer } from '../review/reviewStory';
export { parseStory } from '../story/parseStory';
