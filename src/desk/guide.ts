import { derivedValues } from '../ledger/values.ts';
import { components } from '../prose/dialect.ts';

const code = (text: string): string => `\`${text.replaceAll('|', '\\|').replace(/\n/g, ' ⏎ ')}\``;
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/<([^>]*)>/g, (tag) => `\`${tag}\``);

/** Parts of content/README.md that are written from the code; each stands between two comments with its name. */
const parts = {
	components: [
		'| write | it prints |',
		'| --- | --- |',
		...components.map(({ example, prints }) => `| ${code(example)} | ${cell(prints)} |`),
	].join('\n'),
	values: derivedValues.map((name) => `\`${name}\``).join(', '),
};

/** The guide with its written parts put in anew. @throws RangeError when a part has no place in it */
export function withParts(guide: string): string {
	if (guide.includes('\r\n')) return withParts(guide.replaceAll('\r\n', '\n')).replaceAll('\n', '\r\n');
	return Object.entries(parts).reduce((text, [part, written]) => {
		const [open, close] = [`<!-- ${part}: written by node src/desk/cli.ts guide -->`, `<!-- /${part} -->`];
		const start = text.indexOf(open);
		const end = text.indexOf(close);
		if (start === -1 || end < start) throw new RangeError(`the guide has no place for "${part}": ${open} … ${close}`);
		return `${text.slice(0, start + open.length)}\n\n${written}\n\n${text.slice(end)}`;
	}, guide);
}
