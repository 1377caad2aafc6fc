import type { Headers, Policy } from '../../src/ship/policy.ts';

/** Whether a rule is for a path. */
export const matches = (rule: string, path: string): boolean =>
	rule.endsWith('/*') ? path.startsWith(rule.slice(0, -1)) : rule === path;

/** The headers of one address, as every host that can send headers sends them. */
export function headersFor({ common, rest, rules }: Policy, path: string): Headers {
	return { ...common, ...(rules.find((rule) => matches(rule.path, path))?.headers ?? rest) };
}

/** Reads a `_headers` file as Netlify and Cloudflare Pages do: headers of several matching rules add up. */
export function readHeadersFile(text: string): (path: string) => Headers {
	const rules = text
		.split('\n\n')
		.filter((block) => block.trim() !== '')
		.map((block) => {
			const [path = '', ...lines] = block.trimEnd().split('\n');
			const headers = lines.map((line): [string, string] => {
				const colon = line.indexOf(':');
				return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
			});
			return { path, headers: Object.fromEntries(headers) };
		});
	return (path) => Object.assign({}, ...rules.filter((rule) => matches(rule.path, path)).map(({ headers }) => headers));
}
