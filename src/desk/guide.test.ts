import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentComponentNames } from '../../tests/desk/names.ts';
import { components } from '../prose/dialect.ts';
import { withParts } from './guide.ts';
import { told } from './rules/told.ts';
import { rules } from './rules.ts';

const guide = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');

describe('the guide', () => {
	it('holds every rule, component and derived value as the code has them', () => {
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
	const files = readdirSync(new URL('rules', import.meta.url)).filter(
		(name) => name.endsWith('.ts') && !/^(?:each|told)\.ts$|\.test\.ts$/.test(name),
	);

	it('are one for each file, named as the file, and those that are told', () => {
		const names = [...files.map((file) => file.slice(0, -3)), ...told.map(({ name }) => name)];
		expect(rules.map(({ name }) => name)).toEqual(names.sort());
	});

	it('are there for every name that the ledger gives its problems', () => {
		const folder = new URL('../ledger/', import.meta.url);
		const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
			.flatMap((name) => {
				const text = readFileSync(new URL(name, folder), 'utf8');
				return [...text.matchAll(/\b(?:problem|tell)\(\s*'([a-z-]+)'/g)].map(([, rule]) => rule);
			});
		expect(names.length).toBeGreaterThan(30);
		expect(rules.map(({ name }) => name)).toEqual(expect.arrayContaining([...new Set(names)]));
	});

	it('each say what, what to do, and show it', () => {
		for (const { name, summary, remedy, example } of rules) {
			expect(summary, name).toMatch(/^[A-Z0-9].*\.$/s);
			expect(remedy, name).toMatch(/^[A-Z].*[.:/]$/s);
			expect(example.wrong, name).not.toBe(example.right);
		}
	});
});

describe('the dialect', () => {
	it('has the components that pages are given, and no other', () => {
		expect(components.map(({ name }) => name).sort()).toEqual(contentComponentNames());
	});
});
