import { make } from './make.ts';

/** A line with a button that copies it; without script it is text to select. */
class CopyLine extends HTMLElement {
	connectedCallback(): void {
		if (this.querySelector('button') || !navigator.clipboard) return;
		const button = make('button', { type: 'button' }, 'Copy');
		const said = make('span', { role: 'status' });
		button.addEventListener('click', async () => {
			await navigator.clipboard.writeText(this.querySelector('code')?.textContent ?? '');
			said.textContent = 'Copied';
		});
		this.append(button, said);
	}
}

customElements.define('copy-line', CopyLine);
