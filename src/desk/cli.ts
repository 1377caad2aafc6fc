import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { endQuietly } from './terminal.ts';

// Half of a check's time is reading the program itself; what was compiled once is kept for the next time.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'desk'));
// A command ends before it is repaid what its functions were optimised for: only the hottest are.
setFlagsFromString('--invocation-count-for-turbofan=20000');
setFlagsFromString('--invocation-count-for-maglev=2000');

endQuietly();
const { main } = await import('./command.ts');
await main();
