import { startServerProcess } from './serverProcess';
import { measureTyping } from './typing';
import { summarise } from './statistics';
const s=await startServerProcess('/tmp/speed/dist/server.js',[]);
for (const w of [600,5000]) console.log(w, summarise(await measureTyping(s,w,1500,200)));
console.log(s.memory()); await s.stop();
