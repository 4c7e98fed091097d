import { startServerProcess } from './serverProcess';
import { createStoryMaker } from './stories';
const text=createStoryMaker(9).story(600);
for(let i=0;i<8;i++){ const t=performance.now(); const s=await startServerProcess('/tmp/speed/dist/server.js',[]); const b=performance.now(); const m0=s.memory(); await s.open('file:///a.star.md',text); const c=performance.now(); console.log('init',(b-t).toFixed(0),'open',(c-b).toFixed(0),'mem',m0.toFixed(0),s.memory().toFixed(0)); await s.stop(); }
