import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesTold } from '../../tests/desk/names.ts';
import { derivedValues } from '../ledger/values.ts';
import { components } from '../prose/dialect.ts';
import { rules as everywhere } from './rules.ts';
import { spelling } from './spelling.ts';

const rules = { ...everywhere, ...spelling };
const guide = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');

/** Without the signs that set code apart. */
const plain = guide.replace(/[`\\]/g, '');

describe('the guide', () => {
	it.each(components.map(({ name, example, prints }) => [name, `| ${example} | ${prints} |`]))(
		'shows <%s> and what it prints',
		(_name, row) => expect(plain.split('\n')).toContain(row),
	);

	it('names every value that is worked out', () => {
		expect(plain).toContain(`The names: ${derivedValues.join(', ')}.\n`);
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
	// Every problem of a source says its rule; those of other kinds are of the rule of their name.
	const ledgers = [...code.matchAll(/\b(?:rule(?:: | = )|wrongOf\()'([a-z-]+)'/g)]
		.map(([, rule = '']) => rule)
		.filter((rule) => rule !== 'source');

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
	it('has a component of the pages behind each name', () => {
		const files = new Set(readdirSync(new URL('../components', import.meta.url)));
		// A map is printed as a chart.
		const missing = components.filter(({ name }) => name !== 'Map' && !files.has(`${name}.astro`));
		expect(missing).toEqual([]);
	});
});
