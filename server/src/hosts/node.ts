import { isMainThread } from 'node:worker_threads';
import { serve } from './nodeServer';
import summariseStories from './summariseStories';

// The thread that reads the library runs this bundle too; it calls the default export.
if (isMainThread) serve();

export default summariseStories;
