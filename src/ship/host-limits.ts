import { statSync } from 'node:fs';
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
export function holdToHosts(folder: string, { policy, redirects, files }: Counted): void {
	const refuse = (what: string, most: number, fix: string) =>
		new BuildError(`The site has ${what}; a host takes ${most.toLocaleString('en')}. ${fix}`);
	const counts = [
		[
			policy.rules.length + 1,
			MOST.rules,
			'header rules, one for each file at its top',
			'Put files of public/ into a folder.',
		],
		[redirects, MOST.redirects, 'moved addresses', 'Take the oldest out of content/moved.yaml.'],
		[files.length, MOST.files, 'files', 'Take some out of public/.'],
	] as const;
	for (const [count, most, what, fix] of counts) if (count > most) throw refuse(`${count} ${what}`, most, fix);
	for (const file of files) {
		const { size } = statSync(join(folder, file));
		if (size > MOST.bytes) throw refuse(`a file of ${size} bytes, ${file}`, MOST.bytes, 'Make it smaller.');
	}
	for (const name of ['request', 'response']) {
		const { size } = statSync(join(folder, '_hosts', `cloudfront-${name}.js`));
		if (size > FUNCTION)
			console.warn(`_hosts/cloudfront-${name}.js has ${size} bytes; CloudFront takes functions of ${FUNCTION}.`);
	}
}
