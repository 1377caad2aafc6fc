import { kinds, kindTable } from '../../ledger/kinds.ts';
import { address, recordAt } from '../../ledger/link.ts';
import { askWhether, calledIn, didYouMean, meantIds } from '../../ledger/suggest.ts';
import { unsafe } from '../../prose/address.ts';
import { routesOf } from '../../routes.ts';
import { landmarksOf, outlineOf } from '../outline.ts';
import { type Desk, finding, listed, type Rule } from '../rule.ts';

/** Kinds whose records are entries of a page of several. */
const anchored = kinds.filter((kind) => kindTable[kind].page.includes('#'));

interface Targets {
	readonly pages: ReadonlySet<string>;
	/** Page → its fragments, where they are known. */
	readonly fragments: ReadonlyMap<string, ReadonlySet<string>>;
}

function targetsOf(desk: Desk): Targets {
	// A link to a draft is another rule's.
	const pages = new Set(
		routesOf((kind) => desk.records(kind).map(({ entry }) => listed(entry))).map(({ path }) => path),
	);
	const fragments = new Map<string, Set<string>>();
	for (const { file, entry } of [...desk.records('explainer'), ...desk.records('page')]) {
		// While a page cannot be read, its headings are not known.
		if (outlineOf(file).ok)
			fragments.set(address(entry.kind, entry.id), new Set(landmarksOf(file).flatMap(({ id }) => id ?? [])));
	}
	for (const kind of anchored) {
		for (const { entry } of desk.records(kind)) {
			const [page = '', fragment = ''] = address(kind, entry.id).split('#');
			fragments.set(page, (fragments.get(page) ?? new Set()).add(fragment));
		}
	}
	return { pages, fragments };
}

/** The address of a file of content/, for those who link to the file. */
function asAddress(url: string): string | undefined {
	const [, folder, id] = /(?:^|\/)([a-z]+)\/([a-z0-9-]+)\.(?:yaml|mdx)$/.exec(url) ?? [];
	const page = `/${folder}/${id}/`;
	return recordAt(page) ? page : undefined;
}

/** `Did you mean "/claims/x/" (what x is)?`: a page of the same folder whose id was misspelt, or a folder that was. */
function meantPage(page: string, pages: ReadonlySet<string>, desk: Desk): string {
	const otherwise = 'write an address from the site’s root, such as /ceasefires/';
	const [folder = '', id = ''] = split(page);
	const beside = [...pages].filter((one) => split(one)[0] === folder && split(one)[1] !== '');
	if (id === '' || beside.length === 0) return didYouMean(page, pages, otherwise);
	const dataOf = (one: string) => desk.content.homes.get(restOf(`/${folder}/${one}/`))?.entry.data;
	const ids = beside.map((one) => split(one)[1] ?? '');
	// One letter more or fewer at the end: "deal" and "deals".
	const ending = ids.find((one) => one.slice(0, -1) === id || id.slice(0, -1) === one);
	if (ending) return `Did you mean "/${folder}/${ending}/"?`;
	const meant = meantIds(id, ids, dataOf);
	return meant.length === 0 ? otherwise : askWhether(meant.map((one) => [`/${folder}/${one}/`, calledIn(dataOf(one))]));
}

const split = (page: string): readonly string[] => page.split('/').slice(1);

/** The record whose page an address is, as `kind/id`. */
function restOf(page: string): string {
	const [, folder = '', id = ''] = page.split('/');
	const kind = kinds.find((one) => one === folder || kindTable[one].plural === folder);
	return `${kind ?? folder}/${id.replace(/\..*$/, '')}`;
}

export const rule: Rule = {
	name: 'broken-link',
	summary: 'A link to a page of this site, or to a heading on it, leads nowhere.',
	remedy: 'Write the address from the site’s root, with a slash at both ends: /ceasefires/autumn-2018/.',
	example: { wrong: '[The deal](/ceasefire/autumn-2018)', right: '[The deal](/ceasefires/autumn-2018/)' },
	*check(desk) {
		const { pages, fragments } = targetsOf(desk);
		for (const home of [...desk.records('explainer'), ...desk.records('page')]) {
			const { file, entry } = home;
			for (const { type, url, place } of landmarksOf(file)) {
				if (url === undefined || type === 'image' || unsafe(url) || /^https?:/i.test(url)) continue;
				const [path = '', fragment] = url.split('#');
				const page = path === '' ? address(entry.kind, entry.id) : path;
				if (!pages.has(page)) {
					const bare = `${page.replace(/(?:\/index)?\.html?$/, '').replace(/\/$/, '')}/`;
					const meant = asAddress(page) ?? (pages.has(bare) ? bare : undefined);
					yield finding(
						rule.name,
						place,
						`there is no page "${page}" on this site`,
						meant ? `write ${meant}` : meantPage(page, pages, desk),
						'error',
						[restOf(page)],
					);
					continue;
				}
				const there = fragments.get(page);
				if (fragment !== undefined && fragment !== '' && there && !there.has(fragment)) {
					yield finding(
						rule.name,
						place,
						`"${page}" has no heading or entry "#${fragment}"`,
						didYouMean(fragment, there, 'look at the page for its headings'),
						'error',
						[restOf(page), ...anchored.map((kind) => `${kind}/${fragment}`)],
					);
				}
			}
		}
	},
};
