import { derivedValues } from '../ledger/values.ts';
import { components } from '../prose/dialect.ts';
import { rules } from './rules.ts';

/** Parts of content/README.md that are written from the code; each stands between two comments with its name. */
export type Part = 'components' | 'values' | 'messages';

const code = (text: string): string => {
	const plain = text.replaceAll('|', '\\|').replace(/\n/g, ' ⏎ ');
	return plain.includes('`') ? `\`\` ${plain} \`\`` : `\`${plain}\``;
};
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/<([^>]*)>/g, (tag) => `\`${tag}\``);

const parts: Readonly<Record<Part, () => string>> = {
	components: () =>
		[
			'| write | it prints |',
			'| --- | --- |',
			...components.map(({ example, prints }) => `| ${code(example)} | ${cell(prints)} |`),
		].join('\n'),
	values: () => derivedValues.map((name) => `\`${name}\``).join(', '),
	messages: () =>
		rules
			.map(
				({ name, summary, remedy, example }) =>
					`#### ${name}\n\n${cell(summary)} **What to do:** ${cell(remedy)}\n\n- wrong: ${code(example.wrong)}\n- right: ${code(example.right)}`,
			)
			.join('\n\n'),
};

/** The guide with its written parts put in anew. @throws RangeError when a part has no place in it */
export function withParts(guide: string): string {
	if (guide.includes('\r\n')) return withParts(guide.replaceAll('\r\n', '\n')).replaceAll('\n', '\r\n');
	return (Object.keys(parts) as Part[]).reduce((text, part) => {
		const [open, close] = [`<!-- ${part}: written by node src/desk/cli.ts guide -->`, `<!-- /${part} -->`];
		const start = text.indexOf(open);
		const end = text.indexOf(close);
		if (start === -1 || end < start) throw new RangeError(`the guide has no place for "${part}": ${open} … ${close}`);
		return `${text.slice(0, start + open.length)}\n\n${parts[part]()}\n\n${text.slice(end)}`;
	}, guide);
}
