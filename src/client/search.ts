import type MiniSearch from 'minisearch';
import type { Searchable } from '../publish/searchable.ts';

const small = new Set(['a', 'an', 'and', 'are', 'by', 'for', 'in', 'is', 'of', 'on', 'the', 'to']);
const sameName = new Map([['turkey', 'turkiye']]);

/** A word as it is looked up: without marks, small words left out, one form for a country with two names. */
function plain(word: string): string | null {
	const bare = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').toLowerCase();
	return small.has(bare) ? null : (sameName.get(bare) ?? bare);
}

/**
 * The search field. It is written by the script, so that nobody without script meets a field that does nothing;
 * index and library are loaded when the field is first used.
 */
class SiteSearch extends HTMLElement {
	#index: Promise<MiniSearch<Searchable>> | undefined;

	connectedCallback(): void {
		const label = document.createElement('label');
		label.textContent = 'Search for ';
		const input = document.createElement('input');
		input.type = 'search';
		input.autocomplete = 'off';
		label.append(input);
		const status = document.createElement('p');
		status.className = 'small';
		status.setAttribute('role', 'status');
		const results = document.createElement('ol');
		results.className = 'search-results';
		this.append(label, status, results);

		const asked = new URLSearchParams(location.search).get('q');
		input.addEventListener('focus', () => this.#load(), { once: true });
		input.addEventListener('input', () => void this.#show(input.value, status, results));
		input.addEventListener('keydown', (event) => {
			if (event.key === 'ArrowDown') {
				event.preventDefault();
				results.querySelector('a')?.focus();
			}
			if (event.key === 'Escape') {
				input.value = '';
				void this.#show('', status, results);
			}
		});
		results.addEventListener('keydown', (event) => {
			const links = [...results.querySelectorAll('a')];
			const at = links.indexOf(event.target as HTMLAnchorElement);
			const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
			if (step === undefined || at < 0) return;
			event.preventDefault();
			(links[at + step] ?? (step < 0 ? input : undefined))?.focus();
		});
		if (asked) {
			input.value = asked;
			void this.#show(asked, status, results);
		}
	}

	#load(): Promise<MiniSearch<Searchable>> {
		this.#index ??= (async () => {
			const [{ default: Search }, response] = await Promise.all([
				import('minisearch'),
				fetch(this.dataset['index'] ?? ''),
			]);
			const index = new Search<Searchable>({
				fields: ['title', 'words'],
				storeFields: ['title', 'group'],
				// Letters with marks are found without them: Erdogan finds Erdoğan.
				processTerm: plain,
				searchOptions: { prefix: true, fuzzy: 0.15, boost: { title: 3 }, combineWith: 'AND' },
			});
			index.addAll((await response.json()) as Searchable[]);
			return index;
		})();
		return this.#index;
	}

	async #show(query: string, status: HTMLElement, results: HTMLElement): Promise<void> {
		if (!query.trim()) {
			status.textContent = '';
			results.replaceChildren();
			return;
		}
		let found: Awaited<ReturnType<MiniSearch<Searchable>['search']>>;
		try {
			found = (await this.#load()).search(query);
		} catch {
			this.#index = undefined;
			status.textContent = 'The search index could not be loaded. Everything is listed below.';
			return;
		}
		status.textContent = found.length === 0 ? 'Nothing found. Everything is listed below.' : `${found.length} found`;
		results.replaceChildren(
			...found.slice(0, 30).map((hit) => {
				const item = document.createElement('li');
				const anchor = document.createElement('a');
				anchor.href = `${this.dataset['root'] ?? './'}${String(hit.id).slice(1)}`;
				anchor.textContent = String(hit['title']);
				const group = document.createElement('span');
				group.className = 'small';
				group.textContent = ` ${String(hit['group'])}`;
				item.append(anchor, group);
				return item;
			}),
		);
	}
}

customElements.define('site-search', SiteSearch);
