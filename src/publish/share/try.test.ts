import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { readContent } from '../../desk/read.ts';
import { buildLedger } from '../../ledger/build.ts';
import { shareCards } from '../share.ts';
import { picture } from './picture.ts';

test('try', async () => {
	const ledger = buildLedger(readContent(process.cwd()).entries);
	mkdirSync('/tmp/share', { recursive: true });
	for (const [name, card] of shareCards(ledger, [...ledger.explainers.values()])) {
		try {
			const t = Date.now();
			const svg = card();
			const png = await picture(svg);
			writeFileSync(`/tmp/share/${name.replaceAll('/', '-')}.png`, png);
			console.log(name, png.length, Date.now() - t);
		} catch (e) {
			console.log(name, String(e));
		}
	}
});
