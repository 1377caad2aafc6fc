import { beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../desk/read.ts';
import type { Explainer, Ledger } from '../ledger/ledger.ts';
import { type MovedEntry, standings } from './moved.ts';
import { type Published, publishedValues, uncorrected, writePublished } from './published.ts';
import { addressesOf } from './release.ts';
import { ownLedger } from './testing.ts';

const id = 'strike-killed-sohr';
let ledger: Ledger;
beforeAll(() => {
	ledger = ownLedger();
});
const content = readContent(process.cwd());
const published = (value: string): Published => ({ addresses: [], claims: { [id]: value } });

describe('a published value', () => {
	it('that has not changed is nothing to speak of', () => {
		expect(uncorrected(content, ledger, { addresses: [], claims: { ...publishedValues(ledger) } })).toEqual([]);
	});

	it('that changed without a correction is an error at the claim, with the words to add', () => {
		const [found, ...others] = uncorrected(content, ledger, published('77 fighters'));
		expect(others).toEqual([]);
		expect(found).toMatchObject({ severity: 'error', path: 'content/claims/strike.yaml' });
		expect(found?.line).toBeGreaterThan(1);
		expect(found?.fix).toContain(`claim: ${id}, old: "77 fighters", new: "${publishedValues(ledger)[id]}"`);
	});

	it('that changed with a correction naming both values passes; with another it does not', () => {
		const corrected = (old: string): Ledger => {
			const entry = { date: '2026-12-01', what: 'w', why: 'y', claim: id, old, new: publishedValues(ledger)[id] ?? '' };
			const explainers = [...ledger.explainers].map(
				([key, one]) => [key, { ...one, corrections: [entry] } satisfies Explainer] as const,
			);
			return { ...ledger, explainers: new Map(explainers) };
		};
		expect(uncorrected(content, corrected('77 fighters'), published('77 fighters'))).toEqual([]);
		expect(uncorrected(content, corrected('76 fighters'), published('77 fighters'))).toHaveLength(1);
	});

	it('of a claim that is gone is left to the rule on addresses', () => {
		expect(uncorrected(content, ledger, { addresses: [], claims: { gone: '1' } })).toEqual([]);
	});
});

it('the record is sorted, and each address stands once', () => {
	const text = writePublished({ addresses: ['/b/', '/a/', '/b/'], claims: { b: '2', a: '1' } });
	expect(JSON.parse(text)).toEqual({ addresses: ['/a/', '/b/'], claims: { a: '1', b: '2' } });
	expect(text.indexOf('"a": "1"')).toBeLessThan(text.indexOf('"b": "2"'));
});

it('addresses are those a reader may keep', () => {
	expect(
		addressesOf([
			'index.html',
			'claims/a/index.html',
			'claims/a.json',
			'_astro/x.js',
			'_headers',
			'_hosts/nginx.conf',
			'.nojekyll',
			'.well-known/security.txt',
		]),
	).toEqual(['/', '/claims/a/', '/claims/a.json', '/.well-known/security.txt']);
});

describe('a moved address', () => {
	const files = new Set(['claims/new/index.html', 'claims/new.json', 'claims/new.md', 'feed.xml']);
	const entry = (from: string, to: string): MovedEntry => ({ from, to, why: 'renamed' });
	it('takes the files that belong to its page along, where they were published', () => {
		expect(
			standings([entry('/claims/old/', '/claims/new/')], new Set(['/claims/old/', '/claims/old.json']), files),
		).toEqual([
			{ from: '/claims/old/', to: '/claims/new/', as: 'stub' },
			{ from: '/claims/old.json', to: '/claims/new.json', as: 'copy' },
		]);
	});

	it.each([
		[[entry('/claims/old/', '/claims/none/')], 'where there is nothing'],
		[[entry('/claims/new/', '/claims/old/')], 'there is a page or file at it'],
		[[entry('/claims/old/', '/feed.xml')], 'both be pages'],
		[[entry('/a/', '/b/'), entry('/b/', '/claims/new/')], 'has moved itself; name /claims/new/'],
		[[entry('/a/', '/claims/new/'), entry('/a/', '/claims/new/')], 'twice'],
	])('that cannot be served is refused: %j', (moved, message) => {
		expect(() => standings(moved, new Set(), files)).toThrow(message);
	});
});
