import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWith, textOf } from './tree.ts';

const PAGE = 'content/explainers/the-bridge.mdx';
const SPOT = 'was mayor of Vell.';

const sentences = readFileSync(join(import.meta.dirname, 'harmless.txt'), 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'));

describe('sentences without a figure', () => {
	it('are many, each once', () => {
		expect(sentences.length).toBeGreaterThanOrEqual(160);
		expect(new Set(sentences).size).toBe(sentences.length);
	});

	it('give nothing, one paragraph each', () => {
		const text = textOf(PAGE).replace(SPOT, () => `${SPOT}\n\n${sentences.join('\n\n')}`);
		const { findings, content } = checkWith({ [PAGE]: text });
		const lines = content.files.find(({ path }) => path === PAGE)?.lines;
		expect(findings.map(({ rule, line, message }) => `${rule}: ${lines?.text(line)} (${message})`)).toEqual([]);
	});
});
