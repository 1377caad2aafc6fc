import { type Facts, matches, type Query, readQuery, writeQuery } from './query.ts';

/**
 * The filter of /ceasefires/. Everything is in the page already; this hides what is not asked for, sorts the rest, and
 * keeps the state in the address.
 */
interface Item {
	readonly element: HTMLElement;
	readonly facts: Facts;
	/** Days it was in force; not a number where no end was found. */
	readonly held: number;
}

const words = (value: string | undefined): string => value ?? '';

function itemOf(element: HTMLElement): Item {
	const { covers, type, brokers, from, held } = element.dataset;
	const facts = {
		covers: words(covers),
		type: words(type),
		brokers: words(brokers).split(' ').filter(Boolean),
		from: words(from),
	};
	return { element, facts, held: held ? Number(held) : Number.NaN };
}

/** Puts a query into the choices. Two brokers together are asked for by a link: they show as one choice. */
function fill(choices: HTMLElement, query: Query): void {
	const [, ...ids] = ['', ...(query.brokers ?? [])];
	const broker = choices.querySelector<HTMLSelectElement>('[name=broker]');
	const joined = ids.join(' ');
	if (broker && ids.length > 1 && ![...broker.options].some(({ value }) => value === joined)) {
		const names = ids.map((id) => [...broker.options].find(({ value }) => value === id)?.text ?? id);
		broker.append(new Option(names.join(' and '), joined));
	}
	const values: Readonly<Record<string, unknown>> = { ...query, broker: joined };
	for (const select of choices.querySelectorAll('select')) select.value = String(values[select.name] ?? '');
}

/** What the choices say, read by the same code as an address. */
function queryOf(choices: HTMLElement): Query {
	const parameters = new URLSearchParams();
	for (const select of choices.querySelectorAll('select')) {
		for (const value of select.name === 'broker' ? select.value.split(' ') : [select.value])
			if (value) parameters.append(select.name, value);
	}
	return read(choices, parameters.toString());
}

/** A query whose area is one that can be chosen. */
const read = (choices: HTMLElement, search: string): Query =>
	readQuery(
		search,
		[...choices.querySelectorAll<HTMLOptionElement>('[name=covers] option')].map(({ value }) => value),
	);

/** By date, as they come, or by length; those without a known end come last. */
function sorted(items: readonly Item[], sort: Query['sort']): readonly Item[] {
	if (!sort) return items;
	const known = items.filter(({ held }) => !Number.isNaN(held));
	const byLength = known.toSorted((a, b) => (sort === 'longest' ? b.held - a.held : a.held - b.held));
	return [...byLength, ...items.filter((item) => !known.includes(item))];
}

function show(items: readonly Item[], query: Query, status: HTMLElement): void {
	let count = 0;
	for (const { element, facts } of sorted(items, query.sort)) {
		const shown = matches(facts, query);
		element.hidden = !shown;
		element.parentElement?.append(element);
		if (shown) count++;
	}
	const some =
		count === 0
			? `None of ${items.length} is all of that. Take one choice back, or show all.`
			: `${count} of ${items.length} shown`;
	status.textContent = count === items.length ? `All ${count} shown` : some;
}

/** Opens the entry that the address names, even where the filter would hide it. */
function reveal(items: readonly Item[]): void {
	const target = items.find(({ element }) => `#${element.id}` === location.hash);
	if (!target) return;
	target.element.hidden = false;
	target.element.focus();
	target.element.scrollIntoView();
}

function start(slot: HTMLElement): void {
	const items = [...document.querySelectorAll<HTMLElement>('.ceasefires > [data-covers]')].map(itemOf);
	const choices = slot.querySelector<HTMLElement>('.filter');
	const status = slot.querySelector<HTMLElement>('[role=status]');
	if (!choices || !status) return;
	const draw = (query: Query): void => {
		fill(choices, query);
		show(items, query, status);
	};
	const go = (query: Query): void => {
		history.pushState(null, '', `${location.pathname}${writeQuery(query)}`);
		show(items, query, status);
	};
	choices.addEventListener('change', () => go(queryOf(choices)));
	choices.querySelector('button')?.addEventListener('click', () => {
		go({});
		draw({});
	});
	addEventListener('popstate', () => draw(read(choices, location.search)));
	addEventListener('hashchange', () => reveal(items));
	if (location.search) draw(read(choices, location.search));
	reveal(items);
}

const slot = document.getElementById('ceasefire-filter');
if (slot) start(slot);
