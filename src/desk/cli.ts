import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { endQuietly } from './terminal.ts';

// Half of a check's time is reading the program itself; what was compiled once is kept for the next time.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'desk'));

endQuietly();
const { main } = await import('./command.ts');
await main();
