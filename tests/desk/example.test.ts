import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { document, steps, walk } from './example/steps.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');

describe('the worked example', () => {
	it('says what the commands say', async () => {
		await expect(document()).toMatchFileSnapshot(join(docs, 'worked-example.md'));
	});

	it('ends without a problem, and has its pictures', () => {
		let last = '';
		walk(({ command }, out) => {
			if (command?.[0] === 'check') last = out;
		});
		expect(last).toContain('no problems');
		for (const { picture } of steps)
			if (picture) expect(existsSync(join(docs, 'worked-example', `${picture[0]}.png`)), picture[0]).toBe(true);
	});
});
