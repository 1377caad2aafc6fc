import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentComponentNames, rulesTold } from '../../tests/desk/names.ts';
import { components } from '../prose/dialect.ts';
import { withParts } from './guide.ts';
import { rules } from './rules.ts';

const guide = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');

describe('the guide', () => {
	it('holds every component and derived value as the code has them', () => {
		// When this fails: node src/desk/cli.ts guide
		expect(guide).toBe(withParts(guide));
	});

	it('keeps its line ends', () => {
		const windows = guide.replaceAll('\n', '\r\n');
		expect(withParts(windows)).toBe(windows);
	});

	it('refuses a text without places for its parts', () => {
		expect(() => withParts('# Nothing here')).toThrow(RangeError);
	});
});

describe('rules', () => {
	const told = rulesTold();
	const code = ['../ledger/', './']
		.flatMap((folder) =>
			readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' }).map((name) => folder + name),
		)
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
		.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
		.join('\n');
	const ledgers = [...code.matchAll(/\b(?:problem|tell)\(\s*'([a-z-]+)'/g)].map(([, rule = '']) => rule);

	it('are all told of in the guide, in order, and no others', () => {
		expect(new Set(ledgers).size).toBeGreaterThan(15);
		const names = [...told.keys()];
		expect(names).toEqual([...names].sort());
		expect(names).toEqual(expect.arrayContaining([...Object.keys(rules), ...new Set(ledgers)]));
		expect(names.filter((name) => !Object.hasOwn(rules, name) && !code.includes(`'${name}'`))).toEqual([]);
	});

	it.each([...told])('%s: what it finds, what to do, and an example of each', (_name, words) => {
		const [, wrong, right] =
			/^[A-Z0-9].*\. \*\*What to do:\*\* [A-Z].*[.:/]\n\n- wrong: (.+)\n- right: (.+)$/s.exec(words) ?? [];
		expect(wrong, words).toBeDefined();
		expect(wrong).not.toBe(right);
	});
});

describe('the dialect', () => {
	it('has the components that pages are given, and no other', () => {
		expect(components.map(({ name }) => name).sort()).toEqual(contentComponentNames());
	});
});
