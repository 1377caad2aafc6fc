import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import { diskAt } from '../desk/disk.ts';
import { textIn } from '../desk/read.ts';
import { printable } from '../desk/terminal.ts';
import { canonical } from '../prose/canonical.ts';
import { moduleFault, sealed, withWords } from '../prose/compiled.ts';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { readonly name: string }>;

/** Texts, which are compiled; by no other address. */
const TEXT = /\/content\/(?:explainers|pages)\/[^/?#]+\.mdx$/;
/** Folders whose files are data or are copied as they are: none of them is a module, whatever its name. */
const DATA = /^(?:content|seeds|public)(?:\/|$)/;
/** The icon stands in each page as an address with data: read as text, never run. */
const ICON = /\/public\/favicon\.svg\?raw$/;

/**
 * The two walls between what an author writes and what runs. Before it is compiled, a text of content/ is read by the
 * desk's parser and replaced by the canonical form of what was read; what the compiler makes of it is parsed once more
 * and refused unless it is made of nothing but known components and literals; only then do its words come in, in a form
 * in which no mark can stand that a bundler replaces. No other file of content/, seeds/ or
 * public/ is a module for anyone. The same in the build and in the preview.
 */
export function contentWalls(): { readonly before: AstroIntegration; readonly behind: AstroIntegration } {
	let root = '';
	let publicDir = '';
	/** The words of each text, which neither the compiler nor the bundler sees, by its name. */
	const written = new Map<string, readonly string[]>();
	const pathOf = (id: string) => relative(root, id.replace(/[?#].*$/, '').replace(/^\/@fs/, '')).replaceAll('\\', '/');
	const before: Plugin = {
		name: 'content-before',
		enforce: 'pre',
		// By the name that is asked for, and never where a link of that name leads.
		resolveId(source, importer = '') {
			const file = source.startsWith('.') ? resolve(dirname(importer), source) : source;
			return [file, join(root, file)].find((one) => DATA.test(pathOf(one)));
		},
		load(id) {
			if (!DATA.test(pathOf(id))) return;
			if (ICON.test(id)) {
				const bytes = diskAt(dirname(publicDir)).read('public/favicon.svg');
				if (typeof bytes === 'string') return this.error(`public/favicon.svg cannot be read: ${bytes}.`);
				return `export default ${sealed(new TextDecoder().decode(bytes))}`;
			}
			const text = TEXT.test(id) ? textIn(root, pathOf(id)) : undefined;
			if (text !== undefined) return text;
			this.error(`${printable(pathOf(id))} is no module: files of content/, seeds/ and public/ cannot be imported.`);
		},
		transform: {
			filter: { id: /\.mdx(?:[?#]|$)/ },
			handler(text, id) {
				const made = canonical(text);
				if (made.ok) {
					written.set(id, made.words);
					return { code: made.code, map: null };
				}
				const lines = text.slice(0, made.offset).split(/\r\n|[\n\r]/);
				return this.error(
					`${pathOf(id)}:${lines.length}:${(lines.at(-1) ?? '').length + 1} error: ${made.message}; npm run check says more.`,
				);
			},
		},
	};
	const behind: Plugin = {
		name: 'content-behind',
		enforce: 'post',
		transform: {
			filter: { id: /\.mdx(?:[?#]|$)/ },
			handler(code, id) {
				const program = this.parse(code);
				const fault = moduleFault(program);
				if (fault) this.error(`${pathOf(id)}: what was compiled from this text is not text: ${fault.message}.`);
				const whole = withWords(code, program, written.get(id) ?? []);
				written.delete(id);
				return whole === undefined
					? this.error(`${pathOf(id)}: the compiler took words out.`)
					: { code: whole, map: null };
			},
		},
	};
	const integration = (plugin: Plugin): AstroIntegration => ({
		name: plugin.name,
		hooks: {
			'astro:config:setup': ({ config, updateConfig }) => {
				root = resolve(fileURLToPath(config.root));
				publicDir = resolve(fileURLToPath(config.publicDir));
				updateConfig({ vite: { plugins: [plugin] } });
			},
		},
	});
	return { before: integration(before), behind: integration(behind) };
}
