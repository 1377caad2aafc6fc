import { resolve } from 'node:path';
import { dev } from 'astro';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Without this, astro may put itself into the background.
process.env['ASTRO_DEV_BACKGROUND'] = '0';

// What the desk says at the start and on each save comes from the integration that shows it on the page too.
await dev({ root: resolve(process.cwd()), server: { port: Number(process.env['PORT']) || 4321 } });
