import { describe, expect, it } from 'vitest';
import { checkWith, said, spots, textOf } from '../../../tests/desk/tree.ts';

const copied = (words: string) => said('seed-words', words);
const WORDS = 'had crossed the bridge that morning to reach the market on the other bank';

describe('seed-words', () => {
	it('finds ten words in a row, whatever their case, signs and tags', () => {
		expect(copied(`They ${WORDS}.`)).toEqual([WORDS]);
		expect(
			copied('They HAD crossed, the bridge (that morning) to *reach* the <Term id="stock">market</Term>.'),
		).toHaveLength(1);
	});

	it('takes a name in another spelling for the same word', () => {
		const seed = 'The mayor, Ana Torv, called it “a bad day for the town” and promised to look into the matter.';
		expect(textOf('seeds/report.txt').replace(/\s+/g, ' ')).toContain(seed);
		expect(copied('The mayor, Anna Torf, called it a bad day for the town.').join()).toMatch(
			/mayor, Anna Torf, called it a bad day for the town$/,
		);
	});

	it('lets nine words, and words in quotation marks, stand', () => {
		expect(copied('They had crossed the bridge that morning to reach the square.')).toEqual([]);
		expect(copied(`They “${WORDS}”.`)).toEqual([]);
	});

	it('counts the words outside a quotation that covers a part', () => {
		expect(copied('They had crossed the bridge that morning “to reach the market on the other bank”.')).toEqual([]);
	});

	it('knows the clauses of an agreement', () => {
		const [source, page] = ['content/sources/office.yaml', 'content/explainers/the-bridge.mdx'];
		const clause = 'Every cart that crosses the upper bridge shall pay two coins to the keeper of the gate.';
		const text = textOf(page).replace('was mayor of Vell.', `was mayor of Vell. ${clause}`);
		const { findings } = checkWith({ [source]: `${textOf(source)}clauses:\n  - ${clause}\n`, [page]: text });
		expect(spots('seed-words', findings, new Map([[page, text]]))).toEqual([clause.slice(0, -1)]);
	});
});
