import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/**
 * Validates a data package with the Frictionless project's own library: the description, and every cell of every table
 * against its type. Run by `npm exec --package=datapackage@…`, which puts the library beside the first folder of the PATH.
 */
interface Resource {
	readonly name: string;
	readonly read: () => Promise<readonly unknown[]>;
}
interface Package {
	readonly valid: boolean;
	readonly errors: readonly Error[];
	readonly resources: readonly Resource[];
}
interface Library {
	readonly Package: { readonly load: (path: string) => Promise<Package> };
}

const [path = ''] = process.argv.slice(2);
const bin = (process.env['PATH'] ?? '').split(delimiter).find((folder) => folder.includes('_npx')) ?? '';
const library = createRequire(join(bin, '..', 'index.js'))('datapackage') as Library;

const found = await library.Package.load(path);
const faults = found.errors.map((error) => error.message);
let rows = 0;
for (const resource of found.resources) {
	try {
		rows += (await resource.read()).length;
	} catch (error) {
		const inner =
			error instanceof Error && 'errors' in error && Array.isArray(error.errors) ? error.errors.slice(0, 3) : [];
		faults.push(`${resource.name}: ${String(error)} ${inner.map(String).join('; ')}`);
	}
}
for (const fault of faults) console.log(fault);
console.log(`${found.resources.length} tables, ${rows} rows`);
if (!found.valid || faults.length > 0 || found.resources.length === 0) process.exitCode = 1;
