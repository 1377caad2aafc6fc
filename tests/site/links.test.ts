import { beforeAll, describe, expect, inject, it } from 'vitest';
import { across, icon, readSite, type Site, type SitePage } from './pages.ts';

let site: Site;
let ids: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => {
	site = readSite(inject('site').folder);
	ids = new Map(
		site.pages.map((page) => [page.file, new Set([...page.document.querySelectorAll('[id]')].map(({ id }) => id))]),
	);
});

/** Addresses a page points to: links, and whatever the browser loads for it. */
function addresses({ document }: SitePage): readonly string[] {
	const single = ['href', 'src', 'poster', 'action'].flatMap((name) =>
		[...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
	);
	const sets = [...document.querySelectorAll('[srcset]')].flatMap((element) =>
		(element.getAttribute('srcset') ?? '').split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''),
	);
	return [...single, ...sets];
}

const isOutside = (address: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(address);

function fileAt(path: string): string {
	const plain = decodeURIComponent(path).slice(1);
	return plain === '' || plain.endsWith('/') ? `${plain}index.html` : plain;
}

describe('links', () => {
	it('lead to a file of the site, at the root and below a path', () => {
		const broken = across(site, function* (page) {
			if (page.path === '/404.html') return;
			for (const address of addresses(page)) {
				if (isOutside(address)) continue;
				const lost = ['/', '/a/b/'].filter((base) => {
					const { pathname } = new URL(address, `https://example.org${base.slice(0, -1)}${page.path}`);
					return !pathname.startsWith(base) || !site.files.has(fileAt(pathname.slice(base.length - 1)));
				});
				if (lost.length > 0) yield `${address} leads nowhere below ${lost.join(' and ')}`;
			}
		});
		expect(broken).toEqual([]);
	});

	it('with a fragment lead to an element', () => {
		const broken = across(site, function* (page) {
			if (page.path === '/404.html') return;
			for (const address of addresses(page)) {
				if (isOutside(address) || !address.includes('#')) continue;
				const { pathname, hash } = new URL(address, `https://example.org${page.path}`);
				if (!ids.get(fileAt(pathname))?.has(decodeURIComponent(hash.slice(1)))) yield `${address} has no such place`;
			}
		});
		expect(broken).toEqual([]);
	});

	it('within the site are relative', () => {
		const absolute = across(site, function* (page) {
			if (page.path === '/404.html') return;
			for (const address of addresses(page)) {
				if (address.startsWith('/') || address === '') yield `"${address}" is not relative`;
			}
		});
		expect(absolute).toEqual([]);
	});

	it('use no scheme that runs or hides something', () => {
		const strange = across(site, function* (page) {
			for (const address of addresses(page)) {
				if (isOutside(address) && address !== icon && !/^(?:https?|mailto):/.test(address)) yield address;
			}
		});
		expect(strange).toEqual([]);
	});

	it('from a 404 page, which is shown at any depth, start at the root of the site', () => {
		const page = site.pages.find(({ path }) => path === '/404.html');
		expect(page).toBeDefined();
		for (const address of page ? addresses(page) : []) {
			if (!isOutside(address) && !address.startsWith('#')) expect(address).toMatch(/^\/a\/b\//);
		}
	});

	it('name what popovers and labels point to', () => {
		const broken = across(site, function* ({ document, file }) {
			for (const name of ['popovertarget', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers']) {
				for (const element of document.querySelectorAll(`[${name}]`)) {
					for (const id of (element.getAttribute(name) ?? '').split(/\s+/)) {
						if (!ids.get(file)?.has(id)) yield `${name}="${id}" names nothing`;
					}
				}
			}
		});
		expect(broken).toEqual([]);
	});
});
