import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildError } from './failure.ts';
import type { Policy } from './policy.ts';

/** As Cloudflare Pages publishes them; Netlify and GitHub Pages take more of each. */
const MOST = { rules: 100, redirects: 2000, files: 20_000, bytes: 25 * 1024 * 1024 };
/** A CloudFront function. */
const FUNCTION = 10_240;

interface Counted {
	readonly policy: Policy;
	readonly redirects: number;
	readonly files: readonly string[];
}

/** Holds what was built to what hosts take. @throws BuildError naming what is too much */
export async function holdToHosts(folder: string, { policy, redirects, files }: Counted): Promise<void> {
	const rules = policy.rules.length + 1;
	const refuse = (what: string, most: number, fix: string) =>
		new BuildError(`The site has ${what}; a host takes ${most.toLocaleString('en')}. ${fix}`);
	if (rules > MOST.rules)
		throw refuse(
			`${rules} header rules, one for each file at its top`,
			MOST.rules,
			'Put files of public/ into a folder.',
		);
	if (redirects > MOST.redirects)
		throw refuse(`${redirects} moved addresses`, MOST.redirects, 'Take the oldest out of content/moved.yaml.');
	if (files.length > MOST.files) throw refuse(`${files.length} files`, MOST.files, 'Take some out of public/.');
	for (const file of files) {
		const { size } = await stat(join(folder, file));
		if (size > MOST.bytes) throw refuse(`a file of ${size} bytes, ${file}`, MOST.bytes, 'Make it smaller.');
	}
	for (const name of ['request', 'response']) {
		const { size } = await stat(join(folder, '_hosts', `cloudfront-${name}.js`));
		if (size > FUNCTION)
			console.warn(`_hosts/cloudfront-${name}.js has ${size} bytes; CloudFront takes functions of ${FUNCTION}.`);
	}
}
