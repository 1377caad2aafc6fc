import mdx from '@astrojs/mdx';
import type { AstroConfig, AstroIntegration, HookParameters } from 'astro';
import { parseAst } from 'vite';
import { contentWalls } from '../../src/ship/content.ts';

interface Step {
	readonly name: string;
	readonly transform?: { readonly handler: (this: object, code: string, id: string) => unknown };
}

const nothing = () => {};
const root = new URL('../../', import.meta.url);
const config = {
	root,
	srcDir: new URL('src/', root),
	publicDir: new URL('public/', root),
	base: '/',
	trailingSlash: 'always',
	markdown: { syntaxHighlight: false },
} as unknown as AstroConfig;

async function stepsOf({ hooks }: AstroIntegration): Promise<readonly Step[]> {
	const steps: Step[] = [];
	const take = ({ vite }: { vite?: { plugins?: unknown } }) => steps.push(...((vite?.plugins ?? []) as Step[]));
	await hooks['astro:config:setup']?.({
		config,
		updateConfig: take,
		addRenderer: nothing,
		addPageExtension: nothing,
		addContentEntryType: nothing,
	} as unknown as HookParameters<'astro:config:setup'>);
	return steps;
}

const context = {
	error: (message: string): never => {
		throw new Error(message);
	},
	parse: (code: string) => parseAst(code),
	environment: { name: 'prerender' },
};

/** Puts a text through the steps of the build, by the plugins that the build uses, from the first wall to the second. */
export async function makeCompile(): Promise<(text: string, walls?: { readonly first?: boolean }) => Promise<string>> {
	const walls = contentWalls();
	const compiler = mdx();
	const steps = await Promise.all([walls.before, compiler, walls.behind].map(stepsOf));
	await compiler.hooks['astro:config:done']?.({
		config,
		logger: { warn: nothing },
	} as unknown as HookParameters<'astro:config:done'>);
	return async (text, { first = true } = {}) => {
		let code = text;
		for (const step of steps.slice(first ? 0 : 1).flat()) {
			const made = await step.transform?.handler.call(context, code, `${root.pathname}content/explainers/x.mdx`);
			if (typeof made === 'object' && made !== null && 'code' in made) code = String(made.code);
		}
		return code;
	};
}

/** The words of a compiled text, as it gives them back when it runs. */
export const wordsIn = (code: string): readonly string[] => {
	const [, sealed = ''] = /^const _words = JSON\.parse\(Buffer\.from\("([\w+/=]*)"/m.exec(code) ?? [];
	return sealed === '' ? [] : JSON.parse(Buffer.from(sealed, 'base64').toString());
};
