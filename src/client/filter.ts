import { type Facts, matches, type Query, readQuery, writeQuery } from './query.ts';

/**
 * The filter of /ceasefires/. Everything is in the page already; this hides what is not asked for, dims its marks in
 * the drawings, and keeps the state in the address. It builds its form from the list, so the two cannot differ.
 */
interface Item {
	readonly element: HTMLElement;
	readonly facts: Facts;
}

const words = (value: string | undefined): string => value ?? '';

function factsOf({ dataset }: HTMLElement): Facts {
	return {
		covers: words(dataset['covers']),
		type: words(dataset['type']),
		brokers: words(dataset['brokers']).split(' ').filter(Boolean),
		from: words(dataset['from']),
	};
}

/** Names of brokers by id, from the slot's `data-brokers`; an id without a name is left as it is. */
function namesOf(slot: HTMLElement): Readonly<Record<string, string>> {
	try {
		const names: unknown = JSON.parse(slot.dataset['brokers'] ?? '{}');
		return typeof names === 'object' && names !== null ? (names as Readonly<Record<string, string>>) : {};
	} catch {
		return {};
	}
}

type Option = readonly [value: string, label: string];

function choice(name: string, label: string, options: readonly Option[], value: string): HTMLLabelElement {
	const select = document.createElement('select');
	select.name = name;
	for (const [key, text] of options) select.append(new Option(text, key, false, key === value));
	const field = document.createElement('label');
	field.append(`${label} `, select);
	return field;
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function fields(items: readonly Item[], names: Readonly<Record<string, string>>, query: Query): readonly HTMLElement[] {
	const facts = items.map((item) => item.facts);
	const years = distinct(facts.map(({ from }) => from.slice(0, 4)));
	const all: Option = ['', 'All'];
	const own = (values: readonly string[], label: (value: string) => string): readonly Option[] =>
		values.map((value) => [value, label(value)]);
	const brokers = distinct(facts.flatMap((one) => one.brokers));
	// Two brokers together are asked for by a link, not by the form: it shows them as one choice.
	const chosen = query.brokers ?? [];
	const joined = chosen.join(' ');
	const pair: readonly Option[] =
		chosen.length > 1 ? [[joined, chosen.map((id) => names[id] ?? id).join(' and ')]] : [];
	return [
		choice(
			'covers',
			'Covers Idlib',
			[all, ['idlib', 'Yes, wholly or in part'], ['elsewhere', 'No']],
			query.covers ?? '',
		),
		choice('type', 'Type', [all, ...own(distinct(facts.map(({ type }) => type)), capital)], query.type ?? ''),
		choice('broker', 'Broker', [all, ...pair, ...own(brokers, (id) => names[id] ?? id)], joined),
		choice('from', 'From', [['', 'Any year'], ...own(years, String)], String(query.from ?? '')),
		choice('to', 'To', [['', 'Any year'], ...own(years, String)], String(query.to ?? '')),
	];
}

/** What the form says, read by the same code as an address. */
function queryOf(form: HTMLFormElement): Query {
	const parameters = new URLSearchParams();
	for (const select of form.querySelectorAll('select')) {
		for (const value of select.name === 'broker' ? select.value.split(' ') : [select.value])
			if (value) parameters.append(select.name, value);
	}
	return readQuery(parameters.toString());
}

function show(items: readonly Item[], query: Query, status: HTMLElement): void {
	const ids = new Map<string, boolean>();
	for (const { element, facts } of items) {
		const shown = matches(facts, query);
		element.hidden = !shown;
		ids.set(element.id, shown);
	}
	for (const group of document.querySelectorAll('.drawing [data-series]')) {
		const shown = ids.get(group.getAttribute('data-series') ?? '');
		if (shown !== undefined) group.classList.toggle('dim', !shown);
	}
	const count = [...ids.values()].filter(Boolean).length;
	status.textContent = count === items.length ? `All ${count} shown` : `${count} of ${items.length} shown`;
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
	const items = [...document.querySelectorAll<HTMLElement>('.ceasefires > [data-covers]')].map(
		(element): Item => ({ element, facts: factsOf(element) }),
	);
	if (items.length === 0) return;
	const names = namesOf(slot);
	const form = document.createElement('form');
	form.className = 'filter';
	const status = document.createElement('p');
	status.setAttribute('role', 'status');
	const reset = document.createElement('button');
	reset.type = 'button';
	reset.textContent = 'Show all';

	const draw = (query: Query): void => {
		form.replaceChildren(...fields(items, names, query), reset);
		show(items, query, status);
	};
	const go = (query: Query): void => {
		history.pushState(null, '', `${location.pathname}${writeQuery(query)}`);
		show(items, query, status);
	};
	form.addEventListener('change', () => go(queryOf(form)));
	form.addEventListener('submit', (event) => event.preventDefault());
	reset.addEventListener('click', () => {
		go({});
		draw({});
		reset.focus();
	});
	addEventListener('popstate', () => draw(readQuery(location.search)));
	addEventListener('hashchange', () => reveal(items));
	draw(readQuery(location.search));
	slot.replaceChildren(form, status);
	reveal(items);
}

const slot = document.getElementById('ceasefire-filter');
if (slot) start(slot);
