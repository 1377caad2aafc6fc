import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'csv',
	summary: 'The CSV file of a series cannot be read as a table.',
	remedy: 'Give each row as many cells as the header; put a cell that holds a comma in quotes.',
	example: { wrong: '2020,3,641,370', right: '2020,3641370' },
	check: fromReading('csv'),
};
