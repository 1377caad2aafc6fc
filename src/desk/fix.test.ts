import { describe, expect, it } from 'vitest';
import { checkWith, fixture } from '../../tests/desk/tree.ts';
import { mend } from './fix.ts';

describe('check --fix', () => {
	it.each([
		['\uFEFFtitle: x\r\n', 'title: x\n'],
		['\ttitle:\tx\n', '  title: x\n'],
		['name: Erdog\u0306an\n', 'name: Erdoğan\n'],
		['title:\u00a0x\u00a0y\n', 'title: x\u00a0y\n'],
		['title: “The strike”\n', 'title: "The strike"\n'],
		['date: 5 March 2020\n', 'date: 2020-03-05\n'],
		['  - date: "2020-3-5"\n', '  - date: 2020-03-05\n'],
		['url: https://example.org/a?utm_source=x&id=1\n', 'url: https://example.org/a?id=1\n'],
	])('mends %j', (text, right) => {
		const { text: now, mended } = mend('content/sources/x.yaml', text);
		expect(now).toBe(right);
		expect(mended.length).toBeGreaterThan(0);
		expect(mend('content/sources/x.yaml', now).mended).toEqual([]);
	});

	it.each([
		'date: 05/03/2020\n',
		'quote: “a clear message”\n',
		'quote: Erdog\u0306an\n',
		'title: “One” and “two”\n',
		'date: 2020-03\n',
		'statement: >\n  They wrote\n  date: 5 March 2020\n  title: “x”\n  url: https://example.org/?utm_source=x\n',
		'note: |\n  said: 5 March 2020\n',
		'note: "They wrote\n  date: 5 March 2020\n  and left."\n',
		'date: 5 March 2020\0\n',
		'- quote: >-\n    They said\n\n    date: 5 March 2020\n    Erdog\u0306an left.\n',
		'- quote: "They said\n    Erdog\u0306an left."\n  note: x\n',
	])('leaves %j to its editor', (text) => {
		expect(mend('content/claims/x.yaml', text)).toEqual({ text, mended: [] });
	});

	it('mends our words again behind a quotation of several lines', () => {
		const text = '- quote: >\n    Erdog\u0306an\n  note: Erdog\u0306an\n';
		expect(mend('content/claims/x.yaml', text).text).toBe('- quote: >\n    Erdog\u0306an\n  note: Erdoğan\n');
	});

	it('leaves a quotation in a body as it is', () => {
		const quote = '<Quote source="x">\nErdog\u0306an\n</Quote>\n';
		expect(mend('content/explainers/x.mdx', `---\ntitle: x\n---\n\n${quote}\nErdog\u0306an\n`).text).toBe(
			`---\ntitle: x\n---\n\n${quote}\nErdoğan\n`,
		);
	});

	it('mends lists and addresses in a body, and tells the line', () => {
		const page = '---\ntitle: x\n---\n\n• one [a](https://example.org/?fbclid=1)\n';
		const { text, mended } = mend('content/explainers/x.mdx', page);
		expect(text).toBe('---\ntitle: x\n---\n\n- one [a](https://example.org/)\n');
		expect(mended.map(({ line }) => line)).toEqual([5, 5]);
	});

	it('has nothing to mend in content without a fault', () => {
		expect(checkWith({}).findings).toEqual([]);
		for (const [path, held] of fixture()) {
			if (!/\.(?:yaml|mdx)$/.test(path)) continue;
			const text = typeof held === 'string' ? held : new TextDecoder().decode(held);
			expect(mend(path, text).mended, path).toEqual([]);
		}
	});
});
