import { kinds, kindTable } from '../../ledger/kinds.ts';
import { address, recordAt } from '../../ledger/link.ts';
import { askWhether, calledIn, didYouMean, meantIds } from '../../ledger/suggest.ts';
import { unsafe } from '../../prose/address.ts';
import { belongings, routesOf } from '../../routes.ts';
import { nodesOf, outlineOf } from '../outline.ts';
import { articlesOf, type Desk, isDraft, listed, type Rules } from '../rule.ts';

/** Kinds whose records are entries of a page of several. */
const anchored = kinds.filter((kind) => kindTable[kind].page.includes('#'));

/** Every address of the site; without drafts, those at which readers find something. */
const addressesOf = (desk: Desk, drafts: boolean): ReadonlySet<string> =>
	new Set(
		routesOf((kind) =>
			desk.records(kind).map(({ entry }) => ({ ...listed(entry), draft: !drafts && isDraft(entry) })),
		).map(({ path }) => path),
	);

/** Page → its fragments, where they are known. */
function fragmentsOf(desk: Desk): ReadonlyMap<string, ReadonlySet<string>> {
	const fragments = new Map<string, Set<string>>();
	for (const { file, entry } of articlesOf(desk)) {
		// While a page cannot be read, its headings are not known.
		const outline = outlineOf(file);
		if (!outline.fault) fragments.set(address(entry.kind, entry.id), new Set(outline.fragments));
	}
	for (const { entry } of anchored.flatMap(desk.records)) {
		const [page = '', fragment = ''] = address(entry.kind, entry.id).split('#');
		fragments.set(page, (fragments.get(page) ?? new Set()).add(fragment));
	}
	return fragments;
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
	const [, folder = '', id = ''] = page.split('/');
	const ids = [...pages].flatMap((one) => {
		const [, beside, own = ''] = one.split('/');
		return beside === folder && own !== '' ? [own] : [];
	});
	if (id === '' || ids.length === 0) return didYouMean(page, pages, otherwise);
	const dataOf = (one: string) => desk.content.homes.get(restsOf(`/${folder}/${one}/`)[0] ?? '')?.entry.data;
	// One letter more or fewer at the end: "deal" and "deals".
	const ending = ids.find((one) => one.slice(0, -1) === id || id.slice(0, -1) === one);
	if (ending) return `Did you mean "/${folder}/${ending}/"?`;
	const meant = meantIds(id, ids, dataOf);
	return meant.length === 0 ? otherwise : askWhether(meant.map((one) => [`/${folder}/${one}/`, calledIn(dataOf(one))]));
}

/** The record whose page or file stands at an address, which may be broken and so not there, as `kind/id`. */
const restsOf = (address: string): readonly string[] =>
	[recordAt(address.replace(/\.\w+$/, '/'))].flatMap((record) => (record ? [`${record.kind}/${record.id}`] : []));

export const links: Rules = {
	*'broken-link'(desk) {
		// A link to a draft is another rule's.
		const [pages, fragments] = [addressesOf(desk, true), fragmentsOf(desk)];
		for (const { file, entry } of articlesOf(desk)) {
			for (const { node, place } of nodesOf([file], 'link', 'definition')) {
				const { url } = node;
				if (unsafe(url) || /^https?:/i.test(url)) continue;
				const [path = '', fragment = ''] = url.split('#');
				const page = path === '' ? address(entry.kind, entry.id) : path;
				if (!pages.has(page)) {
					const bare = `${page.replace(/(?:\/index)?\.html?$/, '').replace(/\/$/, '')}/`;
					const meant = asAddress(page) ?? (pages.has(bare) ? bare : undefined);
					const fix = meant ? `write ${meant}` : meantPage(page, pages, desk);
					yield [place, `there is no page "${page}" on this site`, fix, { rests: restsOf(page) }];
					continue;
				}
				const there = fragments.get(page);
				if (fragment === '' || !there || there.has(fragment)) continue;
				const rests = [...restsOf(page), ...anchored.map((kind) => `${kind}/${fragment}`)];
				const fix = didYouMean(fragment, there, 'look at the page for its headings');
				yield [place, `"${page}" has no heading or entry "#${fragment}"`, fix, { rests }];
			}
		}
	},

	*'draft-link'(desk) {
		const [drafts = [], published = []] = [true, false].map((draft) =>
			articlesOf(desk).filter(({ entry }) => isDraft(entry) === draft),
		);
		const closed = new Set(drafts.map(({ entry }) => address(entry.kind, entry.id)));
		const files = published.map(({ file }) => file);
		for (const { node, place } of nodesOf(files, 'link', 'definition'))
			if (closed.has(node.url.split('#', 1)[0] ?? ''))
				yield [place, `"${node.url}" is a draft`, 'publish it, or take the link out'];
	},

	*'vanished-address'(desk) {
		const { published, moved, publishedAt } = desk.content.released;
		if (published.addresses.length === 0 && moved.list.length === 0) return;
		const there = addressesOf(desk, false);
		const from = new Set(moved.list.map((entry) => entry.from));
		const gone = published.addresses.filter((address) => !there.has(address));
		// What belongs to a page goes where the page goes.
		const told = new Set([...gone, ...from].flatMap(belongings));
		for (const address of gone) {
			if (from.has(address) || told.has(address)) continue;
			const what = recordAt(address)?.kind ?? 'address';
			yield [
				publishedAt(address),
				`${address} was published, and there is no such ${what} any more`,
				`bring it back, or say in content/moved.yaml where it went: - { from: ${address}, to: …, why: … }`,
				{ rests: restsOf(address) },
			];
		}
		for (const [index, { from: old, to }] of moved.list.entries()) {
			if (there.has(old.replace(/index\.html$/, '')) || desk.content.pictures.has(old)) {
				const message = `${old} is said to have moved, and there is a page or file at it`;
				yield [moved.at([index, 'from']), message, 'take this entry out'];
			}
			if (from.has(to) || there.has(to)) continue;
			const message = `${old} leads to ${to}, where there is nothing`;
			yield [moved.at([index, 'to']), message, 'name an address that is there', { rests: restsOf(to) }];
		}
	},
};
