const TEXT = /<text\b[\s\S]*?<\/text>/g;
/** What ties a drawing to its figure and layout, and its size. */
const TIES = /\s(?:id|class|width|height)="[^"]*"/g;
const ROOT = /^<svg\b[^>]*>/;

/**
 * A drawing as a small picture beside its title: its shapes without words, cut off below where the picture is wider
 * than the drawing.
 */
export function thumbnail(svg: string): string {
	const [root = ''] = ROOT.exec(svg) ?? [];
	const inner = svg
		.slice(root.length)
		.replace(TEXT, '')
		.replace(/\sdata-(?:point|series)="[^"]*"/g, '');
	return `${root.replace(TIES, '').replace(/>$/, ' preserveAspectRatio="xMidYMin slice">')}${inner}`;
}
