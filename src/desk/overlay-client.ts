/// <reference types="vite/client" />
import type { Overlay, Shown } from './overlay.ts';
import { OVERLAY_PATH, STAND_IN } from './overlay-names.ts';

function sheetOf(rules: string): CSSStyleSheet {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(rules);
	return sheet;
}

/** In the preview: a panel with what the desk says, in a shadow root so that the page's styles and ours stay apart. */
const STYLE = sheetOf(`
:host { position: fixed; inset-block-end: 0; inset-inline-end: 0; z-index: 9999; max-inline-size: min(44rem, 100vw); font: 14px/1.4 system-ui, sans-serif; }
details { background: Canvas; color: CanvasText; border: 2px solid #b3261e; padding: .5rem .75rem; max-block-size: 60vh; overflow: auto; }
details[data-state="warning"] { border-color: #8a6100; }
details[data-state="ok"] { border-color: #2e6b3a; }
summary { cursor: pointer; font-weight: 600; }
ul { list-style: none; margin: .5rem 0 0; padding: 0; }
li { border-block-start: 1px solid GrayText; padding: .4rem 0; }
pre { margin: .25rem 0 0; overflow-x: auto; font-size: 12px; }
code { font-size: 12px; }
a { color: LinkText; }
label { display: block; margin-block-start: .5rem; }
.elsewhere { opacity: .75; }
`);

/** Outlines of what has its evidence in place; figures whose accounts disagree stand out. */
const EVIDENCE = sheetOf(`
.ref-claim, .ref-value { outline: 2px solid #2e6b3a; outline-offset: 2px; }
.ref.disputed { outline: 2px dashed #b35900; }
`);

/** Problems where they stand in the text of the page. */
const MARKS = sheetOf(`
::highlight(desk-error) { text-decoration: underline wavy #b3261e 2px; background: #b3261e22; }
::highlight(desk-warning) { text-decoration: underline wavy #8a6100 2px; background: #8a610022; }
`);

/** The server's own message for a page that fails says less than the desk's. */
const QUIET = sheetOf('vite-error-overlay { display: none; }');

function make<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Readonly<Record<string, string>>,
	...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
	made.append(...content);
	return made;
}

function problemItem({ link, place, severity, rule, message, fix, context }: Shown, here: boolean): HTMLLIElement {
	const spot = make('a', { href: link }, make('code', {}, place));
	const lines = context.length > 0 ? [make('pre', {}, context.join('\n'))] : [];
	const head = make('div', {}, spot, ` ${severity} ${rule}`);
	return make('li', here ? {} : { class: 'elsewhere' }, head, make('div', {}, `${message} → ${fix}`), ...lines);
}

/** Pages are shown under the same path as in the address bar, whatever the base. */
function isHere(page: string | undefined): boolean {
	return page !== undefined && page !== '/'
		? location.pathname.endsWith(page)
		: page === '/' && location.pathname === '/';
}

const withoutTags = (text: string): string => text.replace(/<[^>]*>?|[*_[\]{}]/g, '\n');

/** The words that a problem speaks of, and those in front on the same line; of a tag, the words in front alone. */
function wordsOf({ context: [line = '', mark = ''] }: Shown): readonly [before: string, words: string] {
	const start = mark.indexOf('^');
	const [marked = ''] = withoutTags(line.slice(start, mark.length)).split('\n');
	const before = withoutTags(line.slice(0, start)).replace(/^…/, '').split('\n').filter(Boolean).at(-1) ?? '';
	return marked.trim() === '' ? ['', before] : [before, marked];
}

/** Marks in the text of the page what each of its problems speaks of, where the words stand there as they were written. */
function markText(problems: readonly Shown[]): void {
	if (!('highlights' in CSS)) return;
	const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
	const nodes: Text[] = [];
	while (walker.nextNode()) nodes.push(walker.currentNode as Text);
	const text = nodes.map(({ data }) => data.replaceAll('\u00a0', ' ')).join('');
	const spotAt = (offset: number): [Text, number] | undefined => {
		let left = offset;
		for (const node of nodes) {
			if (left <= node.length) return [node, left];
			left -= node.length;
		}
		return undefined;
	};
	for (const severity of ['error', 'warning'] as const) {
		const ranges = problems.flatMap((one) => {
			const [before, words] = wordsOf(one);
			const whole = text.indexOf(before + words);
			const at =
				words === '' || one.severity !== severity ? -1 : whole < 0 ? text.indexOf(words) : whole + before.length;
			const [start, end] = at < 0 ? [] : [spotAt(at + 1), spotAt(at + words.length)];
			if (!start || !end) return [];
			const range = new Range();
			range.setStart(start[0], start[1] - 1);
			range.setEnd(...end);
			return [range];
		});
		CSS.highlights.set(`desk-${severity}`, new Highlight(...ranges));
	}
}

const host = document.createElement('desk-overlay');
const panel = host.attachShadow({ mode: 'open' });
panel.adoptedStyleSheets = [STYLE];

function render({ problems, drafts }: Overlay): void {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const warnings = problems.length - errors;
	const draft = drafts.some(isHere) ? 'Draft, not published. ' : '';
	const count =
		problems.length === 0
			? 'No problems'
			: `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
	const box = make('input', { type: 'checkbox' });
	const adopt = () => {
		document.adoptedStyleSheets = [MARKS, ...(box.checked ? [EVIDENCE] : []), ...(errors > 0 ? [QUIET] : [])];
	};
	box.addEventListener('change', adopt);
	adopt();
	const [here = [], elsewhere = []] = [true, false].map((one) => problems.filter(({ page }) => isHere(page) === one));
	markText(here);
	const details = make(
		'details',
		{ 'data-state': errors > 0 ? 'error' : problems.length > 0 ? 'warning' : 'ok' },
		make('summary', {}, `${draft}${count}`),
		make('label', {}, box, ' Outline every figure that has its evidence; dashed where accounts disagree'),
		make('ul', {}, ...here.map((one) => problemItem(one, true)), ...elsewhere.map((one) => problemItem(one, false))),
	);
	details.open = document.querySelector(`meta[name="${STAND_IN}"]`) !== null;
	panel.append(details);
}

document.body.append(host);
render((await (await fetch(OVERLAY_PATH)).json()) as Overlay);
