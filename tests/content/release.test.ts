import { describe, expect, it } from 'vitest';
import { checkContent, type Report } from '../../src/desk/check.ts';
import { diskAt, diskOf } from '../../src/desk/disk.ts';
import { readContent } from '../../src/desk/read.ts';
import { PUBLISHED } from '../../src/desk/released.ts';
import type { Published } from '../../src/ledger/released.ts';
import { buildLedger } from '../../src/ledger/verify.ts';
import { released, writePublished } from '../../src/ship/release.ts';
import { fixtureRoot } from '../desk/tree.ts';

type Files = Map<string, string | Uint8Array>;

const read = (root: string): Files => {
	const disk = diskAt(root);
	return new Map(
		['content', 'public', 'seeds'].flatMap((folder) => [...disk.files(folder)].map((path) => [path, disk.read(path)])),
	);
};
const textOf = (files: Files, path: string): string => {
	const file = files.get(path);
	return typeof file === 'string' ? file : new TextDecoder().decode(file);
};
const content = (files: Files) => readContent('/', diskOf(files));
const check = (files: Files): Report => checkContent(content(files));
const errors = (files: Files) => check(files).findings.filter(({ severity }) => severity === 'error');

function release(files: Files, before: Published): Published {
	const now = released(before, buildLedger(content(files).entries));
	files.set(PUBLISHED, writePublished(now));
	return now;
}

const COUNTED = 'content/claims/counted.yaml';

/** Adds a claim whose figure stands in its own statement alone, so that nothing else speaks of a change. */
function addClaim(files: Files): void {
	const { sources, topics, measures } = buildLedger(content(files).entries);
	const first = <T extends { readonly id: string }>(all: ReadonlyMap<string, T>, fits: (one: T) => boolean) =>
		[...all.values()].find(fits)?.id;
	files.set(
		COUNTED,
		`- id: counted-here
  about: ${first(topics, () => true)}
  measure: ${first(measures, ({ kind }) => kind === 'amount' || kind === 'stock')}
  statement: Somebody counted 611 in all.
  quantity: { value: 611, unit: geese }
  date: 2019-02-03
  source: ${first(sources, ({ seed }) => seed === undefined)}
  locator: last page
  confidence: { level: high, reason: It stands there. }
`,
	);
}

describe.each([
	['the fixture', fixtureRoot],
	['this content', new URL('../..', import.meta.url).pathname],
])('%s', (_name, root) => {
	it('is released, changed, corrected and released again, twice over', () => {
		const files = read(root);
		addClaim(files);
		let published = release(files, { addresses: [], claims: {} });
		for (const round of [1, 2]) {
			expect(errors(files), `round ${round}: after a release`).toEqual([]);
			files.set(COUNTED, textOf(files, COUNTED).replaceAll(String(610 + round), String(611 + round)));
			const [asked, ...more] = errors(files);
			expect(more).toEqual([]);
			expect(asked?.rule).toBe('silent-change');
			const [, old, now] = /old: "([^"]+)", new: "([^"]+)"/.exec(asked?.fix ?? '') ?? [];
			const page = [...files.keys()].find((one) => /^content\/explainers\/.*\.mdx$/.test(one)) ?? '';
			const text = textOf(files, page);
			// On the day on which the page was last updated: nobody worked on the content later than that.
			const [, day = ''] = /^updated: (\S+)$/m.exec(text) ?? [];
			const entry = `  - { date: ${day}, what: It says ${now} now., why: Misread., claim: counted-here, old: "${old}", new: "${now}" }\n`;
			files.set(
				page,
				/^corrections:\n/m.test(text)
					? text.replace(/^corrections:\n/m, (head) => head + entry)
					: text.replace(/^title:/m, (title) => `corrections:\n${entry}${title}`),
			);
			expect(errors(files), `round ${round}: with the correction`).toEqual([]);
			const next = release(files, published);
			expect(next.addresses).toEqual(published.addresses);
			expect(next.claims['counted-here']).toBe(now);
			published = next;
		}
	});

	it('keeps each address of a record that is gone, until it says where its readers are sent', () => {
		const files = read(root);
		const { addresses } = release(files, { addresses: [], claims: {} });
		const gone = '/claims/never-there/';
		files.set(
			PUBLISHED,
			writePublished({ addresses: [...addresses, gone, '/claims/never-there.json', '/data/nowhere.txt'], claims: {} }),
		);
		expect(errors(files).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
			`vanished-address: ${gone} was published, and there is no such claim any more`,
			'vanished-address: /data/nowhere.txt was published, and there is no such address any more',
		]);
		files.set(
			'content/moved.yaml',
			`- { from: ${gone}, to: /claims/, why: It was merged. }\n- { from: /data/nowhere.txt, to: /robots.txt, why: Renamed. }\n`,
		);
		expect(errors(files)).toEqual([]);
	});
});
