import { describe, expect, it } from 'vitest';
import { checkWith, textOf } from '../../tests/desk/tree.ts';
import { overlayOf } from './overlay.ts';

describe('overlayOf', () => {
	it('says what check says, with the page that each file feeds', () => {
		const page = 'content/explainers/the-bridge.mdx';
		const report = checkWith({
			[page]: textOf(page).replace('was mayor of Vell.', 'was mayor of Vell. In all 52 came.'),
			'content/terms.yaml': `${textOf('content/terms.yaml')}\t`,
		});
		const { problems, drafts } = overlayOf(report);
		expect(problems).toHaveLength(report.findings.length);
		expect(problems.find(({ rule }) => rule === 'bare-figure')).toMatchObject({
			place: expect.stringMatching(/^content\/explainers\/the-bridge\.mdx:\d+:\d+$/),
			page: '/explainers/the-bridge/',
			context: [expect.stringContaining('In all 52 came.'), expect.stringContaining('^^')],
		});
		expect(problems.find(({ rule }) => rule === 'tab')?.page).toBeUndefined();
		expect(drafts).toEqual(['/explainers/the-town/']);
	});

	it('leads from each problem to its line in an editor, which can be another', () => {
		const report = checkWith({ 'content/terms.yaml': `${textOf('content/terms.yaml')}\t` });
		const linkAt = (root: string, editor?: string) =>
			overlayOf({ ...report, content: { ...report.content, root } }, editor).problems[0]?.link;
		const place = report.findings[0];
		const spot = `${place?.line}:${place?.column}`;
		expect(linkAt('/home/ann/a site/')).toBe(`vscode://file/home/ann/a%20site/content/terms.yaml:${spot}`);
		expect(linkAt('C:\\site')).toBe(`vscode://file/C%3A/site/content/terms.yaml:${spot}`);
		expect(linkAt('/s', 'idea://open?file=/{path}&line={line}')).toBe(
			`idea://open?file=/s/content/terms.yaml&line=${place?.line}`,
		);
	});
});
