import { expect, it } from 'vitest';
import { excessIn } from './limits.ts';
import { parseMdx } from './mdx.ts';

const FRONT = `---\ntitle: x\nlist: [${'{ a: 1 }, '.repeat(60)}]\n---\n`;
const MANY = 100_000;

it.each([
	['an expression', `{\`${'}'.repeat(MANY)}`, 'curly'],
	['a value of an attribute', `<Aside b={\`${'}'.repeat(MANY)}`, 'curly'],
	['code', `export const a = \`${'\n\nx'.repeat(MANY)}`, 'import/exports'],
	['code behind lines of one sign', `export const a = \`${'\r\rx'.repeat(MANY)}`, 'import/exports'],
	['code behind a heading', `# words\nimport a from \`${'\n\nx'.repeat(MANY)}`, 'import/exports'],
])('finds %s that is never closed before a parser would read it again and again', (_, body, reason) => {
	const text = `${FRONT}${body}`;
	expect(excessIn(text, FRONT.length)?.reason).toContain(reason);
	const parsed = parseMdx(text);
	expect(parsed.ok ? '' : parsed.fault.reason).toContain(reason);
	expect(parsed.ok ? 0 : parsed.fault.offset).toBeGreaterThanOrEqual(FRONT.length);
});

it('takes no words for code, and lets braces of the front matter be', () => {
	const text = `${FRONT}The town lives from the\nexport of cloth.${'\n\nAnd so on.'.repeat(30)}`;
	expect(excessIn(text, FRONT.length)).toBeUndefined();
	expect(parseMdx(text).ok).toBe(true);
});
