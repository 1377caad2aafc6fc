import { describe, expect, it } from 'vitest';
import { fixture, textOf } from '../../tests/desk/tree.ts';
import { checkContent, deskOf } from './check.ts';
import { correction } from './correction.ts';
import { diskOf } from './disk.ts';
import { readContent } from './read.ts';

const today = '2026-11-22';
const BRIDGE = 'content/explainers/the-bridge.mdx';
const TRUCE = 'content/ceasefires/market-truce.yaml';
const ABOUT = 'content/pages/about.mdx';

const published = (claims: Readonly<Record<string, string>>): string =>
	JSON.stringify({ addresses: [], claims: { 'injured-rescue': '52 people', ...claims } });
const contentWith = (...changes: readonly (readonly [string, string])[]) =>
	readContent('/', diskOf(new Map<string, string | Uint8Array>([...fixture(), ...changes])));
const BEFORE = ['content/published.json', published({ 'injured-rescue': '25 people' })] as const;

function made(id: string, ...changes: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
	const result = correction(deskOf(contentWith(...changes)), id, today);
	if (!result.ok) throw new Error(result.message);
	return result.files;
}
const filled = (text: string): string => text.replace(/To be written[^\n]*/g, 'Two digits were swapped.');

describe('the stub of a correction', () => {
	it('stands on each page that shows the claim, with what was published and what it says now', () => {
		const files = made('injured-rescue', BEFORE);
		expect(files.get(BRIDGE)).toContain(`    claim: injured-rescue
  - date: ${today}
    what: To be written, what was wrong and what it says now.
    why: To be written, how it came to be wrong.
    claim: injured-rescue
    old: "25 people"
    new: "52 people"
---
`);
		expect(files.get(BRIDGE)).toContain(`updated: ${today}\n`);
		const { findings } = checkContent(contentWith(BEFORE, ...files));
		expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['stub']));
	});

	it('keeps a remark behind the day of the last change, and lines of the text that look like one', () => {
		const text = textOf(BRIDGE).replace(/^updated: (.*)$/m, '"updated": $1  # Ana asked for it');
		const now = made('injured-rescue', BEFORE, [BRIDGE, `${text}\nupdated: this line of prose\n`]).get(BRIDGE);
		expect(now).toContain(`"updated": ${today}  # Ana asked for it\n`);
		expect(now).toContain('\nupdated: this line of prose\n');
	});

	it('is written as the page is: with its line ends, and its dashes where those before stand', () => {
		const text = textOf(BRIDGE);
		const plain = made('injured-rescue', BEFORE).get(BRIDGE);
		const crlf = made('injured-rescue', BEFORE, [BRIDGE, text.replaceAll('\n', '\r\n')]).get(BRIDGE);
		expect(crlf).toBe(plain?.replaceAll('\n', '\r\n'));
		const left = text.replace(
			/corrections:\n((?: .*\n)+)/,
			(_, list: string) => `corrections:\n${list.replace(/^ {2}/gm, '')}`,
		);
		const now = [...made('injured-rescue', BEFORE, [BRIDGE, left])].map(([path, one]) => [path, filled(one)] as const);
		expect(checkContent(contentWith(BEFORE, ...now)).findings).toEqual([]);
	});

	it('is all that the check asks for once it is filled', () => {
		const asked = checkContent(contentWith(BEFORE)).findings.filter(({ rule }) => rule === 'silent-change');
		expect(asked.map(({ fix }) => fix).join()).toContain('npm run new -- correction injured-rescue writes it there');
		const files = [...made('injured-rescue', BEFORE)].map(([path, text]) => [path, filled(text)] as const);
		expect(checkContent(contentWith(BEFORE, ...files)).findings).toEqual([]);
	});

	it('starts the list of a page that has none, in front matter and in YAML', () => {
		const bare = textOf(BRIDGE).replace(/corrections:\n(?: .*\n)+/, '');
		expect(made('injured-rescue', BEFORE, [BRIDGE, bare]).get(BRIDGE)).toContain(`order: 1\ncorrections:\n  - date: `);
		const truce = textOf(TRUCE).replace('was held again.', 'was held again, said <Claim id=\\"injured-rescue\\"/>.');
		const quoted = truce.replace(/outcome: (.*)/, 'outcome: "$1"');
		const text = made('injured-rescue', BEFORE, [TRUCE, quoted]).get(TRUCE) ?? '';
		expect(text).toMatch(/\ncorrections:\n {2}- date: 2026-11-22\n/);
		const again = made('injured-rescue', BEFORE, [TRUCE, text]).get(TRUCE) ?? '';
		expect(again.match(/^corrections:/gm)).toHaveLength(1);
		expect(again.match(/- date: 2026-11-22/g)).toHaveLength(2);
	});

	it('goes to the page about the site where no page shows the claim', () => {
		const front = textOf('content/pages/front.mdx');
		expect(() => made('injured-recsue')).toThrow('"injured-recsue". Did you mean "injured-rescue"?');
		expect(() => made('nobody')).toThrow('there is no claim, series, ceasefire "nobody"');
		const hidden = textOf(BRIDGE).replaceAll(/<Claim id="injured-rescue"\/>/g, 'some');
		const files = made('injured-rescue', BEFORE, [BRIDGE, hidden], [ABOUT, front]);
		expect([...files.keys()]).toEqual([ABOUT]);
		expect(() => made('injured-rescue', BEFORE, [BRIDGE, hidden])).toThrow('no page shows "injured-rescue"');
	});

	it('is refused where nothing has changed, and where a list stands on one line', () => {
		const same = ['content/published.json', published({})] as const;
		expect(() => made('injured-rescue', same)).toThrow('change the claim first');
		const line = textOf(BRIDGE).replace(
			/corrections:\n(?: .*\n)+/,
			'corrections: [{ date: 2023-03-01, what: A, why: B }]\n',
		);
		expect(() => made('injured-rescue', BEFORE, [BRIDGE, line])).toThrow('on one line');
	});

	it('names the series and its row where one of them has changed, and stands in a ceasefire itself', () => {
		const rows = { addresses: [], claims: {}, rows: { 'residents 2021': '4100 people' } };
		const before = ['content/published.json', JSON.stringify(rows)] as const;
		const page = `${textOf(BRIDGE)}\nIn Vell lived <Value series="residents" date="2021"/> people.\n`;
		const asked = checkContent(contentWith(before, [BRIDGE, page])).findings;
		expect(asked.map(({ fix }) => fix).join()).toContain('npm run new -- correction residents writes it there');
		const files = made('residents', before, [BRIDGE, page]);
		expect([...files.keys()]).toEqual([BRIDGE]);
		expect(files.get(BRIDGE)).toContain('    series: residents\n    row: "2021"\n    old: "4100 people"\n');
		const written = [...files].map(([path, text]) => [path, filled(text)] as const);
		expect(checkContent(contentWith(before, ...written)).findings).toEqual([]);
		const truce = made('market-truce');
		expect([...truce.keys()]).toEqual([TRUCE]);
		expect(
			checkContent(contentWith(...[...truce].map(([path, text]) => [path, filled(text)] as const))).findings,
		).toEqual([]);
	});

	it('is written without the values where nothing is known of a release', () => {
		const text = made('injured-spokesman').get(BRIDGE) ?? '';
		expect(text).toContain(`    claim: injured-spokesman\n---`);
	});
});
