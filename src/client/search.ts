import type { SearchResult } from 'minisearch';
import type { Searchable } from '../formats/searchable.ts';
import type { Found } from './lookup.ts';

const MOST = 30;
/** What a result is, by the group it is listed in. */
const KIND: Readonly<Record<string, string>> = {
	Explainers: 'Explainer',
	Sections: 'In an explainer',
	Charts: 'Chart',
	Ceasefires: 'Ceasefire',
	Claims: 'Claim',
	Places: 'Place',
	Terms: 'Term',
	Pages: 'Page',
	Sources: 'Source',
};

function element<K extends keyof HTMLElementTagNameMap>(name: K, words = '', className = ''): HTMLElementTagNameMap[K] {
	const made = document.createElement(name);
	made.textContent = words;
	if (className) made.className = className;
	return made;
}

/**
 * The search field. It is written by the script, so that nobody without script meets a field that does nothing;
 * index and library are loaded when the field is first used.
 */
class SiteSearch extends HTMLElement {
	#lookUp: Promise<(words: string) => Found> | undefined;
	#latest = '';
	readonly #input = element('input');
	readonly #status = element('p', '', 'small');
	readonly #results = element('ol', '', 'search-results');

	connectedCallback(): void {
		const input = this.#input;
		const label = element('label', 'Search for ');
		input.type = 'search';
		input.autocomplete = 'off';
		label.append(input);
		const examples = element('p', 'For example: ', 'search-examples');
		for (const words of (this.dataset['examples'] ?? '').split('|').filter(Boolean)) {
			const button = element('button', words);
			button.type = 'button';
			button.addEventListener('click', () => {
				input.value = words;
				input.focus();
				this.#ask();
				this.#keep();
			});
			examples.append(button, ' ');
		}
		this.#status.setAttribute('role', 'status');
		this.append(label, examples, this.#status, this.#results);

		input.addEventListener('focus', () => this.#load().catch(() => undefined), { once: true });
		input.addEventListener('input', () => this.#ask());
		input.addEventListener('change', () => this.#keep());
		input.addEventListener('keydown', (event) => this.#inField(event));
		this.#results.addEventListener('keydown', (event) => this.#inResults(event));

		const words = new URLSearchParams(location.search).get('q');
		if (words) {
			input.value = words;
			this.#ask();
		}
	}

	#inField(event: KeyboardEvent): void {
		// While an input method composes, its keys are its own.
		if (event.isComposing) return;
		if (event.key === 'ArrowDown' || event.key === 'Enter') {
			event.preventDefault();
			this.#results.querySelector('a')?.focus();
		}
		if (event.key === 'Escape') {
			this.#input.value = '';
			this.#ask();
			this.#keep();
		}
	}

	/** Keeps the words in the address, so that coming back brings them back: once they stand, not at each key. */
	#keep(): void {
		const words = this.#input.value.trim();
		history.replaceState(history.state, '', words ? `?q=${encodeURIComponent(words)}` : location.pathname);
	}

	#inResults(event: KeyboardEvent): void {
		const links = [...this.#results.querySelectorAll('a')];
		const at = links.indexOf(event.target as HTMLAnchorElement);
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step === undefined || at < 0) return;
		event.preventDefault();
		(links[at + step] ?? (step < 0 ? this.#input : undefined))?.focus();
	}

	#load(): Promise<(words: string) => Found> {
		this.#lookUp ??= (async () => {
			const [{ indexOf, lookUp }, response] = await Promise.all([
				import('./lookup.ts'),
				fetch(this.dataset['index'] ?? ''),
			]);
			const index = indexOf((await response.json()) as Searchable[]);
			return (words) => lookUp(index, words);
		})();
		return this.#lookUp;
	}

	/** Looks up what stands in the field. */
	#ask(): void {
		const words = this.#input.value.trim();
		this.#latest = words;
		if (words) void this.#find(words);
		else this.#show('', []);
	}

	async #find(words: string): Promise<void> {
		try {
			const lookUp = await this.#load();
			if (words !== this.#latest) return;
			const { hits, whole } = lookUp(words);
			const some = whole ? '' : ', each with some of the words';
			const count = hits.length > MOST ? `The best ${MOST} of ${hits.length} found` : `${hits.length} found`;
			this.#show(hits.length > 0 ? `${count}${some}` : 'Nothing found. Everything is listed below.', hits);
		} catch {
			this.#lookUp = undefined;
			this.#show('The search index could not be loaded. Everything is listed below.', []);
		}
	}

	#show(status: string, found: readonly SearchResult[]): void {
		this.#status.textContent = status;
		this.#results.setAttribute('aria-label', `Results for ${this.#latest}`);
		this.#results.replaceChildren(
			...found.slice(0, MOST).map((hit) => {
				const item = element('li');
				const anchor = element('a', String(hit['title']));
				anchor.href = `${this.dataset['root'] ?? './'}${String(hit.id).slice(1)}`;
				item.append(element('span', KIND[String(hit['group'])] ?? String(hit['group']), 'small'), anchor);
				return item;
			}),
		);
	}
}

customElements.define('site-search', SiteSearch);
